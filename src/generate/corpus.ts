/** A corpus of generated reports with what is true of each: its file, its gold figures and its label. */
import type { Gazetteer } from '../divisions/gazetteer.ts';
import type { Agency } from './agency.ts';
import { createWriter, writeBody } from './body.ts';
import { encode } from './encoding.ts';
import type { Library } from './library.ts';
import { type Page, setPage, toHtml } from './page.ts';
import { foldText, quoteOf } from './quote.ts';
import { drawSeries, type Series } from './series.ts';
import type { Gold } from './text.ts';

export interface GeneratedReport {
  /** File name below raw/. */
  file: string;
  bytes: Uint8Array;
  gold: readonly (Gold & { quote: string })[];
  label: Label;
}

/** A row of labels.jsonl; null where the page does not show it. */
export interface Label {
  id: string;
  title: string | null;
  agency: string | null;
  agency_type: string;
  province: string | null;
  city: string | null;
  county: string | null;
  level: string | null;
  year_covered: number;
  published: string | null;
  signed: string | null;
  source: string | null;
  doc_type: 'annual_report';
  metrics: [];
  /** What the page does not show and the division table knows; nothing where the place has a namesake. */
  inferred: { province?: string; city?: string; county?: string; level?: string };
}

/**
 * The first `count` reports of the corpus of `seed`. The ith is the same whatever `count` is: series follow one
 * another whole, and only the last may be cut short.
 */
export function* generateCorpus(
  seed: number,
  count: number,
  library: Library,
  gazetteer: Gazetteer,
): Generator<GeneratedReport> {
  let number = 0;
  for (const series of drawSeries(seed, library.agencies, gazetteer))
    for (const year of series.years) {
      if (number === count) return;
      number += 1;
      yield generateReport(String(number).padStart(6, '0'), series, year, library, gazetteer);
    }
}

function generateReport(
  id: string,
  series: Series,
  year: number,
  library: Library,
  gazetteer: Gazetteer,
): GeneratedReport {
  const writer = createWriter(series, year, library);
  const page = setPage(series.agency, year, writeBody(series, writer, library), writer, library);
  const folded = foldText(page.text.text);
  return {
    file: `${id}.${page.html ? 'html' : 'txt'}`,
    bytes: page.html ? encode(toHtml(page), 'utf-8') : encode(page.text.text, page.encoding),
    gold: page.text.marks.map((mark) => ({ ...mark.gold, quote: quoteOf(page.text, folded, mark) })),
    label: labelOf(id, series.agency, year, page, folded, gazetteer),
  };
}

function labelOf(
  id: string,
  agency: Agency,
  year: number,
  page: Page,
  folded: string,
  gazetteer: Gazetteer,
): Label {
  const { place, shown } = agency;
  const visible = folded.includes(foldText(agency.name));
  const seen: Label['inferred'] = visible ? { ...shown, level: agency.level } : {};
  const words = [seen.province, seen.city, seen.county].join('');
  const namesakes = words !== '' && gazetteer.scan(words, year)?.candidates.length !== 1;
  const all = {
    level: agency.level,
    ...(place && { province: place.province.name }),
    ...(place?.city && { city: place.city.name }),
    ...(place?.county && { county: place.county.name }),
  };
  return {
    id,
    title: page.title,
    agency: visible ? agency.name : null,
    agency_type: agency.type.replace('-', '_'),
    province: seen.province ?? null,
    city: seen.city ?? null,
    county: seen.county ?? null,
    level: seen.level ?? null,
    year_covered: year,
    published: page.published ?? null,
    signed: page.signed ?? null,
    source: page.source ?? null,
    doc_type: 'annual_report',
    metrics: [],
    inferred: namesakes ? {} : Object.fromEntries(Object.entries(all).filter(([key]) => !(key in seen))),
  };
}

export const GOLD_HEADER = 'file\tmetric\tvalue\tunit\tbound\tprinted\tflags\tquote\n';

/** Rows of the gold file. */
export function printGold({ label, gold }: GeneratedReport): string {
  return gold
    .map((g) => [label.id, g.metric, g.value, g.unit, g.bound, g.printed, g.flags, g.quote].join('\t'))
    .map((row) => `${row}\n`)
    .join('');
}
