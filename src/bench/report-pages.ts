/**
 * Renders the report pages of a content folder and nothing else: node src/bench/report-pages.ts CONTENT OUT TEMP CACHE
 * The pages are the site's own; only Astro's folder of pages is another, so that no other page is made. Words are
 * counted before pages, in a stage of their own: a run that finds them in CACHE has the cost of the pages alone.
 */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openCache } from '../build/cache.ts';
import { countArchive } from '../build/count-words.ts';
import { withPool } from '../build/pool.ts';
import { prepareRuntime } from '../build/runtime.ts';
import { fileDigest } from '../files.ts';
import { loadArchive } from '../report/archive.ts';
import { listReports, reportPath } from '../report/store.ts';
import { renderSite } from '../site/render.ts';

const [content, out, temp, cache] = process.argv.slice(2) as [string, string, string, string];
prepareRuntime(content);
const source = join(temp, 'src');
mkdirSync(join(source, 'pages'), { recursive: true });
symlinkSync(fileURLToPath(new URL('../pages/reports', import.meta.url)), join(source, 'pages', 'reports'));
// A build has just printed the reports and knows them by their digests.
const printed = listReports(content).map((id) => fileDigest(reportPath(content, id)).sha256);
const archive = loadArchive(content, new Set(printed));
const { words } = await withPool((pool) =>
  countArchive(content, archive.fingerprints, { cache: openCache(cache), pool }),
);
await renderSite({ content, archive, words, out, temp, pagesOf: source });
