/** A report as a government site's page shows it: title, dates and the lines around the text. */
import type { Agency } from './agency.ts';
import type { Writer } from './body.ts';
import type { Encoding } from './encoding.ts';
import type { Library } from './library.ts';
import { fill } from './phrase.ts';
import type { Random } from './random.ts';
import { join, mapCharacters, splitAfter, type Text } from './text.ts';

/** A page, and what a reader can tell from it; absent where the page does not show it. */
export interface Page {
  text: Text;
  html: boolean;
  encoding: Encoding;
  title: string;
  published?: string;
  signed?: string;
  source?: string;
}

/** Of the pages that name their agency nowhere else, those that are signed. */
const SIGNED_IF_UNNAMED = 0.9;
const DAY = 86_400_000;
const HALF_WIDTH: Readonly<Record<string, string>> = {
  '，': ',',
  '：': ':',
  '；': ';',
  '（': '(',
  '）': ')',
  '！': '!',
};
const INDENTS = ['', '', '　　', '    ', '  '] as const;
/** How the page's paragraphs came through its collection. */
const SHAPES = [...Array<'paragraphs'>(36).fill('paragraphs'), 'one line', 'sentences', 'sentences'] as const;
const ENCODINGS: readonly Encoding[] = [
  ...Array<Encoding>(13).fill('utf-8'),
  ...Array<Encoding>(2).fill('utf-8-bom'),
  ...Array<Encoding>(4).fill('gb18030'),
  'utf-16le',
];

/** Sets the body of a report of `year` on a page of its agency's site. */
export function setPage(
  agency: Agency,
  year: number,
  body: readonly Text[],
  writer: Writer,
  { titles, noise, notice }: Library,
): Page {
  const { habit, random } = writer;
  const site = habit('site');
  const dates = drawDates(year, random);
  const words = { ...writer.words, ...siteWords(agency, dates.published, site, random) };
  const [before, meta, after] = [site.pick(noise.before), site.pick(noise.meta), site.pick(noise.after)];
  const title = drawTitle(fill(habit('title').pick(titles), words), agency, site);
  const named = [title.text, ...body.map(({ text }) => text)].some((words) => words.includes(agency.name));
  const signs = site.chance(0.5) || (!named && random.chance(SIGNED_IF_UNNAMED));
  const signature = signs ? [agency.name, chinese(dates.signed)] : [];
  const indent = site.pick(INDENTS);
  const gap = site.chance(0.5) ? '\n\n' : '\n';
  const shape = random.pick(SHAPES);
  const breaks = shape === 'one line' ? '' : gap;
  const paragraphs = [...body, { text: notice, marks: [] }]
    .flatMap((paragraph) => (shape === 'sentences' ? splitAfter(paragraph, '。') : [paragraph]))
    .map((paragraph) => join([breaks === '' ? '' : indent, paragraph]));
  const lines = (list: readonly string[]) => list.map((line) => `${fill(line, words)}\n`);
  const text = join([
    ...lines(before),
    ...title.lines.map((line) => `${line}\n`),
    ...lines(meta),
    breaks === '' ? '' : '\n',
    join(paragraphs, breaks),
    '\n',
    ...signature.map((line) => `${breaks === '' ? '' : indent}${line}\n`),
    ...lines(after),
  ]);
  const half = site.chance(0.25);
  const shown = meta.join('');
  const source = /\$source/.test(shown) ? words.source : '本站';
  return {
    text: half
      ? mapCharacters(text, (t) => t.replace(/[，：；（）！]/g, (c) => HALF_WIDTH[c] as string))
      : text,
    html: random.chance(0.05),
    encoding: random.pick(ENCODINGS),
    title: title.text,
    ...(/\$(?:published|slashed|chinese)/.test(shown) && { published: iso(dates.published) }),
    ...(signature.length > 0 && { signed: iso(dates.signed) }),
    ...(source !== '本站' && { source }),
  };
}

/** Published from January to April of the next year, seldom later, and signed shortly before. */
function drawDates(year: number, random: Random): { published: number; signed: number } {
  const published = Date.UTC(
    year + 1,
    0,
    random.chance(0.92) ? random.integer(4, 105) : random.integer(106, 330),
  );
  return { published, signed: Math.max(Date.UTC(year + 1, 0, 2), published - random.integer(0, 20) * DAY) };
}

function siteWords(agency: Agency, published: number, site: Random, random: Random) {
  const host = agency.place
    ? `${agency.place.county?.name ?? agency.place.city?.name ?? agency.place.province.name}人民政府`
    : agency.name;
  const clock = new Date(published + random.integer(30, 900) * DAY);
  return {
    site: `${host}门户网站`,
    source: site.pick([`${host}网`, agency.name, '本站', '本站']),
    published: iso(published),
    slashed: iso(published).replaceAll('-', '/'),
    chinese: chinese(published),
    time: `${String(random.integer(8, 17)).padStart(2, '0')}:${String(random.integer(0, 59)).padStart(2, '0')}`,
    hits: String(random.integer(3, 9000)),
    index: `${String(random.integer(10_000_000, 99_999_999))}-${String(random.integer(1000, 9999))}`,
    clock: `${chinese(clock.getTime())} 星期${'日一二三四五六'[clock.getUTCDay()]}`,
  };
}

/** A title and its lines: as it is, without the agency, broken after it, or printed twice. */
function drawTitle(title: string, { name }: Agency, site: Random): { text: string; lines: string[] } {
  const form = site.pick(['whole', 'whole', 'whole', 'whole', 'whole', 'bare', 'broken', 'twice'] as const);
  const bare = title.replace(name, '');
  if (form === 'bare') return { text: bare, lines: [bare] };
  if (form === 'broken' && title.startsWith(name)) return { text: title, lines: [name, bare] };
  return { text: title, lines: form === 'twice' ? [title, title] : [title] };
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** 2023年2月1日 */
function chinese(time: number): string {
  const [year, month, day] = iso(time).split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** The page as HTML, its lines as paragraphs, with the meta tags of 政府网站发展指引 that it has values for. */
export function toHtml({ text, title, published, source }: Page): string {
  const metas = { ArticleTitle: title, PubDate: published, ContentSource: source };
  return [
    '<!DOCTYPE html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    `<title>${escapeHtml(title)}</title>`,
    ...Object.entries(metas).flatMap(([name, value]) =>
      value === undefined ? [] : [`<meta name="${name}" content="${escapeHtml(value)}">`],
    ),
    '</head>',
    '<body>',
    '<div class="article">',
    ...text.text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => `<p>${escapeHtml(line)}</p>`),
    '</div>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}
