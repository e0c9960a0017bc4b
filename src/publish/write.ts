/** Writes what the site offers besides its pages: data for others, texts, raw bytes, feeds, sitemap. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Diagnostic, diagnose } from '../diagnostics.ts';
import { fileDigest, listFiles } from '../files.ts';
import type { Archive } from '../report/archive.ts';
import type { Report } from '../report/report.ts';
import type { Metadata, Source } from '../report/schema.ts';
import type { ReportId } from '../report/store.ts';
import { urls } from '../site/urls.ts';
import { correctionEntries, type Feed, feedDate, printFeed, reportEntries } from './atom.ts';
import { reportUrl } from './citation.ts';
import {
  type Column,
  READING_COLUMNS,
  REPORT_COLUMNS,
  type ReadingRow,
  type ReportRow,
  tableUrl,
} from './columns.ts';
import { dataPackage, type Resource } from './datapackage.ts';
import { type KeptFiles, NOTHING_KEPT } from './kept.ts';
import { regionsOf } from './regions.ts';
import { robots, sitemap } from './sitemap.ts';
import { writeCsv, writeParquet } from './tables.ts';
import { plainText } from './text.ts';
import type { ValueChange } from './values.ts';

export interface Publication {
  archive: Archive;
  /** A report with its text; asked for one at a time. */
  report(id: ReportId): Report;
  /** The bytes of a raw text as they were collected. */
  raw(source: Source): Uint8Array;
  /** Stands for the code and for a report with all that is in it; needed where files of the last site may be kept. */
  key?: (id: ReportId) => string;
  kept?: KeptFiles;
}

/**
 * Writes data/, the plain texts and the raw bytes of the archive below `out`. `tick` counts reports done; after
 * each, whatever else the build does meanwhile has its turn.
 */
export async function writeData(publication: Publication, out: string, tick = () => {}): Promise<void> {
  const { archive, raw, kept = NOTHING_KEPT } = publication;
  for (const [id, metadata] of archive.reports) {
    const paths = [urls.reportData(id), urls.reportText(id)];
    if (!kept.keep(publication.key?.(id) ?? '', paths)) {
      const contents = printed(publication, id);
      for (const [i, path] of paths.entries()) put(out, path, contents[i] as string);
    }
    for (const source of sourcesOf(metadata)) {
      const path = urls.rawBytes(source.sha256);
      // What is hidden in a text is said beside it, and may be said anew.
      if (source.hidden || !kept.keep(source.sha256, [path])) put(out, path, raw(source));
    }
    tick();
    await setImmediate();
  }
  await writeTables(archive, join(out, 'data'));
}

/** A report as JSON and as plain text. */
function printed({ archive, report }: Publication, id: ReportId): [string, string] {
  const full = report(id);
  const url = reportUrl(archive.settings.base, full.metadata);
  return [json({ url, ...full.metadata, blocks: full.blocks }), plainText(full, url)];
}

/** Every raw text a report was read from, its other versions included. */
function sourcesOf({ source, versions = [] }: Metadata): Source[] {
  return [source, ...versions.map((version) => version.source)];
}

interface Table<Row> {
  name: string;
  title: string;
  columns: readonly Column<Row>[];
  rows(): Iterable<Row>;
  keys: Pick<Resource, 'primaryKey' | 'foreignKeys'>;
}

const KEY = ['agencyId', 'year'];

async function writeTables(archive: Archive, data: string): Promise<void> {
  mkdirSync(data, { recursive: true });
  const resources = [
    ...(await writeTable<ReportRow>(data, {
      name: 'reports',
      title: '报告',
      columns: REPORT_COLUMNS,
      rows: () => reportRows(archive),
      keys: { primaryKey: KEY },
    })),
    ...(await writeTable<ReadingRow>(data, {
      name: 'metrics',
      title: '指标读数',
      columns: READING_COLUMNS,
      rows: () => readingRows(archive),
      keys: { foreignKeys: [{ fields: KEY, reference: { resource: 'reports', fields: KEY } }] },
    })),
  ];
  put(data, 'datapackage.json', json(dataPackage(archive.settings, resources)));
}

