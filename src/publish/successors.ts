/** What stands where something published no longer is: a link to its successor. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { relative } from '../site/urls.ts';
import { type Permalink, pageOf } from './ledger.ts';
import { readLedgers } from './record.ts';
import { escapeXml } from './xml.ts';

/**
 * Adds to the site in the folder `site` a page or an anchor for every lost permalink that has a successor, and gives
 * the paths of the pages that it wrote.
 */
export function writeSuccessors(content: string, site: string): string[] {
  const moved = [...readLedgers(content).values()].flat().filter(({ successor }) => successor !== undefined);
  const pages = Map.groupBy(moved, ({ target }) => pageOf(target));
  for (const [page, permalinks] of pages) {
    const file = join(site, page);
    const html = existsSync(file) ? readFileSync(file, 'utf8') : successorPage(page, permalinks);
    mkdirSync(dirname(file), { recursive: true });
    // A page that is kept is a file of the last site too, which stays as it is.
    rmSync(file, { force: true });
    writeFileSync(file, withAnchors(html, page, permalinks));
  }
  return [...pages.keys()];
}

const link = (from: string, to: string) => `<a href="${escapeXml(relative(from, to))}">${escapeXml(to)}</a>`;

function successorPage(page: string, permalinks: readonly Permalink[]): string {
  const own = permalinks.find(({ target }) => target === page)?.successor;
  const words = own === undefined ? '这一页已不在档案中。' : `这一页现在在${link(page, own)}。`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>已移至新地址</title>
</head>
<body>
<main>
<h1>已移至新地址</h1>
<p>${words}</p>
</main>
</body>
</html>
`;
}

/** The lost anchors of a page, at its end, each with the link to what stands in for it. */
function withAnchors(html: string, page: string, permalinks: readonly Permalink[]): string {
  const lines = permalinks.flatMap(({ target, successor }) => {
    const id = target.slice(page.length + 1);
    if (id === '' || successor === undefined || html.includes(`id="${id}"`)) return [];
    return [`<p class="moved" id="${escapeXml(id)}">这里原来的文字现在在${link(page, successor)}。</p>`];
  });
  const end = html.lastIndexOf('</main>');
  return lines.length === 0 ? html : `${html.slice(0, end)}${lines.join('\n')}\n${html.slice(end)}`;
}
