/**
 * Citations of a report, of one of its paragraphs or of one of its numbers. Pure, and free of Node, so that the
 * same code runs when a page is built and in the reader's browser, where the date of access is known.
 */
import type { Metadata } from '../report/schema.ts';
import type { Settings } from '../site/settings.ts';

/** What a citation needs of a report. */
export type Work = Pick<Metadata, 'agency' | 'agencyId' | 'issuers' | 'title' | 'year' | 'published'>;

export interface Access {
  /** Absolute address of the page, with the anchor of a paragraph or number; left out where none is known. */
  url?: string | undefined;
  /** ISO date on which the reader saw it. */
  accessed?: string | undefined;
}

/** Stands where the date of access belongs until a reader's browser fills it in. */
export const ACCESSED_PLACEHOLDER = '引用日期';

/**
 * Absolute address of a report's page, or of an anchor in it; undefined where the site has no `base`.
 * @param base absolute address of the site, with or without a slash at its end
 */
export function reportUrl(
  base: string | undefined,
  { agencyId, year }: Pick<Work, 'agencyId' | 'year'>,
  anchor?: string,
): string | undefined {
  return absoluteUrl(base, `reports/${agencyId}/${year}.html${anchor ? `#${anchor}` : ''}`);
}

/** Absolute address of `path` below `base`; undefined where the site has no `base`. */
export function absoluteUrl(base: string, path: string): string;
export function absoluteUrl(base: string | undefined, path: string): string | undefined;
export function absoluteUrl(base: string | undefined, path: string): string | undefined {
  return base === undefined ? undefined : `${base.replace(/\/*$/, '')}/${path}`;
}

const authors = ({ issuers, agency }: Work) => issuers ?? [agency];

/** More than three responsible bodies: the first three and 等 (GB/T 7714). */
function responsible(work: Work): string {
  const all = authors(work);
  return all.length > 3 ? `${all.slice(0, 3).join(', ')}, 等` : all.join(', ');
}

/** `责任者. 题名[EB/OL]. (发布日期)[引用日期]. URL.`; what is unknown is left out. */
function gbt7714(work: Work, { url, accessed }: Access, open: string, close: string): string {
  const published = work.published ? `${open}${work.published}${close}` : '';
  const dates = `${published}[${accessed ?? ACCESSED_PLACEHOLDER}].`;
  return `${responsible(work)}. ${work.title}[EB/OL]. ${dates}${url ? ` ${url}.` : ''}`;
}

/** GB/T 7714 (2025 and 2015 say the same) for the archive as a whole: a database, by who answers for it. */
export function archiveCitation({ name, base, host }: Settings): string {
  const who = host?.organiser ? `${host.organiser}. ` : '';
  return `${who}${name}[DB/OL]. [${ACCESSED_PLACEHOLDER}].${base ? ` ${base}.` : ''}`;
}

const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '%': '\\%',
  '#': '\\#',
  '&': '\\&',
  $: '\\$',
  _: '\\_',
};

/** Text that BibTeX and TeX take literally; braces become commands, as BibTeX counts escaped braces too. */
const tex = (text: string) => text.replace(/[\\{}~^%#&$_]/g, (c) => TEX[c] as string);

/** An address inside braces: TeX's own characters percent-encoded, so that the braces stay balanced. */
const texUrl = (url: string) => url.replace(/[\\{}]/g, encodeURIComponent);

function bibtex(work: Work, { url, accessed }: Access): string {
  const fields: [string, string | undefined][] = [
    [
      'author',
      authors(work)
        .map((name) => `{${tex(name)}}`)
        .join(' and '),
    ],
    ['title', `{${tex(work.title)}}`],
    ['date', work.published],
    ['url', url && texUrl(url)],
    ['urldate', accessed],
    ['langid', 'chinese'],
  ];
  const lines = fields.flatMap(([key, value]) => (value ? [`  ${key} = {${value}}`] : []));
  return `@online{${work.agencyId}-${work.year},\n${lines.join(',\n')}\n}`;
}

const dateParts = (iso: string) => ({ 'date-parts': [iso.split('-').map(Number)] });

function cslJson(work: Work, { url, accessed }: Access): string {
  const item = {
    id: `${work.agencyId}-${work.year}`,
    type: 'webpage',
    title: work.title,
    author: authors(work).map((literal) => ({ literal })),
    issued: work.published && dateParts(work.published),
    accessed: accessed && dateParts(accessed),
    URL: url,
    language: 'zh-CN',
  };
  const fields = Object.entries(item).filter(([, value]) => value !== undefined);
  return `[{\n${fields.map(([key, value]) => `  "${key}": ${JSON.stringify(value)}`).join(',\n')}\n}]`;
}

/**
 * The formats on offer, in the order in which they are shown. GB/T 7714-2025 (in force since 2026-07-01) sets the
 * date of publication in full-width brackets, 2015 in half-width ones.
 */
export const CITATION_FORMATS = [
  { id: 'gbt7714-2025', name: 'GB/T 7714—2025', cite: (w: Work, a: Access) => gbt7714(w, a, '（', '）') },
  { id: 'gbt7714-2015', name: 'GB/T 7714—2015', cite: (w: Work, a: Access) => gbt7714(w, a, '(', ')') },
  { id: 'bibtex', name: 'BibTeX', cite: bibtex },
  { id: 'csl-json', name: 'CSL-JSON', cite: cslJson },
  { id: 'link', name: '链接', cite: (_: Work, { url }: Access) => url ?? '' },
] as const;

export type CitationFormat = (typeof CITATION_FORMATS)[number]['id'];
