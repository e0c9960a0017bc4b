/** Keywords of every report of an archive. */
import type { ReportId } from '../report/store.ts';
import type { WordCounts } from '../words/frequency.ts';
import { DocumentFrequencies, keywords } from '../words/keywords.ts';

const MOST = 12;

/**
 * The weightiest words of each report, the weightiest first. The words of one report are asked for at a time, and
 * only those that it repeats are held.
 */
export function archiveKeywords(
  ids: readonly ReportId[],
  wordsOf: (id: ReportId) => WordCounts,
): Map<ReportId, string[]> {
  const archive = new DocumentFrequencies();
  const repeated = ids.map((id) => [id, archive.add(wordsOf(id))] as const);
  return new Map(repeated.map(([id, words]) => [id, keywords(words, archive, MOST).map(({ word }) => word)]));
}
