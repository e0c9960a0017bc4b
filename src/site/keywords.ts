/** Keywords of every report of an archive. */
import type { ReportId } from '../report/store.ts';
import type { WordCounts } from '../words/frequency.ts';
import { DocumentFrequencies, keywords } from '../words/keywords.ts';

const MOST = 12;

/**
 * The weightiest words of each report, the weightiest first. Each report's words are asked for twice, so that
 * memory holds the archive's counts and no report's.
 */
export function archiveKeywords(
  ids: readonly ReportId[],
  wordsOf: (id: ReportId) => WordCounts,
): Map<ReportId, string[]> {
  const archive = new DocumentFrequencies();
  for (const id of ids) archive.add(wordsOf(id));
  return new Map(ids.map((id) => [id, keywords(wordsOf(id), archive, MOST).map(({ word }) => word)]));
}
