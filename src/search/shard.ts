/** Builds the files of one shard. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { reportId } from '../report/store.ts';
import type { ReadingRow, ReportRow, ShardEntry } from './manifest.ts';
import { packBytes, packJson } from './pack.ts';
import { readMeta } from './pagefind-format.ts';
import { indexRecord } from './record.ts';
import type { ReportSource } from './shards.ts';
import { SIMPLIFY } from './simplify-table.ts';
import { packThemes, type ThemePositions } from './themes.ts';

/**
 * Tokens a chunk: a fifth of Pagefind's default, as a word loads a whole chunk in every shard. Pagefind reads it
 * from the environment.
 */
const CHUNK_SIZE = '4000';

/** What is kept of each report while its shard is built. */
interface Indexed {
  row: ReportRow;
  themes: ThemePositions;
  readings: [metric: string, printed: string, at: string][];
}

/** What the build needs to know of a shard, whether it is new or kept from an earlier build. */
export interface BuiltShard {
  entry: ShardEntry;
  /** Metrics of which its reports have readings. */
  metrics: string[];
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
  const indexed = new Map<string, Indexed>();
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = CHUNK_SIZE;
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  for (const source of sources) {
    const report = await source.read();
    const url = reportId(report.metadata);
    const { tokens, appendix, themes, text } = indexRecord(report, SIMPLIFY);
    const added = await index.addCustomRecord({ url, content: tokens.join(' '), language: 'und' });
    if (added.errors.length > 0) throw new Error(`Pagefind: ${url}: ${added.errors.join('; ')}`);
    write(`text/${url}`, (path) => packJson(path, text));
    indexed.set(url, {
      row: row(source, appendix),
      themes,
      readings: report.metadata.readings.map(({ metric, printed, at }) => [metric, printed, at]),
    });
  }
  const temporary = mkdtempSync(join(tmpdir(), 'search-'));
  try {
    await index.writeFiles({ outputPath: temporary });
    // Its memory comes back only when the process ends.
    await close();
    for (const name of readdirSync(join(temporary, 'index')))
      write(`index/${chunkName(name)}`, (path) =>
        packBytes(path, readFileSync(join(temporary, 'index', name))),
      );
    const meta = readFileSync(join(temporary, onlyFile(temporary, '.pf_meta')));
    write('meta', (path) => packBytes(path, meta));
    const pages = await readPages(temporary, meta, indexed);
    write('reports', (path) =>
      packJson(
        path,
        pages.map(({ row }) => row),
      ),
    );
    const themes = packThemes(pages.map((page) => page.themes));
    write('themes', (path) => packJson(path, themes));
    const readings = readingsByMetric(pages);
    for (const [metric, rows] of readings) write(`readings/${metric}`, (path) => packJson(path, rows));
    const entry = {
      id,
      reports: pages.length,
      years: distinct(pages.map(({ row }) => row[1])),
      provinces: distinct(pages.map(({ row }) => row[5])),
    };
    return { entry, metrics: [...readings.keys()] };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function row({ metadata }: ReportSource, appendix: number): ReportRow {
  const { agencyId, year, agency, level, agencyType, province, city } = metadata;
  return [agencyId, year, agency, level ?? '', agencyType ?? '', province ?? '', city ?? '', appendix];
}

/** Pagefind numbers its pages in an order of its own: a page's hash names its fragment, which has its URL. */
async function readPages(folder: string, meta: Buffer<ArrayBuffer>, indexed: ReadonlyMap<string, Indexed>) {
  const { pages } = await readMeta(new Uint8Array(meta));
  return pages.map(({ hash }) => {
    const fragment = gunzipSync(readFileSync(join(folder, 'fragment', `${hash}.pf_fragment`))).toString();
    const { url } = JSON.parse(fragment.slice(fragment.indexOf('{'))) as { url: string };
    const report = indexed.get(url);
    if (!report) throw new Error(`Pagefind: unknown page ${url}`);
    return report;
  });
}

function readingsByMetric(pages: readonly Indexed[]): Map<string, ReadingRow[]> {
  const rows = pages.flatMap(({ readings }, page) =>
    readings.map(([metric, printed, at]) => ({ metric, row: [page, printed, at] satisfies ReadingRow })),
  );
  const byMetric = Map.groupBy(rows, ({ metric }) => metric);
  return new Map(
    [...byMetric]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([metric, all]) => [metric, all.map(({ row }) => row)]),
  );
}

/** und_1a2b3c4.pf_index is written as index/und_1a2b3c4.js. */
function chunkName(file: string): string {
  return file.slice(0, file.indexOf('.'));
}

function onlyFile(folder: string, ending: string): string {
  const files = readdirSync(folder).filter((name) => name.endsWith(ending));
  if (files.length !== 1) throw new Error(`Pagefind: expected one ${ending}, found ${files.length}`);
  return files[0] as string;
}

function distinct<T extends string | number>(values: readonly T[]): T[] {
  return [...new Set(values)].sort((a, b) => (a < b ? -1 : 1));
}
