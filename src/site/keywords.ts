/** Keywords of every report of an archive. */
import { fileURLToPath } from 'node:url';
import { digest, digestFiles, openCache } from '../build/cache.ts';
import type { Report } from '../report/report.ts';
import type { ReportId } from '../report/store.ts';
import { type RepeatedWords, repeatedWords } from '../words/frequency.ts';
import { DocumentFrequencies, keywords } from '../words/keywords.ts';

const STAGE = 'words';
const MOST = 12;

/**
 * The weightiest words of each report, the weightiest first. A report's own words are kept in `cache` by its
 * fingerprint and read twice, so that memory holds the archive's counts and no report's.
 */
export function archiveKeywords(
  fingerprints: ReadonlyMap<ReportId, string>,
  read: (id: ReportId) => Report,
  cache: string,
): Map<ReportId, string[]> {
  const kept = openCache(cache);
  const code = digestFiles(
    ...['../words', '../../content/lexicon.txt'].map((path) => fileURLToPath(new URL(path, import.meta.url))),
  );
  const wordsOf = (id: ReportId, fingerprint: string): RepeatedWords => {
    const key = digest(code, fingerprint);
    const known = kept.get(STAGE, key);
    if (known !== undefined) return JSON.parse(known);
    const words = repeatedWords(read(id).blocks.map(({ text }) => text));
    kept.put(STAGE, key, JSON.stringify(words));
    return words;
  };
  const archive = new DocumentFrequencies();
  for (const [id, fingerprint] of fingerprints) archive.add(wordsOf(id, fingerprint));
  const found = new Map<ReportId, string[]>();
  for (const [id, fingerprint] of fingerprints)
    found.set(
      id,
      keywords(wordsOf(id, fingerprint), archive, MOST).map(({ word }) => word),
    );
  kept.prune(STAGE);
  return found;
}
