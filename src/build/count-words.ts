/** Counts the words of reports on every core, and only of those that the cache does not have. */
import { fileURLToPath } from 'node:url';
import type { ReportId } from '../report/store.ts';
import type { TermCounts } from '../search/terms.ts';
import type { WordCounts } from '../words/frequency.ts';
import { type Cache, digest, digestFiles } from './cache.ts';
import type { Pool } from './pool.ts';

/** Reports a task: few enough to share evenly, enough to be worth a message. */
const BATCH = 64;
/** The stage of the cache that holds the counts. */
export const WORDS = 'words';

/** What a build counts of each report's words, read when it is asked for, so that memory does not grow. */
export interface ArchiveWords {
  words(id: ReportId): WordCounts;
  terms(id: ReportId): TermCounts;
}

/** Counts the words of the reports in `content` that have these fingerprints; `tick` counts reports done. */
export async function countArchive(
  content: string,
  fingerprints: ReadonlyMap<ReportId, string>,
  { cache, pool }: { cache: Cache; pool: Pool },
  tick: (count: number) => void = () => {},
): Promise<ArchiveWords> {
  const code = digestFiles(
    ...['../words', '../search/terms.ts', '../../content/lexicon.txt'].map((path) =>
      fileURLToPath(new URL(path, import.meta.url)),
    ),
  );
  const keyOf = (id: ReportId) => digest(code, fingerprints.get(id) as string);
  const ids = [...fingerprints.keys()];
  const missing = ids.filter((id) => !cache.has(WORDS, keyOf(id)));
  tick(ids.length - missing.length);
  if (missing.length > BATCH) pool.start();
  const count = async (batch: ReportId[]) => {
    const counted = await pool.run('count', { content, ids: batch });
    for (const [i, id] of batch.entries()) cache.put(WORDS, keyOf(id), counted[i] as string);
    tick(batch.length);
  };
  await Promise.all(batches(missing).map(count));
  cache.prune(WORDS);
  return {
    words: (id) => JSON.parse(cache.again(WORDS, keyOf(id), 'firstLine')),
    terms: (id) => {
      const kept = cache.again(WORDS, keyOf(id));
      return JSON.parse(kept.slice(kept.indexOf('\n')));
    },
  };
}

function batches(ids: readonly ReportId[]): ReportId[][] {
  return Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, i) =>
    ids.slice(i * BATCH, (i + 1) * BATCH),
  );
}
