/** Which of a report's readings of one metric stands for the metric. */
import type { Reading, Scope } from '../report/schema.ts';

const WIDTH: Record<Scope, number> = { area: 2, unknown: 1, own: 0 };

/**
 * Units that count persons or premises once for every time are series of their own: 人 and 人次, 次 and 户次
 * are never compared. All other units of one metric (件 宗 起) are one series.
 */
export function seriesOf(unit: string): '' | '人次' | '户次' {
  if (unit === '人次') return unit;
  return unit === '户次' || unit === '家次' ? '户次' : '';
}

/** Two readings are comparable only where scope, part and series are the same. */
export function comparable(a: Reading, b: Reading): boolean {
  return (
    a.metric === b.metric && a.scope === b.scope && a.part === b.part && seriesOf(a.unit) === seriesOf(b.unit)
  );
}

/**
 * The headline among the readings of one metric in one report: the stated total, or the only reading, or the
 * only one of the widest scope. Undefined where parts or differing values stand side by side: they are
 * listed, never summed or chosen from. Running totals are not the year's value and never the headline.
 */
export function headlineOf(readings: readonly Reading[]): Reading | undefined {
  const ofTheYear = readings.filter((reading) => !reading.flags?.includes('cumulative'));
  const totals = ofTheYear.filter((reading) => reading.part === undefined);
  const pool = totals.length > 0 ? totals : ofTheYear;
  const widest = Math.max(...pool.map((reading) => WIDTH[reading.scope]));
  const candidates = pool.filter((reading) => WIDTH[reading.scope] === widest);
  const first = candidates[0];
  const agree = first && candidates.every((other) => comparable(first, other) && sameValue(first, other));
  return agree ? first : undefined;
}

/** Headline readings of a report by metric, in the order of the text. */
export function headlines(readings: readonly Reading[]): Map<string, Reading> {
  const found = new Map<string, Reading>();
  for (const [metric, own] of Map.groupBy(readings, (reading) => reading.metric)) {
    const headline = headlineOf(own);
    if (headline) found.set(metric, headline);
  }
  return found;
}

function sameValue(a: Reading, b: Reading): boolean {
  return a.value === b.value && a.bound === b.bound && a.max === b.max;
}
