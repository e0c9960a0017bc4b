/** The reports of an archive as the search index takes them. */
import type { Archive } from '../report/archive.ts';
import { fingerprintOf, readText } from '../report/store.ts';
import type { ReportSource } from '../search/shards.ts';

export function searchSources(content: string, archive: Archive): ReportSource[] {
  return [...archive.reports].map(([id, metadata]) => ({
    metadata,
    fingerprint: fingerprintOf(content, id),
    read: () => readText(content, metadata),
  }));
}
