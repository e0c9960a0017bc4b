/** What all reports say on one metric. */
import type { Archive } from '../report/archive.ts';
import type { Metadata, Reading, Scope } from '../report/schema.ts';
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

export interface Spread {
  /** Headline readings of one scope; other scopes are never mixed in. */
  scope: Scope;
  count: number;
  /** How many of them carry a bound (余, 近, 约): the median stands on what they state. */
  bounded: number;
  least: Reading;
  median: number;
  most: Reading;
}

/** Spread of the headline readings by scope, the scope with most readings first. Shares of one unit only. */
export function spreads(rows: readonly MetricRow[]): Spread[] {
  const headlines = rows.flatMap(({ headline }) => headline ?? []);
  return [...Map.groupBy(headlines, ({ scope }) => scope)]
    .map(([scope, readings]) => {
      const sorted = readings.toSorted((a, b) => a.value - b.value);
      return {
        scope,
        count: sorted.length,
        bounded: sorted.filter(({ bound }) => bound !== 'exact').length,
        least: sorted[0] as Reading,
        median: median(sorted.map(({ value }) => value)),
        most: sorted.at(-1) as Reading,
      };
    })
    .sort((a, b) => b.count - a.count);
}

/** The middle of sorted values; of an even number, halfway between the two in the middle. */
function median(sorted: readonly number[]): number {
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] as number;
  return Number.isInteger(half) ? ((sorted[half - 1] as number) + upper) / 2 : upper;
}

/** How many reports there are and how many of them state something, by `key`, in the order of the keys. */
export function disclosure<Key extends string | number>(
  reports: Iterable<Metadata>,
  rows: readonly MetricRow[],
  key: (report: Metadata) => Key,
): { key: Key; held: number; stating: number }[] {
  const held = Map.groupBy(reports, key);
  const stating = Map.groupBy(rows, ({ report }) => key(report));
  return [...held]
    .map(([at, all]) => ({ key: at, held: all.length, stating: stating.get(at)?.length ?? 0 }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}
