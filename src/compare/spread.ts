/** How the headline readings of a metric spread: only those that may be compared stand in one spread. */
import type { Metadata, Reading, Scope } from '../report/schema.ts';
import { type Catalogue, seriesOf } from './headline.ts';
import type { MetricRow } from './metrics.ts';

/** A reading and the report that states it. */
export interface Placed {
  report: Metadata;
  reading: Reading;
}

export interface Spread {
  /** Headline readings of one scope and series; others are never mixed in. */
  scope: Scope;
  /** All of them, by value. */
  placed: Placed[];
  /** How many of them carry a bound (余, 近, 约): the median stands on what they state. */
  bounded: number;
  least: Placed;
  /** Of an even number, halfway between the two in the middle. */
  median: number;
  /** The reading in the middle, where there is one. */
  middle?: Placed;
  most: Placed;
}

/** Spreads of the headline readings by scope and series (人 and 人次 are two), the one with most readings first. */
export function spreads(rows: readonly MetricRow[], catalogue: Catalogue): Spread[] {
  const placed = rows.flatMap(({ report, headline }) => (headline ? [{ report, reading: headline }] : []));
  return [
    ...Map.groupBy(placed, ({ reading }) => `${reading.scope}|${seriesOf(reading, catalogue)}`).values(),
  ]
    .map((own) => spreadOf(own.sort((a, b) => a.reading.value - b.reading.value)))
    .sort((a, b) => b.placed.length - a.placed.length);
}

/** The readings of a spread by `key`, each a spread of its own, in the order of the keys. */
export function spreadsBy<Key extends string | number>(
  { placed }: Spread,
  key: (report: Metadata) => Key,
): Map<Key, Spread> {
  const groups = [...Map.groupBy(placed, ({ report }) => key(report))];
  return new Map(groups.sort(([a], [b]) => (a < b ? -1 : 1)).map(([at, own]) => [at, spreadOf(own)]));
}

/** @param placed at least one reading, all of one scope and series, by value */
function spreadOf(placed: Placed[]): Spread {
  const first = placed[0] as Placed;
  const upper = placed[Math.floor(placed.length / 2)] as Placed;
  const lower = placed[Math.ceil(placed.length / 2) - 1] as Placed;
  return {
    scope: first.reading.scope,
    placed,
    bounded: placed.filter(({ reading }) => reading.bound !== 'exact').length,
    least: first,
    median: (lower.reading.value + upper.reading.value) / 2,
    ...(lower === upper && { middle: lower }),
    most: placed.at(-1) as Placed,
  };
}

/** A value that a quarter of the sorted readings stay below (`share` 0.25), interpolated between two neighbours. */
export function quantile({ placed }: Spread, share: number): number {
  const at = (placed.length - 1) * share;
  const [lower, upper] = [Math.floor(at), Math.ceil(at)].map(
    (index) => (placed[index] as Placed).reading.value,
  ) as [number, number];
  return lower + (upper - lower) * (at - Math.floor(at));
}
