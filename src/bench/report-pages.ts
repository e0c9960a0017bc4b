/**
 * Renders the report pages of a content folder and nothing else: node src/bench/report-pages.ts CONTENT OUT TEMP
 * The pages are the site's own; only Astro's folder of pages is another, so that no other page is made.
 */
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'astro';
import { loadArchive } from '../report/archive.ts';
import { readReport } from '../report/store.ts';
import { buildAssets } from '../site/assets.ts';
import { withContext } from '../site/context.ts';

const [content, out, temp] = process.argv.slice(2) as [string, string, string];
const root = fileURLToPath(new URL('../..', import.meta.url));
const source = join(temp, 'src');
mkdirSync(join(source, 'pages'), { recursive: true });
symlinkSync(join(root, 'src', 'pages', 'reports'), join(source, 'pages', 'reports'));

const context = {
  archive: loadArchive(content),
  assets: await buildAssets(out),
  report: (id: Parameters<typeof readReport>[1]) => readReport(content, id),
  raw: (file: { file: string }) => readFileSync(join(content, 'raw', file.file)),
};
await withContext(out, context, () =>
  build({
    root,
    srcDir: source,
    logLevel: 'error',
    outDir: out,
    cacheDir: join(temp, 'astro'),
    publicDir: join(temp, 'public'),
    vite: {
      cacheDir: join(temp, 'vite'),
      define: { 'import.meta.env.SITE_CONTEXT': JSON.stringify(out) },
      logLevel: 'error',
    },
  }),
);