async function writeTable<Row>(
  data: string,
  { name, title, columns, rows, keys }: Table<Row>,
): Promise<Resource[]> {
  await writeCsv(join(data, `${name}.csv`), columns, rows());
  await writeParquet(join(data, `${name}.parquet`), columns, rows());
  const common = { title, columns, ...keys };
  return [
    { name, path: `${name}.csv`, mediatype: 'text/csv', encoding: 'utf-8' as const },
    { name: `${name}-parquet`, path: `${name}.parquet`, mediatype: 'application/vnd.apache.parquet' },
  ].map((resource) => ({ ...resource, ...common, ...fileDigest(join(data, resource.path)) }));
}

function* reportRows({ reports, settings }: Archive): Generator<ReportRow> {
  for (const report of reports.values()) yield { report, url: tableUrl(settings.base, report) };
}

function* readingRows(archive: Archive): Generator<ReadingRow> {
  for (const row of reportRows(archive))
    for (const reading of row.report.readings) {
      const metric = archive.metrics.get(reading.metric);
      yield { ...row, reading, metric, theme: metric && archive.themes.get(metric.theme) };
    }
}

/**
 * Writes the Atom feeds: feed.xml, one beside the page of every agency and region, and corrections.xml for the
 * published values that changed. Without a base there are none, which is said, as is every report that has no
 * date to stand under.
 */
export function writeFeeds(
  archive: Archive,
  changes: ReadonlyMap<ReportId, readonly ValueChange[]>,
  out: string,
): Diagnostic[] {
  const { settings, reports, agencies } = archive;
  const { base, name } = settings;
  if (base === undefined) return [noBase()];
  const feeds: Feed[] = [
    { title: name, path: urls.feed, page: urls.home, entries: reportEntries(base, reports.values()) },
    {
      title: `更正记录 · ${name}`,
      path: urls.correctionsFeed,
      page: urls.method,
      entries: correctionEntries(base, archive, changes),
    },
    ...[...agencies.values()].map((agency) => ({
      title: `${agency.name} · ${name}`,
      path: urls.agencyFeed(agency.id),
      page: urls.agency(agency.id),
      entries: reportEntries(base, agency.reports),
    })),
    ...regionsOf(reports.values()).map((region) => ({
      title: `${region.name} · ${name}`,
      path: urls.regionFeed(region.code),
      page: urls.region(region.code),
      entries: reportEntries(base, region.reports),
    })),
  ];
  for (const feed of feeds) put(out, feed.path, printFeed(base, feed));
  put(out, urls.feedStyle, readFileSync(new URL('feed.css', import.meta.url)));
  return [...reports.values()].filter((report) => feedDate(report) === undefined).map(undated);
}

/** Writes robots.txt, and the sitemap of the pages that stand in `out`; call it when all pages are there. */
export function writeSitemap(base: string | undefined, out: string): void {
  put(out, 'robots.txt', robots(base));
  if (base === undefined) return;
  for (const [file, xml] of sitemap(base, listFiles(out))) put(out, file, xml);
}

function noBase(): Diagnostic {
  return diagnose('no-base', {
    file: 'site.yaml',
    message: 'no base is set, so there are no feeds, no sitemap and no addresses in citations',
    hint: 'give the address of the site, such as base: https://example.gov.cn/fazhi/',
  });
}

function undated(report: Metadata): Diagnostic {
  return diagnose('no-feed-date', {
    file: `raw/${report.source.file}`,
    message: 'no date of publication, collection or signing is known, so it is in no feed',
    hint: `give collected in ${report.source.file}.yaml`,
  });
}

const json = (data: object) => `${JSON.stringify(data, undefined, 1)}\n`;

function put(folder: string, path: string, content: string | Uint8Array): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
