/** What crawlers read: sitemap.xml (sitemaps.org 0.9) and robots.txt. */
import { absoluteUrl } from './citation.ts';
import { escapeXml } from './xml.ts';

/** The protocol's limit of addresses a file. */
const LIMIT = 50_000;

/** Pages that are no destination: the error page, and raw texts, which only repeat a report. */
const UNLISTED = /^(?:404\.html$|raw\/)/;

/**
 * The sitemap of the pages at `paths` (below the root): file name to XML. One file where they fit, else an
 * index in sitemap.xml and its parts beside it.
 */
export function sitemap(base: string, paths: readonly string[], limit = LIMIT): Map<string, string> {
  const pages = paths.filter((path) => path.endsWith('.html') && !UNLISTED.test(path));
  if (pages.length <= limit) return new Map([['sitemap.xml', printUrls(base, pages)]]);
  const files = new Map<string, string>();
  for (let start = 0; start < pages.length; start += limit)
    files.set(`sitemap-${files.size + 1}.xml`, printUrls(base, pages.slice(start, start + limit)));
  return new Map([['sitemap.xml', printList('sitemapindex', 'sitemap', base, [...files.keys()])], ...files]);
}

const printUrls = (base: string, paths: readonly string[]) => printList('urlset', 'url', base, paths);

function printList(list: string, item: string, base: string, paths: readonly string[]): string {
  const items = paths.map((path) => `<${item}><loc>${escapeXml(absoluteUrl(base, path))}</loc></${item}>`);
  return `<?xml version="1.0" encoding="utf-8"?>
<${list} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${items.join('\n')}
</${list}>
`;
}

/** robots.txt: everything may be read; the sitemap is named where it has an address. */
export function robots(base: string | undefined): string {
  const map = base === undefined ? '' : `Sitemap: ${absoluteUrl(base, 'sitemap.xml')}\n`;
  return `User-agent: *\nAllow: /\n${map}`;
}
