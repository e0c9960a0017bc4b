/** Asks each engine every query in a browser, and compares with the ground truth. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type { Run } from './harness.ts';

export interface Row {
  name: string;
  /** Shares of 1, over all queries that have a result in the ground truth. */
  recall: number;
  precision: number;
  /** Bytes of the index, and gzipped file by file. */
  index: number;
  gzipped: number;
  /** Bytes loaded before the first result of a first query: median and most over the queries that have results. */
  bytes: { median: number; most: number };
  /** Milliseconds to the first result of a first query, and of a later one; medians. */
  cold: number;
  warm: number;
}

export interface Engine {
  name: string;
  /** Key of `engines` in harness.ts. */
  key: 'archive' | 'pagefind' | 'minisearch';
  /** Folder or file of its index below the bench folder. */
  index: string;
  phrase: (query: string) => string;
  overFile: boolean;
  /** Module of the script that a page loads before it can search, where the engine does not load it itself. */
  script?: string;
}

const archive = {
  key: 'archive',
  index: 'search',
  phrase: (query: string) => query,
  script: 'src/client/search.ts',
} as const;
const pagefind = { key: 'pagefind', index: 'pagefind', overFile: false } as const;

export const ENGINES: readonly Engine[] = [
  { ...archive, name: 'this archive, file://', overFile: true },
  { ...archive, name: 'this archive, http', overFile: false },
  { ...pagefind, name: 'Pagefind, as typed', phrase: (query) => query },
  { ...pagefind, name: 'Pagefind, quoted', phrase: (query) => (query.includes('"') ? query : `"${query}"`) },
  {
    name: 'MiniSearch, bigrams',
    key: 'minisearch',
    index: 'minisearch.json',
    phrase: (query) => query,
    overFile: false,
    script: 'minisearch',
  },
];

/** A fresh browser context is asked one query in so many; of this archive every one. */
const SAMPLE = 4;

/** `http`: address at which `folder` is served, ending in `/`; `expected`: each query with the ids it should find. */
export async function measure(
  engine: Engine,
  {
    browser,
    folder,
    http,
    expected,
  }: {
    browser: Browser;
    folder: string;
    http: string;
    expected: ReadonlyMap<string, ReadonlySet<string>>;
  },
): Promise<Row> {
  const root = engine.overFile ? `${pathToFileURL(folder).href}/` : http;
  let [right, found, wanted] = [0, 0, 0];
  const bytes: number[] = [];
  const cold: number[] = [];
  const warm: number[] = [];
  const open = async (prepare: (page: Page) => unknown = () => {}) => {
    const page = await (await browser.newContext()).newPage();
    await prepare(page);
    await page.goto(`${root}bench.html`);
    return page;
  };
  const kept = await open();
  for (const [query, ids] of expected) {
    const run = await ask(kept, engine, query, false);
    if (run.ids.length > 0) warm.push(run.first);
    right += run.ids.filter((id) => ids.has(id)).length;
    found += run.ids.length;
    wanted += ids.size;
  }
  const script = await scriptSize(engine.script);
  const answered = [...expected].filter(([, ids]) => ids.size > 0).map(([query]) => query);
  const every = engine.key === 'archive' ? 1 : SAMPLE;
  for (const query of answered.filter((_, i) => i % every === 0)) {
    const requested: string[] = [];
    let needed = 0;
    const page = await open(async (page) => {
      await page.exposeFunction('firstResult', () => {
        needed = requested.length;
      });
    });
    page.on('request', (request) =>
      requested.push(join(folder, decodeURI(request.url().slice(root.length)))),
    );
    const run = await ask(page, engine, query, true);
    if (run.ids.length > 0) {
      cold.push(run.first);
      bytes.push(requested.slice(0, needed).reduce((sum, file) => sum + sizeOf(file), script));
    }
    await page.context().close();
  }
  await kept.context().close();
  const files = filesBelow(join(folder, engine.index));
  return {
    name: engine.name,
    recall: right / wanted,
    precision: right / found,
    index: files.reduce((sum, file) => sum + statSync(file).size, 0),
    gzipped: files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0),
    bytes: { median: median(bytes), most: Math.max(...bytes) },
    cold: median(cold),
    warm: median(warm),
  };
}

/**
 * What packing as scripts costs: bytes of the packed chunks of an index, and of these gzipped, to those of
 * Pagefind's own files.
 */
export function packing(index: string): { packed: number; gzipped: number } {
  const sum = { own: 0, packed: 0, gzipped: 0 };
  for (const file of filesBelow(index).filter((path) => basename(dirname(path)) === 'index')) {
    const script = readFileSync(file, 'utf8');
    const [, base64 = ''] = /"([A-Za-z0-9+/=]{40,})"/.exec(script) ?? [];
    sum.own += Buffer.from(base64, 'base64').length;
    sum.packed += Buffer.byteLength(script);
    sum.gzipped += gzipSync(script).length;
  }
  return { packed: sum.packed / sum.own, gzipped: sum.gzipped / sum.own };
}

/** What harness.ts leaves on the page. */
interface Harness {
  engines: Record<string, (query: string, firstOnly: boolean) => Promise<Run>>;
}

async function ask(page: Page, { key, phrase }: Engine, query: string, firstOnly: boolean): Promise<Run> {
  const run = await page.evaluate(
    ([name, text, first]) => (globalThis as unknown as Harness).engines[name]?.(text, first),
    [key, phrase(query), firstOnly] as const,
  );
  if (!run) throw new Error(`no engine ${key}`);
  return run;
}

/** Bytes of the script that a page would load for an engine. */
async function scriptSize(entry: string | undefined): Promise<number> {
  if (entry === undefined) return 0;
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const options = { bundle: true, minify: true, format: 'iife', write: false, absWorkingDir: root } as const;
  const { outputFiles } = await build({ entryPoints: [entry], ...options });
  return outputFiles[0]?.contents.length ?? 0;
}

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile());
}

function sizeOf(file: string): number {
  return statSync(file.replace(/\?.*$/, '')).size;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
