/** What a chart shows, as the page hands it to src/client/chart.ts. */
import { type Line, yearsBetween } from '../compare/lines.ts';
import { type MetricRow, standing } from '../compare/metrics.ts';
import { type Spread, spreadsBy } from '../compare/spread.ts';
import type { Metric } from '../report/catalogue.ts';
import { LEVELS, type Metadata, type Reading } from '../report/schema.ts';
import { formatMedian, formatShare, formatUnit, formatValue } from './format.ts';
import { apartLabel, LEVEL_LABELS, scopeLabel } from './labels.ts';

export interface ChartPoint {
  value: number;
  /** Beside the point, without its unit: 17,000余. */
  mark: string;
  /** In words: 17,000余条; 42件（7份的中位数）. */
  label: string;
  /** True where the value carries a bound: the point is drawn hollow. */
  bounded: boolean;
}

export interface ChartSet {
  label: string;
  /** One for each tick; null where nothing is stated: the line has a gap there. */
  points: (ChartPoint | null)[];
}

export interface Chart {
  title: string;
  /** Whose numbers they are, for a picture that left its page. */
  subject: string;
  /** Along the axis: years. */
  ticks: string[];
  unit: string;
  sets: ChartSet[];
}

/** One chart for each metric, with a line for each scope, part and series of it. */
export function lineCharts(
  lines: readonly Line[],
  years: readonly number[],
  metrics: ReadonlyMap<string, Metric>,
  subject: string,
): Chart[] {
  return [...Map.groupBy(lines, ({ metric }) => metric)].map(([metric, own]) => ({
    title: metrics.get(metric)?.name ?? metric,
    subject,
    ticks: years.map(String),
    unit: own[0]?.points.find(Boolean)?.unit ?? '',
    sets: own.map(({ points }) => ({
      label: apart(points.find(Boolean) as Reading, own.length > 1),
      points: points.map((reading) => (reading ? statedPoint(reading) : null)),
    })),
  }));
}

function statedPoint(reading: Reading): ChartPoint {
  return {
    value: reading.value,
    mark: formatValue(reading),
    label: formatValue(reading) + formatUnit(reading),
    bounded: reading.bound !== 'exact',
  };
}

/** What sets a line apart from its siblings: 本级 · 实地; its unit where nothing else does; empty for one alone. */
function apart(reading: Reading, siblings: boolean): string {
  return apartLabel(reading) || (siblings ? reading.unit : '');
}

/** Fewer reports than this have no median worth a point, and no rate. */
const ENOUGH = 3;

/**
 * The medians of a metric's spreads and its disclosure rate over the years, a line for each level: levels differ too
 * much to be one. Only years and levels of at least three reports have a point, only lines of at least two are drawn.
 */
export function metricCharts(
  metric: Metric,
  rows: readonly MetricRow[],
  spreads: readonly Spread[],
  held: Iterable<Metadata>,
): Chart[] {
  const all = standing(held);
  const years = yearsBetween(all);
  const chart = (title: string, unit: string, sets: ChartSet[]): Chart[] => {
    const lines = sets.filter(({ points }) => points.filter(Boolean).length >= 2);
    return lines.length > 0
      ? [{ title, subject: metric.name, ticks: years.map(String), unit, sets: lines }]
      : [];
  };
  const levels = (point: (level: string, year: number) => ChartPoint | null): ChartSet[] =>
    LEVELS.map((level) => ({
      label: LEVEL_LABELS[level],
      points: years.map((year) => point(level, year)),
    }));
  const at = ({ level, year }: Metadata) => `${level} ${year}`;
  const holding = Map.groupBy(all, at);
  const stating = Map.groupBy(rows, ({ report }) => at(report));
  return [
    ...spreads.flatMap((spread) => {
      const own = spreadsBy(spread, at);
      const { unit } = spread.least.reading;
      const title = `各年中位数 · ${scopeLabel(spread.scope)}`;
      return chart(
        title,
        unit,
        levels((level, year) => medianPoint(own.get(`${level} ${year}`))),
      );
    }),
    ...chart(
      '各年披露率',
      '%',
      levels((level, year) => {
        const count = holding.get(`${level} ${year}`)?.length ?? 0;
        return ratePoint(stating.get(`${level} ${year}`)?.length ?? 0, count);
      }),
    ),
  ];
}

function medianPoint(spread: Spread | undefined): ChartPoint | null {
  if (!spread || spread.placed.length < ENOUGH) return null;
  const { unit } = spread.least.reading;
  const mark = formatMedian(spread.median, unit);
  return {
    value: spread.median,
    mark,
    label: `${mark}${formatUnit({ unit })}（${spread.placed.length}份）`,
    bounded: spread.bounded > 0,
  };
}

function ratePoint(stating: number, held: number): ChartPoint | null {
  if (held < ENOUGH) return null;
  const mark = formatShare(stating, held);
  return { value: (stating / held) * 100, mark, label: `${mark}（${held}份中${stating}份）`, bounded: false };
}
