/** Saved web pages: the main text by Readability, the meta tags of 政府网站发展指引 as evidence. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { PageMeta } from './meta.ts';

/** Elements that end a line. */
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE CENTER DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TFOOT THEAD TR UL'.split(
    ' ',
  ),
);
/** Elements whose text is not the page's. */
const SILENT = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT EMBED SVG SELECT BUTTON TEXTAREA'.split(' '),
);
/** A main text shorter than this share of the page's Chinese was cut: the whole page is read instead. */
const LEAST_SHARE = 0.3;

export function looksLikeHtml(text: string): boolean {
  return /^\s*(?:<!--[^>]*-->\s*)*<(?:!doctype html|html|head|body)[\s>]/i.test(text.slice(0, 2000));
}

/** Main text, a line a block, and what the meta tags say. Nothing of the page is run. */
export function extractHtml(html: string): { text: string; meta: PageMeta } {
  const { document } = parseHTML(html);
  const meta = readMeta(document);
  const whole = document.body ? blockText(document.body) : '';
  const article = new Readability(document, { charThreshold: 200 }).parse()?.content;
  const main = article ? blockText(parseHTML(`<html><body>${article}</body></html>`).document.body) : '';
  return { text: countHan(main) >= LEAST_SHARE * countHan(whole) ? main : whole, meta };
}

function readMeta(document: Document): PageMeta {
  const tags = new Map<string, string>();
  for (const tag of document.querySelectorAll('meta[name][content]')) {
    const content = tag.getAttribute('content')?.trim();
    if (content) tags.set((tag.getAttribute('name') ?? '').toLowerCase(), content);
  }
  const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href');
  const found = {
    title: tags.get('articletitle') ?? document.querySelector('title')?.textContent?.trim(),
    published: tags.get('pubdate'),
    source: tags.get('contentsource'),
    site: tags.get('sitename'),
    url: tags.get('url') ?? canonical,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value)) as PageMeta;
}

/** The text of an element, a line for each block; the cells of a table row are set apart by a space. */
function blockText(root: Element): string {
  const parts: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeType === 3) parts.push((node.textContent ?? '').replace(/[ \t\r\n]+/g, ' '));
    if (node.nodeType !== 1) return;
    const name = node.nodeName.toUpperCase();
    if (SILENT.has(name)) return;
    if (name === 'BR' || BLOCKS.has(name)) parts.push('\n');
    for (const child of node.childNodes) walk(child);
    if (BLOCKS.has(name)) parts.push('\n');
    if (name === 'TD' || name === 'TH') parts.push(' ');
  };
  walk(root);
  return parts
    .join('')
    .replace(/ *\n[ \n]*/g, '\n')
    .trim();
}

function countHan(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}
