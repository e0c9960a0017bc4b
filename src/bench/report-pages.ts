/**
 * Renders the report pages of a content folder and nothing else: node src/bench/report-pages.ts CONTENT OUT TEMP
 * The pages are the site's own; only Astro's folder of pages is another, so that no other page is made.
 */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadArchive } from '../report/archive.ts';
import { renderSite } from '../site/render.ts';

const [content, out, temp] = process.argv.slice(2) as [string, string, string];
const source = join(temp, 'src');
mkdirSync(join(source, 'pages'), { recursive: true });
symlinkSync(fileURLToPath(new URL('../pages/reports', import.meta.url)), join(source, 'pages', 'reports'));
await renderSite({ content, archive: loadArchive(content), out, temp, pagesOf: source });
