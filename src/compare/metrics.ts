/** What all reports say on one metric. */
import type { Archive } from '../report/archive.ts';
import type { Metadata, Reading } from '../report/schema.ts';
import { type Catalogue, headlineOf } from './headline.ts';
import { once } from './once.ts';

/** One report's readings of one metric: at least one. */
export interface MetricRow {
  report: Metadata;
  readings: Reading[];
  headline?: Reading;
}

/** By metric, in the order of the reports. */
export function byMetric(
  reports: Iterable<Metadata>,
  catalogue: Catalogue,
): ReadonlyMap<string, MetricRow[]> {
  const index = new Map<string, MetricRow[]>();
  for (const report of reports)
    for (const [metric, readings] of Map.groupBy(report.readings, (reading) => reading.metric)) {
      const headline = headlineOf(readings, catalogue);
      const rows = index.get(metric) ?? [];
      rows.push({ report, readings, ...(headline && { headline }) });
      index.set(metric, rows);
    }
  return index;
}

/** `byMetric` of the whole archive. */
export const metricIndex = once(({ reports, metrics }: Archive) => byMetric(reports.values(), metrics));

/** Reports that say something: one that was taken down is neither silent on a metric nor states it. */
export function standing(reports: Iterable<Metadata>): Metadata[] {
  return [...reports].filter(({ withdrawn }) => withdrawn === undefined);
}

/** How many reports stand and how many of them state something, by `key`, in the order of the keys. */
export function disclosure<Key extends string | number>(
  reports: Iterable<Metadata>,
  rows: readonly MetricRow[],
  key: (report: Metadata) => Key,
): { key: Key; held: number; stating: number }[] {
  const held = Map.groupBy(standing(reports), key);
  const stating = Map.groupBy(rows, ({ report }) => key(report));
  return [...held]
    .map(([at, all]) => ({ key: at, held: all.length, stating: stating.get(at)?.length ?? 0 }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}
