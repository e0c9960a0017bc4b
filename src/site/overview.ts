/** What the archive holds, counted and picked for pages that show it as a whole. */
import { standing } from '../compare/metrics.ts';
import type { Archive } from '../report/archive.ts';
import type { Metadata } from '../report/schema.ts';

/** Number of reports that stand, and of the readings in them. */
export function total({ reports }: Archive): { reports: number; readings: number } {
  let readings = 0;
  for (const report of reports.values()) readings += report.readings.length;
  return { reports: standing(reports.values()).length, readings };
}

/** The reports that were public last, newest first; those without a date come after those with one. */
export function newest({ reports }: Archive, count: number): Metadata[] {
  const date = ({ published, signed }: Metadata) => published ?? signed ?? '';
  return [...reports.values()]
    .sort((a, b) => (date(a) < date(b) ? 1 : date(a) > date(b) ? -1 : 0))
    .slice(0, count);
}
