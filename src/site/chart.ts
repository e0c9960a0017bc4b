/** What a chart shows, as the page hands it to src/client/chart.ts. */
import type { Line } from '../compare/lines.ts';
import type { Metric } from '../report/catalogue.ts';
import type { Reading } from '../report/schema.ts';
import { formatUnit, formatValue } from './format.ts';
import { SCOPE_LABELS } from './labels.ts';

export interface ChartSet {
  label: string;
  /** null where nothing is stated: the line has a gap there. */
  values: (number | null)[];
  /** The value with its bound and unit as the reader sees it: 17,000余条. */
  labels: (string | null)[];
}

export interface Chart {
  title: string;
  /** Along the axis: years. */
  ticks: string[];
  unit: string;
  sets: ChartSet[];
}

/** One chart for each metric, with a line for each scope and part of it. */
export function lineCharts(
  lines: readonly Line[],
  years: readonly number[],
  metrics: ReadonlyMap<string, Metric>,
): Chart[] {
  return [...Map.groupBy(lines, ({ metric }) => metric)].map(([metric, own]) => ({
    title: metrics.get(metric)?.name ?? metric,
    ticks: years.map(String),
    unit: own[0]?.points.find(Boolean)?.unit ?? '',
    sets: own.map(({ points }) => ({
      label: apart(points.find(Boolean) as Reading),
      values: points.map((reading) => reading?.value ?? null),
      labels: points.map((reading) => (reading ? formatValue(reading) + formatUnit(reading) : null)),
    })),
  }));
}

/** What sets a reading apart from its siblings: 本级 · 实地; 全部 where nothing does. */
function apart({ scope, part }: Reading): string {
  return [SCOPE_LABELS[scope], part].filter(Boolean).join(' · ') || '数值';
}
