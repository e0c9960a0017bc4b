/** How often the words of a query stand in the reports, by year and by level. */
import type { ReportRow } from '../../search/manifest.ts';
import type { Found } from './facets.ts';
import { timesOf } from './rank.ts';

export interface Frequency {
  /** A year or a level. */
  value: string;
  /** Reports with the words, and all reports. */
  reports: number;
  of: number;
  /** Times that any of the words stands in them, and in ten thousand characters of all reports. */
  times: number;
  perTenThousand: number;
}

/** Columns of the report rows that frequencies are counted by. */
export const COLUMNS = { year: 1, level: 3 } as const;

/** Frequencies among `reports`, those without a value left out, in the order of first appearance. */
export function frequencies(
  found: readonly Found[],
  reports: readonly ReportRow[],
  by: keyof typeof COLUMNS,
): Frequency[] {
  const groupOf = (report: ReportRow) => String(report[COLUMNS[by]]);
  const groups = new Map<string, { reports: number; of: number; times: number; length: number }>();
  for (const report of reports) {
    const group = groups.get(groupOf(report)) ?? { reports: 0, of: 0, times: 0, length: 0 };
    group.of += 1;
    group.length += report[7];
    groups.set(groupOf(report), group);
  }
  for (const match of found) {
    const group = groups.get(groupOf(match.report));
    if (!group) continue;
    group.reports += 1;
    group.times += match.positions.reduce((sum, _, word) => sum + timesOf(match, word), 0);
  }
  groups.delete('');
  return [...groups].map(([value, { length, ...group }]) => ({
    value,
    ...group,
    perTenThousand: (group.times / Math.max(1, length)) * 1e4,
  }));
}
