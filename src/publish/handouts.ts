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
  /** What the rows are about: the head of their first column. */
  of: string;
  rows: SheetRow[];
  /** Rows that one page has no room for. */
  more: number;
  /** What the reader of the sheet should know besides: where a report is from, what a metric counts. */
  note: string;
}

/** Room for rows on A4 below a title of three lines and above the notes, in millimetres. */
const ROOM = 200;
/** Height of a line of a row and of the space round it, in millimetres (styles/site/handouts.css). */
const LINE = 4.4;
const SPACE = 2.9;
/** Characters that a line of the label and of the quote holds. */
const LABEL_LINE = 14;
const QUOTE_LINE = 28;
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

const heightOf = ({ label, quote }: SheetRow) =>
  Math.max(Math.ceil(label.length / LABEL_LINE), Math.ceil(quote.length / QUOTE_LINE)) * LINE + SPACE;

/** A sheet with as many of the rows as one page holds. */
function sheet({ rows, ...rest }: Omit<Sheet, 'more'>): Sheet {
  let left = ROOM;
  const overflow = rows.findIndex((row) => {
    left -= heightOf(row);
    return left < 0;
  });
  const fitting = overflow < 0 ? rows.length : overflow;
  return { ...rest, rows: rows.slice(0, fitting), more: rows.length - fitting };
}

/** One sheet a report: its headline readings in the order of the catalogue. */
export function reportSheets({ reports, metrics }: Archive): Sheet[] {
  return [...reports.values()].map((report) => {
    const own = headlines(report.readings, metrics);
    const rows = [...metrics.values()].flatMap((metric) => {
      const reading = own.get(metric.id);
      return reading ? [row(metric.name, report, reading)] : [];
    });
    return sheet({ title: report.title, of: '指标', rows, note: originOf(report) });
  });
}

/** Who published a report, when and where, as far as that is known. */
function originOf({ agency, published, source }: Metadata): string {
  const where = source.url ?? source.site;
  return [agency, published && `${published}公开`, where && `来源：${where}`].filter(Boolean).join('，');
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
    return rows.length < 2
      ? []
      : [sheet({ title: titleOf(metric), of: '报告', rows, note: countsOf(metric) })];
  });
}

const titleOf = ({ name }: Metric) => `比较：${name}`;

/** What a metric counts and what it does not. */
const countsOf = ({ counts, not }: Metric) =>
  [counts && `口径：${counts}。`, not && `不含：${not}。`].filter(Boolean).join('');

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
