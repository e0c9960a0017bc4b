/** Readings of one agency put beside each other, year by year. */
import type { Metric } from '../report/catalogue.ts';
import type { Metadata, Reading } from '../report/schema.ts';
import { headlineOf } from './headline.ts';

export interface MetricCell {
  report: Metadata;
  /** All readings of the metric in the report, in the order of the text; none where it is silent. */
  readings: Reading[];
  headline?: Reading;
}

export interface YearsRow {
  metric: string;
  /** One for each report, in their order. */
  cells: MetricCell[];
}

/** What `reports` say on each metric that at least one of them states, in the order of `metrics`. */
export function metricRows(reports: readonly Metadata[], metrics: ReadonlyMap<string, Metric>): YearsRow[] {
  const readings = reports.map((report) => Map.groupBy(report.readings, (reading) => reading.metric));
  return [...metrics.keys()].flatMap((metric): YearsRow[] => {
    if (!readings.some((own) => own.has(metric))) return [];
    return [
      {
        metric,
        cells: reports.map((report, index) => {
          const own = readings[index]?.get(metric) ?? [];
          const headline = headlineOf(own, metrics);
          return { report, readings: own, ...(headline && { headline }) };
        }),
      },
    ];
  });
}

/** Number of metrics of the catalogue that a report states. */
export function disclosed({ readings }: Pick<Metadata, 'readings'>): number {
  return new Set(readings.map((reading) => reading.metric)).size;
}
