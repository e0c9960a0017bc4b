/** Saved web pages: the main text by Readability, the meta tags of 政府网站发展指引 as evidence. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { NoText } from './decode.ts';
import type { Extracted } from './extract.ts';
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
/** A main text shorter than this share of the page's Chinese was cut: the whole page counts as its text. */
const LEAST_SHARE = 0.3;

export function looksLikeHtml(text: string): boolean {
  return /^\s*(?:<!--[^>]*-->\s*)*<(?:!doctype html|html|head|body)[\s>]/i.test(text.slice(0, 2000));
}

/** The lines of a sentence or a numbered heading: no menu and no side column has them. */
const TEXT_LINE =
  /^(?=(?:.*\p{Script=Han}){20}).*[。：；]$|^\s*(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）])/u;
/** So many characters at either end of the main text tell where it stands in the page. */
const KEY = 40;

/**
 * The text of the whole page, a line a block, where its main text stands in it, and what the meta tags say. Nothing
 * of the page is run.
 */
export function extractHtml(html: string): Omit<Extracted, 'encoding'> | NoText {
  const size = findExcess(html);
  if (size) return { code: 'oversized-file', message: size };
  const { document } = parseHTML(html);
  const meta = readMeta(document);
  const whole = document.body ? blockText(document.body) : '';
  const article = new Readability(document, { charThreshold: 200 }).parse()?.content;
  const text = article ? blockText(parseHTML(`<html><body>${article}</body></html>`).document.body) : '';
  const main =
    countHan(text) >= LEAST_SHARE * countHan(whole) ? findMain(whole.split('\n'), text) : undefined;
  return { text: whole, meta, ...(main && { main }) };
}

/** No page has more marks or nests deeper; parsers of such a page run out of time or stack. */
const MOST_TAGS = 200_000;
const DEEPEST = 500;
const TAG = /<(\/?)([a-z][a-z\d]*)/gi;
/** Elements that need no end tag. */
const UNCLOSED = new Set(
  'AREA BASE BR COL COLGROUP DD DT EMBED HR IMG INPUT LI LINK META OPTION P PARAM SOURCE TBODY TD TFOOT TH THEAD TR WBR'.split(
    ' ',
  ),
);

/** Why a page is too large to be read, from its marks alone. */
function findExcess(html: string): string | undefined {
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) tags += 1;
  if (tags > MOST_TAGS) return `the page has ${tags} marks, more than ${MOST_TAGS}`;
  let depth = 0;
  for (const [, end, name = ''] of html.matchAll(TAG)) {
    if (UNCLOSED.has(name.toUpperCase())) continue;
    depth = end ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) return `the page nests more than ${DEEPEST} elements`;
  }
  return undefined;
}

/** The lines between both ends of `text`, and every line of a sentence or a numbered heading. */
function findMain(lines: readonly string[], text: string): Extracted['main'] {
  const plain = (line: string) => line.replace(/\s/gu, '');
  const key = plain(text);
  const page = lines.map(plain);
  const from = page.join('').indexOf(key.slice(0, KEY));
  const end = page.join('').lastIndexOf(key.slice(-KEY));
  if (key === '' || from < 0 || end < from) return undefined;
  let offset = 0;
  const inside = page.flatMap((line, i) => {
    const start = offset;
    offset += line.length;
    const isMain = offset > from && start < end + KEY && line !== '';
    return isMain || TEXT_LINE.test(lines[i] ?? '') ? [i + 1] : [];
  });
  return [inside[0] ?? 1, (inside.at(-1) ?? lines.length) + 1];
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
    if (SILENT.has(name) || isHidden(node as Element)) return;
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

/** What a reader of the page does not see. */
function isHidden(element: Element): boolean {
  return element.hasAttribute('hidden') || /display\s*:\s*none/i.test(element.getAttribute('style') ?? '');
}

function countHan(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}
