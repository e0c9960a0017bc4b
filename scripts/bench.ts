/** Measures the archive at several sizes: npm run bench -- [options] */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureBuilds } from '../src/bench/builds.ts';
import { costOfScript } from '../src/bench/cost.ts';
import { hugoVersion } from '../src/bench/hugo.ts';
import { measurePages } from '../src/bench/pages.ts';
import { type Measured, printTable } from '../src/bench/table.ts';
import { cacheFolder } from '../src/build/cache.ts';

const HELP = `Usage: npm run bench -- [options]

Measures builds of generated reports and prints a Markdown table; what is not installed leaves its cells empty.

  --reports LIST   sizes, ascending (default: 1000,5000,20000)
  --json FILE      writes everything that was measured as JSON, after each size
  --help           show this`;

/** Above this the pages alone are not measured again: their cost a page is the same. */
const MOST_PAGES = 5000;
/** Texts that ingest and nodejieba are compared on. */
const TEXTS = 300;

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '1000,5000,20000' },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const sizes = values.reports.split(',').map(Number);
if (values.help) console.log(HELP);
else if (sizes.some((size) => !Number.isInteger(size) || size < 1)) {
  console.error(HELP);
  process.exitCode = 1;
} else {
  const results: Measured[] = [];
  for (const size of sizes) {
    results.push(await measure(size));
    // after each size, so that hours are not lost with the last
    if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
  }
  console.log(printTable(results));
  if (hugoVersion() === undefined) console.log('\nHugo is not installed: its row is empty.');
}

async function measure(reports: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'fazhi-bench-'));
  const cache = fileURLToPath(new URL('../.cache/bench', import.meta.url));
  mkdirSync(cache, { recursive: true });
  const content = join(folder, 'content');
  const run = (script: string, ...args: string[]) => costOfScript(new URL(script, import.meta.url), ...args);
  const say = (what: string) => console.error(`${reports} reports: ${what}`);
  try {
    say('generating');
    await run('generate.ts', '--reports', String(reports), '--seed', '1', '--out', content);
    say('building four times: from nothing, unchanged, one changed, changed back');
    const builds = await measureBuilds(folder, say);
    say('reading against cutting');
    const reading = await run('../src/bench/reading.ts', content, String(Math.min(reports, TEXTS)));
    if (reports <= MOST_PAGES) say('report pages, bare writer and Hugo, in turn');
    return {
      reports,
      builds,
      reading: JSON.parse(reading.output),
      ...(reports <= MOST_PAGES && { pages: await measurePages(content, join(cache, 'pages')) }),
    };
  } finally {
    for (const made of [folder, cacheFolder(content)]) rmSync(made, { recursive: true, force: true });
  }
}
