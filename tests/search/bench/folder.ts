/** Builds the folder that a browser opens: the same reports indexed by each engine. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import MiniSearch from 'minisearch';
import { close, createIndex } from 'pagefind';
import { digest } from '../../../src/build/cache.ts';
import type { Report } from '../../../src/report/report.ts';
import { listReports, readMetadata, readReport, reportId, reportPath } from '../../../src/report/store.ts';
import { buildSearch } from '../../../src/search/build.ts';
import { countTerms } from '../../../src/search/terms.ts';
import { tagWords } from '../../../src/words/segment.ts';
import { bigrams } from './bigrams.ts';

/** Seconds that each engine's index took. */
export type BuildTimes = Record<'archive' | 'pagefind' | 'minisearch', number>;

export async function buildFolder(content: string, folder: string): Promise<BuildTimes> {
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: [fileURLToPath(new URL('harness.ts', import.meta.url))],
    outfile: join(folder, 'bench.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
  });
  writeFileSync(
    join(folder, 'bench.html'),
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><script src="bench.js"></script>',
  );
  const ids = listReports(content);
  return {
    archive: await seconds(() =>
      buildSearch({
        reports: ids.map((id) => ({
          metadata: readMetadata(content, id),
          fingerprint: digest(readFileSync(reportPath(content, id))),
          read: () => readReport(content, id),
          terms: () => countTerms(readReport(content, id).blocks.map(({ text }) => tagWords(text))),
        })),
        metrics: [],
        themes: [],
        out: join(folder, 'search'),
        cache: join(folder, 'cache'),
      }),
    ),
    pagefind: await seconds(() => buildPagefind(content, folder)),
    minisearch: await seconds(() => buildMiniSearch(content, folder)),
  };
}

/** Pagefind as its documentation has it: pages in zh-CN, every setting at its default. */
async function buildPagefind(content: string, folder: string): Promise<void> {
  const { index } = await createIndex();
  if (!index) throw new Error('Pagefind did not start');
  for (const id of listReports(content)) {
    const { metadata, blocks } = readReport(content, id);
    const body = blocks.map(({ depth, text }) =>
      depth === 0 ? `<p>${escapeHtml(text)}</p>` : `<h${depth}>${escapeHtml(text)}</h${depth}>`,
    );
    const html = `<html lang="zh-CN"><body><h1>${escapeHtml(metadata.title)}</h1>${body.join('')}</body></html>`;
    await index.addHTMLFile({ url: `stock/${id}.html`, content: html });
  }
  delete process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE;
  await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  await close();
}

async function buildMiniSearch(content: string, folder: string): Promise<void> {
  const mini = new MiniSearch({ fields: ['text'], tokenize: bigrams });
  for (const id of listReports(content)) mini.add({ id, text: printed(readReport(content, id)) });
  const file = join(folder, 'minisearch.json');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(mini));
}

function printed({ metadata, blocks }: Report): string {
  return [metadata.title, ...blocks.map(({ text }) => text)].join('\n');
}

export function readAll(content: string): Report[] {
  return listReports(content)
    .map((id) => readReport(content, id))
    .sort((a, b) => (reportId(a.metadata) < reportId(b.metadata) ? -1 : 1));
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

async function seconds(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return (performance.now() - start) / 1000;
}
