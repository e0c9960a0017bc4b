/** The archive's checks of what a report says on itself, in words. */
import { paragraphOfNumber } from '../report/anchors.ts';
import type { Check, Metadata, Reading } from '../report/schema.ts';

export const OUTCOME_LABELS: Record<Check['outcome'], string> = {
  holds: '相符',
  fails: '自述数字不一致',
  'cannot-tell': '无法核验',
};

export interface CheckView {
  check: Check;
  /** The readings it compared, in the order of its formula. */
  readings: Reading[];
  /** Anchor of the paragraph that states the first of them; absent where none is stated. */
  paragraph?: string;
}

/** The checks of a report with the readings that they compared. */
export function checkViews({ checks, readings }: Pick<Metadata, 'checks' | 'readings'>): CheckView[] {
  const byPlace = new Map(readings.map((reading) => [reading.at, reading]));
  return checks.map((check) => {
    const [first] = check.numbers;
    return {
      check,
      readings: check.numbers.flatMap((at) => byPlace.get(at) ?? []),
      ...(first && { paragraph: paragraphOfNumber(first) }),
    };
  });
}
