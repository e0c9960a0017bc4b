/** Builds the files of one shard. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { reportId } from '../report/store.ts';
import { type ReadingRow, type ReportRow, type ShardEntry, textName } from './manifest.ts';
import { packBytes, packJson } from './pack.ts';
import { indexWithPagefind, type PageRecord } from './pagefind-index.ts';
import { indexRecord } from './record.ts';
import type { ReportSource } from './shards.ts';
import { SIMPLIFY } from './simplify-table.ts';
import { addTerms, type TermCounts } from './terms.ts';
import { packThemes, type ThemePositions } from './themes.ts';

/** What the build needs to know of a shard, whether it is new or kept from an earlier build. */
export interface BuiltShard {
  entry: ShardEntry;
  /** Metrics of which its reports have readings. */
  metrics: string[];
  terms: TermCounts;
}

/** What is kept of each report while its shard is built. */
interface Indexed {
  row: ReportRow;
  themes: ThemePositions;
  readings: [metric: string, printed: string, at: string][];
}

/** Writes the files of a shard into `folder`, named as below `search/<id>/`. */
export async function buildShard(
  id: string,
  sources: readonly ReportSource[],
  folder: string,
): Promise<BuiltShard> {
  const write = (name: string, pack: (path: string) => string) => {
    const file = join(folder, `${name}.js`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, pack(`${id}/${name}`));
  };
  const writeJson = (name: string, value: unknown) => write(name, (path) => packJson(path, value));
  const indexed = new Map<string, Indexed>();

  async function* records(): AsyncGenerator<PageRecord> {
    for (const source of sources) {
      const report = await source.read();
      const url = reportId(report.metadata);
      const { tokens, appendix, themes, text } = indexRecord(report, SIMPLIFY);
      const readings = report.metadata.readings.map(({ metric, printed, at }): [string, string, string] => [
        metric,
        printed,
        at,
      ]);
      indexed.set(url, { row: reportRow(source, appendix), themes, readings });
      writeJson(textName(report.metadata.agencyId, report.metadata.year), text);
      yield { url, tokens };
    }
  }

  const { meta, chunks, urls } = await indexWithPagefind(records(), join(folder, 'pagefind'));
  write('meta', (path) => packBytes(path, meta));
  for (const [hash, chunk] of chunks) write(`index/${hash}`, (path) => packBytes(path, chunk));
  const pages = urls.map((url) => indexed.get(url) as Indexed);
  const rows = pages.map(({ row }) => row);
  const readings = readingsByMetric(pages);
  writeJson('reports', rows);
  writeJson('themes', packThemes(pages.map(({ themes }) => themes)));
  for (const [metric, metricRows] of readings) writeJson(`readings/${metric}`, metricRows);
  const entry = {
    id,
    reports: rows.length,
    years: distinct(rows.map(([, year]) => year)),
    provinces: distinct(rows.map((row) => row[5])),
  };
  return { entry, metrics: [...readings.keys()], terms: addTerms(sources.map((source) => source.terms())) };
}

function reportRow({ metadata }: ReportSource, appendix: number): ReportRow {
  const { agencyId, year, agency, level, agencyType, province, city } = metadata;
  return [agencyId, year, agency, level ?? '', agencyType ?? '', province ?? '', city ?? '', appendix];
}

function readingsByMetric(pages: readonly Indexed[]): Map<string, ReadingRow[]> {
  const byMetric = new Map<string, ReadingRow[]>();
  for (const [page, { readings }] of pages.entries())
    for (const [metric, printed, at] of readings) {
      const rows = byMetric.get(metric) ?? [];
      rows.push([page, printed, at]);
      byMetric.set(metric, rows);
    }
  return byMetric;
}

function distinct<T extends string | number>(values: readonly T[]): T[] {
  return [...new Set(values)].sort((a, b) => (a < b ? -1 : 1));
}
