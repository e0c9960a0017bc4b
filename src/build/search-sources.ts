/** The reports of an archive as the search index takes them. */
import type { Archive } from '../report/archive.ts';
import { readText } from '../report/store.ts';
import type { ReportSource } from '../search/shards.ts';
import { LEXICON } from '../words/segment.ts';
import { digest, digestFiles } from './cache.ts';
import type { ArchiveWords } from './count-words.ts';

export function searchSources(content: string, archive: Archive, { terms }: ArchiveWords): ReportSource[] {
  const lexicon = digestFiles(LEXICON);
  return [...archive.reports].map(([id, metadata]) => ({
    metadata,
    // By the lexicon the same text has other terms.
    fingerprint: digest(lexicon, archive.fingerprints.get(id) as string),
    read: () => readText(content, metadata),
    terms: () => terms(id),
  }));
}
