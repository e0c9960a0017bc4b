/**
 * What the compare page loads of the reports that a reader chooses. Data comes as scripts that call a function:
 * a page on file:// can load those and nothing else.
 */
import { sectionsOn } from '../compare/sections.ts';
import type { Archive } from '../report/archive.ts';
import type { Report } from '../report/report.ts';
import { reportId } from '../report/store.ts';
import { formatUnit, formatValue } from './format.ts';
import { apartLabel } from './labels.ts';

/** Reports of one province, to choose from: id, agency, year. */
export interface Choice {
  province: string;
  reports: [id: string, agency: string, year: number][];
}

export interface ComparedReading {
  /** As shown: 17,000余条. */
  text: string;
  value: number;
  at: string;
  quote: string;
  /** 本级 · 实地; empty where nothing sets it apart. */
  apart: string;
}

/** One report as it is compared. */
export interface Compared {
  id: string;
  agency: string;
  year: number;
  readings: Record<string, ComparedReading[]>;
  /** Paragraphs of its sections by theme, each with its anchor. */
  sections: Record<string, [anchor: string, text: string][]>;
}

/** What stands in compare.html: names in their order, and the provinces with their number of reports. */
export interface CompareIndex {
  metrics: [id: string, name: string, theme: string][];
  themes: [id: string, name: string][];
  provinces: [code: string, name: string, reports: number][];
}

/** First two digits of the region code; 00 for national bodies. */
const provinceOf = ({ regionCode }: { regionCode?: string | undefined }) => regionCode?.slice(0, 2) ?? '00';

export function compareIndex({ metrics, themes, reports }: Archive): CompareIndex {
  const provinces = Map.groupBy(reports.values(), provinceOf);
  return {
    metrics: [...metrics.values()].map(({ id, name, theme }) => [id, name, theme]),
    themes: [...themes.values()].map(({ id, name }) => [id, name]),
    provinces: [...provinces]
      .map(([code, own]): CompareIndex['provinces'][number] => [code, own[0]?.province ?? '中央', own.length])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

export function choicesOf({ reports }: Archive): Choice[] {
  return [...Map.groupBy(reports.values(), provinceOf)].map(([province, own]) => ({
    province,
    reports: own.map((report) => [reportId(report), report.agency, report.year]),
  }));
}

export function comparedOf({ metadata, blocks }: Report, { themes }: Archive): Compared {
  const { agency, year, readings, sections } = metadata;
  return {
    id: reportId(metadata),
    agency,
    year,
    readings: Object.fromEntries(
      [...Map.groupBy(readings, ({ metric }) => metric)].map(([metric, own]) => [
        metric,
        own.map((reading) => ({
          text: formatValue(reading) + formatUnit(reading),
          value: reading.value,
          at: reading.at,
          quote: reading.quote,
          apart: apartLabel(reading),
        })),
      ]),
    ),
    sections: Object.fromEntries(
      [...themes.keys()].flatMap((theme) => {
        const own = sectionsOn(theme, blocks, sections).flat();
        return own.length > 0 ? [[theme, own.map(({ anchor, text }) => [anchor, text])]] : [];
      }),
    ),
  };
}
