/** Which of a report's readings of one metric stands for the metric. */
import type { Reading, Scope } from '../report/schema.ts';

/** The catalogue by id, as far as it is needed to tell series apart. */
export type Catalogue = ReadonlyMap<string, { series: readonly (readonly string[])[] }>;

const WIDTH: Record<Scope, number> = { area: 2, unknown: 1, own: 0 };

/**
 * Which series of its metric a reading belongs to, from 0. Units of one series (件 宗 起) count the same; 人 and
 * 人次, 次 and 户次 are series of their own. -1 for a unit that the metric does not name: also one of its own.
 */
export function seriesOf({ metric, unit }: Pick<Reading, 'metric' | 'unit'>, catalogue: Catalogue): number {
  return catalogue.get(metric)?.series.findIndex((units) => units.includes(unit)) ?? 0;
}

/** Readings with the same key may be compared: metric, scope, part and series are the same. */
export function seriesKey(
  { metric, scope, part = '', unit }: Pick<Reading, 'metric' | 'scope' | 'part' | 'unit'>,
  catalogue: Catalogue,
): string {
  return [metric, scope, part, seriesOf({ metric, unit }, catalogue)].join('|');
}

/**
 * The headline among the readings of one metric in one report: the stated total, or the only reading, or the
 * only one of the widest scope. Undefined where parts or differing values stand side by side: they are
 * listed, never summed or chosen from. Running totals are not the year's value and never the headline.
 */
export function headlineOf(readings: readonly Reading[], catalogue: Catalogue): Reading | undefined {
  const ofTheYear = readings.filter((reading) => !reading.flags?.includes('cumulative'));
  const totals = ofTheYear.filter((reading) => reading.part === undefined);
  const pool = totals.length > 0 ? totals : ofTheYear;
  const widest = Math.max(...pool.map((reading) => WIDTH[reading.scope]));
  const candidates = pool.filter((reading) => WIDTH[reading.scope] === widest);
  if (candidates.length < 2) return candidates[0];
  const said = new Set(candidates.map((reading) => `${seriesKey(reading, catalogue)} ${amountKey(reading)}`));
  return said.size === 1 ? candidates[0] : undefined;
}

/** Headline readings of a report by metric, in the order of the text. */
export function headlines(readings: readonly Reading[], catalogue: Catalogue): Map<string, Reading> {
  const found = new Map<string, Reading>();
  for (const [metric, own] of Map.groupBy(readings, (reading) => reading.metric)) {
    const headline = headlineOf(own, catalogue);
    if (headline) found.set(metric, headline);
  }
  return found;
}

function amountKey({ value, max, bound }: Reading): string {
  return `${value} ${max} ${bound}`;
}
