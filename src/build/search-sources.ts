/** The reports of an archive as the search index takes them. */
import type { Archive } from '../report/archive.ts';
import { readText } from '../report/store.ts';
import type { ReportSource } from '../search/shards.ts';

export function searchSources(content: string, archive: Archive): ReportSource[] {
  return [...archive.reports].map(([id, metadata]) => ({
    metadata,
    fingerprint: archive.fingerprints.get(id) as string,
    read: () => readText(content, metadata),
  }));
}
