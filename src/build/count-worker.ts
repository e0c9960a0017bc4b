/** One of the pool's workers: counts the words of reports. */
import { type ReportId, readBlocks } from '../report/store.ts';
import { countWords, type WordCounts } from '../words/frequency.ts';

export interface CountTask {
  content: string;
  ids: ReportId[];
}

export default function count({ content, ids }: CountTask): WordCounts[] {
  return ids.map((id) => countWords(readBlocks(content, id).map(({ text }) => text)));
}
