/** Hugo rendering the same Markdown into pages with the same text, tables and bytes. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../files.ts';
import { type Cost, costOf } from './cost.ts';

export function hugoVersion(): string | undefined {
  const run = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  return run.status === 0 ? run.stdout.trim() : undefined;
}

/** `published` in the frontmatter means "not a draft" to Hugo, hence buildDrafts. */
const CONFIG = {
  disableKinds: ['home', 'section', 'taxonomy', 'term', 'RSS', 'sitemap', 'robotsTXT', '404'],
  uglyURLs: true,
  buildDrafts: true,
  buildFuture: true,
};

const PAGE = `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>
<h1>{{ .Title }}</h1>
<ul><li>{{ .Params.agency }}<li>{{ .Params.year }}<li>{{ .Params.source.file }}<li>{{ .Params.source.sha256 }}</ul>
<nav><ol>{{ range .Params.sections }}<li><a href="#{{ .anchor }}">{{ .theme }}</a>{{ end }}</ol></nav>
<article>{{ .Content }}</article>
<table>{{ range .Params.readings }}<tr id="{{ .at }}"><th>{{ .metric }}<td>{{ .value }}<td>{{ .unit }}<td><a href="#{{ .paragraph }}">{{ .quote }}</a></tr>
{{ end }}</table>
<table>{{ range .Params.figures }}<tr id="{{ .at }}"><th>{{ .counts }}<td>{{ .value }}<td>{{ .unit }}<td><a href="#{{ .paragraph }}">{{ .quote }}</a></tr>
{{ end }}</table>
<table>{{ range .Params.changes }}<tr><th>{{ .against }}<td>{{ .value }}<td>{{ .unit }}<td>{{ .quote }}</tr>
{{ end }}</table>
<ul>{{ range .Params.checks }}<li>{{ .id }} {{ .outcome }}{{ end }}</ul>
<ul>{{ range .Params.removed }}<li>{{ .line }} {{ .rule }} {{ .text }}{{ end }}</ul>
<footer>{{ .Site.Params.padding }}</footer></body></html>
`;

export interface HugoRun {
  cost: Cost;
  pages: number;
  bytes: number;
}

/**
 * Makes the project in `folder` and fills its footer until a page has about `pageBytes`.
 * @returns a function that renders all pages once more and says what that cost.
 */
export async function prepareHugo(
  folder: string,
  reports: string,
  pageBytes: number,
): Promise<() => Promise<HugoRun>> {
  mkdirSync(join(folder, 'layouts', '_default'), { recursive: true });
  writeFileSync(join(folder, 'layouts', '_default', 'single.html'), PAGE);
  const render = async (padding: number): Promise<HugoRun> => {
    const params = { padding: 'x'.repeat(padding) };
    writeFileSync(join(folder, 'config.json'), JSON.stringify({ ...CONFIG, contentDir: reports, params }));
    const out = mkdtempSync(join(folder, 'public-'));
    const cost = await costOf(['hugo', '--quiet', '--source', folder, '--destination', out]);
    const pages = listFiles(out).filter((file) => file.endsWith('.html'));
    return { cost, pages: pages.length, bytes: bytesOf(out, pages) };
  };
  const bare = await render(0);
  const padding = Math.max(0, Math.round(pageBytes - bare.bytes / bare.pages));
  return () => render(padding);
}

export function bytesOf(folder: string, files: readonly string[]): number {
  return files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}
