/** The sheets of a training edition: one report or one comparison each, and the exercises. */
import { headlines, seriesKey } from '../compare/headline.ts';
import type { Archive } from '../report/archive.ts';
import type { Metric } from '../report/catalogue.ts';
import type { Metadata, Reading } from '../report/schema.ts';
import { reportId } from '../report/store.ts';
import { formatUnit, formatValue } from '../site/format.ts';
import { urls } from '../site/urls.ts';
import { type Exercise, exercises } from './exercises.ts';

/** A line of a sheet: what it is about, the value, the words that state it, and where they stand. */
export interface SheetRow {
  label: string;
  value: string;
  quote: string;
  /** Path of the report with the number's anchor. */
  place: string;
}

export interface Sheet {
  title: string;
  rows: SheetRow[];
  /** Rows that one page has no room for. */
  more: number;
}

/** What fits on A4 with quotes of two lines. */
const ROWS = 20;
/** Exercises on a page, with room to write; their answers take the back. */
const EXERCISES_A_SHEET = 6;

function row(label: string, report: Metadata, reading: Reading): SheetRow {
  return {
    label,
    value: formatValue(reading) + formatUnit(reading),
    quote: reading.quote,
    place: `${urls.report(reportId(report))}#${reading.at}`,
  };
}

function sheet(title: string, rows: SheetRow[]): Sheet {
  return { title, rows: rows.slice(0, ROWS), more: Math.max(0, rows.length - ROWS) };
}

/** One sheet a report: its headline readings in the order of the catalogue. */
export function reportSheets({ reports, metrics }: Archive): Sheet[] {
  return [...reports.values()].map((report) => {
    const own = headlines(report.readings, metrics);
    const rows = [...metrics.values()].flatMap((metric) => {
      const reading = own.get(metric.id);
      return reading ? [row(metric.name, report, reading)] : [];
    });
    return sheet(report.title, rows);
  });
}

/** One sheet a metric that at least two reports state comparably: the largest set that may stand side by side. */
export function comparisonSheets({ reports, metrics }: Archive): Sheet[] {
  const own = [...reports.values()].map((report) => ({
    report,
    headlines: headlines(report.readings, metrics),
  }));
  return [...metrics.values()].flatMap((metric) => {
    const stated = own.flatMap(({ report, headlines }) => {
      const reading = headlines.get(metric.id);
      return reading ? [{ report, reading }] : [];
    });
    const rows = largestComparable(stated, metrics).map(({ report, reading }) =>
      row(`${report.agency}，${report.year}年`, report, reading),
    );
    return rows.length < 2 ? [] : [sheet(titleOf(metric), rows)];
  });
}

const titleOf = ({ name }: Metric) => `比较：${name}`;

interface Stated {
  report: Metadata;
  reading: Reading;
}

function largestComparable(stated: readonly Stated[], catalogue: Archive['metrics']): Stated[] {
  const groups = Map.groupBy(stated, ({ reading }) => seriesKey(reading, catalogue)).values();
  return groups.reduce<Stated[]>((largest, group) => (group.length > largest.length ? group : largest), []);
}

/** The exercises by sheet, numbered through from 1. */
export function exerciseSheets(archive: Archive): (Exercise & { number: number })[][] {
  const all = exercises(archive).map((exercise, i) => ({ ...exercise, number: i + 1 }));
  return Array.from({ length: Math.ceil(all.length / EXERCISES_A_SHEET) }, (_, i) =>
    all.slice(i * EXERCISES_A_SHEET, (i + 1) * EXERCISES_A_SHEET),
  );
}
