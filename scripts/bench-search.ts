/** Compares the search with stock Pagefind and MiniSearch on the reports of a content folder. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildFolder, readAll } from '../tests/search/bench/folder.ts';
import { ENGINES, measure, packing, type Row } from '../tests/search/bench/measure.ts';
import { expectedIds } from '../tests/search/ground-truth.ts';
import { QUERIES } from '../tests/search/queries.ts';
import { launch } from '../tests/site/browser.ts';
import { serve } from '../tests/site/server.ts';

const HELP = `node scripts/bench-search.ts [--content DIR]

Indexes DIR/reports (content) with this archive's search, stock Pagefind and MiniSearch, asks each the queries of
tests/search/queries.ts in Chromium, and prints a table. Needs the development dependencies.`;

const { values } = parseArgs({
  options: { content: { type: 'string', default: 'content' }, help: { type: 'boolean', default: false } },
});
if (values.help) console.log(HELP);
else await main(values.content);

async function main(content: string): Promise<void> {
  const cache = fileURLToPath(new URL('../.cache', import.meta.url));
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'bench-'));
  const times = await buildFolder(content, folder);
  const reports = readAll(content);
  const queries = Object.values(QUERIES).flat();
  const expected = new Map(queries.map((query) => [query, new Set(expectedIds(query, reports))]));
  const [browser, server] = await Promise.all([launch(), serve(folder, '/a/')]);
  console.log(`${reports.length} reports, ${queries.length} queries\n`);
  console.log(
    '| | recall | precision | index | gzipped | built in | before the first result, median (most) | first query | later |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|');
  for (const engine of ENGINES) {
    const row = await measure(engine, { browser, folder, http: server.root, expected });
    console.log(printRow(row, times[engine.key]));
  }
  const { packed, gzipped } = packing(join(folder, 'search'));
  console.log(
    `\nchunks packed as scripts: ${packed.toFixed(2)} times their bytes, ${gzipped.toFixed(2)} gzipped`,
  );
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
}

function printRow(
  { name, recall, precision, index, gzipped, bytes, cold, warm }: Row,
  seconds: number,
): string {
  const cells = [
    name,
    `${(recall * 100).toFixed(1)} %`,
    `${(precision * 100).toFixed(1)} %`,
    megabytes(index),
    megabytes(gzipped),
    `${seconds.toFixed(0)} s`,
    `${kilobytes(bytes.median)} (${kilobytes(bytes.most)})`,
    `${cold.toFixed(0)} ms`,
    `${warm.toFixed(0)} ms`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}
