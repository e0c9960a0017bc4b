/** Every report's metadata, typed and ordered: what pages that show more than one report are made from. */
import { byCodeUnit } from '../order.ts';
import { loadSettings, type Settings } from '../site/settings.ts';
import { type Deadline, loadDeadlines } from '../site/timeliness.ts';
import { loadCheckNames, loadMetrics, loadThemes, type Metric, type Theme } from './catalogue.ts';
import type { AgencyType, Level, Metadata } from './schema.ts';
import { type Entry, listReports, type ReportId, readEntry, reportId } from './store.ts';

/** An agency as its newest report describes it, with its reports. */
export interface Agency {
  id: string;
  name: string;
  type: AgencyType | undefined;
  level: Level | undefined;
  regionCode: string | undefined;
  /** Province, city and county that are known, widest first. */
  places: string[];
  /** Oldest first. */
  reports: Metadata[];
}

export interface Archive {
  settings: Settings;
  /** What a partial edition is limited to, in words; absent where the archive is whole. */
  filter?: string;
  /** True for a training edition: handouts and exercises are added. */
  training?: true;
  metrics: ReadonlyMap<string, Metric>;
  themes: ReadonlyMap<string, Theme>;
  deadlines: readonly Deadline[];
  /** What each check of a report's own numbers is called. */
  checkNames: ReadonlyMap<string, string>;
  /** By agency id and year. */
  reports: ReadonlyMap<ReportId, Metadata>;
  /** Of the same reports in the same order, as their files were when they were read. */
  fingerprints: ReadonlyMap<ReportId, string>;
  /** By region code, wider regions first, then by id. */
  agencies: ReadonlyMap<string, Agency>;
  /** Years with a report, oldest first. */
  years: number[];
}

/**
 * Reads the archive in `content`; bodies are left on disk.
 * @param printed SHA-256 of files of reports that are known to be as they were printed: they are not checked again
 * @throws {Error} naming the file that is wrong.
 */
export function loadArchive(content: string, printed: ReadonlySet<string> = new Set()): Archive {
  return makeArchive({
    settings: loadSettings(content),
    metrics: loadMetrics(content),
    themes: loadThemes(content),
    deadlines: loadDeadlines(content),
    checkNames: loadCheckNames(content),
    entries: listReports(content).map((id) => readEntry(content, id, printed)),
  });
}

/** An archive from its parts, in any order. */
export function makeArchive(parts: {
  settings: Settings;
  metrics: readonly Metric[];
  themes: readonly Theme[];
  deadlines: readonly Deadline[];
  checkNames: ReadonlyMap<string, string>;
  entries: readonly Entry[];
}): Archive {
  const entries = parts.entries.toSorted(
    ({ metadata: a }, { metadata: b }) =>
      byCodeUnit(a.agencyId, b.agencyId) || a.year - b.year || byCodeUnit(a.source.file, b.source.file),
  );
  const reports = entries.map(({ metadata }) => metadata);
  return {
    settings: parts.settings,
    metrics: new Map(parts.metrics.map((metric) => [metric.id, metric])),
    themes: new Map(parts.themes.map((theme) => [theme.id, theme])),
    deadlines: parts.deadlines,
    checkNames: parts.checkNames,
    reports: new Map(reports.map((report) => [reportId(report), report])),
    fingerprints: new Map(entries.map(({ metadata, fingerprint }) => [reportId(metadata), fingerprint])),
    agencies: new Map(
      [...Map.groupBy(reports, (report) => report.agencyId)].map(([id, own]) => [id, toAgency(id, own)]),
    ),
    years: [...new Set(reports.map((report) => report.year))].sort((a, b) => a - b),
  };
}

function toAgency(id: string, reports: Metadata[]): Agency {
  const newest = reports.at(-1) as Metadata;
  return {
    id,
    name: newest.agency,
    type: newest.agencyType,
    level: newest.level,
    regionCode: newest.regionCode,
    places: placesOf(newest),
    reports,
  };
}

/** Province, city and county of a report, widest first; one name once (a municipality is its own city). */
export function placesOf({ province, city, county }: Metadata): string[] {
  return [...new Set([province, city, county].filter((place) => place !== undefined))];
}
