/** Readings of one agency as lines over the years: only comparable readings are ever joined. */
import type { Metric } from '../report/catalogue.ts';
import type { Metadata, Reading } from '../report/schema.ts';
import { seriesKey } from './headline.ts';

export interface Line {
  metric: string;
  /** One for each year of `years`; absent where the year has no reading, or two that differ. */
  points: (Reading | undefined)[];
}

/** Every year from the first report's to the last's: a year without a report is a gap, not left out. */
export function yearsBetween(reports: readonly Metadata[]): number[] {
  const years = reports.map(({ year }) => year);
  const first = Math.min(...years);
  return reports.length === 0
    ? []
    : Array.from({ length: Math.max(...years) - first + 1 }, (_, i) => first + i);
}

/** The lines with at least two values, in the order of the catalogue. Running totals are no values of a year. */
export function linesOf(reports: readonly Metadata[], catalogue: ReadonlyMap<string, Metric>): Line[] {
  const years = yearsBetween(reports);
  const readings = reports
    .flatMap((report) => report.readings.map((reading) => ({ year: report.year, reading })))
    .filter(({ reading }) => catalogue.has(reading.metric) && !reading.flags?.includes('cumulative'));
  const order = [...catalogue.keys()];
  return [...Map.groupBy(readings, ({ reading }) => seriesKey(reading, catalogue)).values()]
    .map((group): Line => {
      const points = years.map((year) => agreed(group.filter((one) => one.year === year)));
      return { metric: (group[0] as { reading: Reading }).reading.metric, points };
    })
    .filter(({ points }) => points.filter(Boolean).length >= 2)
    .sort((a, b) => order.indexOf(a.metric) - order.indexOf(b.metric));
}

/** The reading of a year, where the year has one value. */
function agreed(readings: readonly { reading: Reading }[]): Reading | undefined {
  const values = new Set(readings.map(({ reading }) => reading.value));
  return values.size === 1 ? readings[0]?.reading : undefined;
}
