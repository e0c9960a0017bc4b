/**
 * What a query should find, by other code than the search: regular expressions over whole folded paragraphs,
 * no units, no tokens, no index.
 */
import { Converter } from 'opencc-js/t2cn';
import type { Report } from '../../src/report/report.ts';

const toSimplified = Converter({ from: 't', to: 'cn' });
const [POINT, PERCENT, GAP] = ['\u{f0001}', '\u{f0002}', '\u{f0003}'];
const LATIN = '(?:(?!\\p{Script=Han}|[0-9])[\\p{L}\\p{N}])';
const DIGIT = `(?:[0-9]|${POINT})`;

const kept = new Map<string, [string, string]>();

/** The letters and digits of `text`: with gaps where punctuation parts a number or a Latin run, and without. */
function readings(text: string): [parted: string, joined: string] {
  const known = kept.get(text);
  if (known) return known;
  const gapped = toSimplified(text.normalize('NFKC').toLowerCase())
    .replace(/\p{M}/gu, '')
    .replace(/(?<=[0-9])\.(?=[0-9])/g, POINT as string)
    .replace(/(?<=[0-9])\s*%/g, PERCENT as string)
    .replace(new RegExp(`[^\\p{L}\\p{N}${POINT}${PERCENT}]+`, 'gu'), GAP as string);
  const meaningless = new RegExp(
    `(?<!^)(?<!${LATIN})(?<![0-9])${GAP}|${GAP}(?!${LATIN})(?![0-9])|^${GAP}`,
    'gu',
  );
  const sameKind = new RegExp(`(?<=${LATIN})${GAP}(?=${LATIN})|(?<=[0-9])${GAP}(?=[0-9])`, 'gu');
  const parted = gapped
    .replace(meaningless, '')
    .replace(sameKind, '|')
    .replaceAll(GAP as string, '');
  const both: [string, string] = [parted, parted.replaceAll('|', '')];
  kept.set(text, both);
  return both;
}

function pattern(folded: string): RegExp {
  const starts = new RegExp(`^${LATIN}`, 'u').test(folded)
    ? `(?<!${LATIN})`
    : /^[0-9]/.test(folded)
      ? `(?<!${DIGIT})`
      : '';
  const ends = new RegExp(`${LATIN}$`, 'u').test(folded)
    ? `(?!${LATIN})`
    : /[0-9]$/.test(folded)
      ? `(?!${DIGIT})`
      : '';
  return new RegExp(starts + folded.replaceAll('|', '\\|') + ends, 'u');
}

/** Whether one word (no spaces that part words) stands in a paragraph. */
export function stands(word: string, paragraph: string): boolean {
  const text = readings(paragraph);
  return readings(word).some((folded, i) => {
    const reading = text[i] as string;
    return folded !== '' && reading.includes(folded) && pattern(folded).test(reading);
  });
}

/** Words of a query as the search page states them; only for queries whose quotes are closed. */
export function wordsOf(query: string): string[] {
  return [...query.matchAll(/(?:"[^"]*"|“[^”]*”|《[^》]*》|\S)+/g)].map(([word]) => word);
}

/** What of a report is searched, and its id. */
export interface Searched {
  metadata: Pick<Report['metadata'], 'title' | 'agencyId' | 'year'>;
  blocks: readonly { text: string }[];
}

/** Ids of the reports that have every word of the query, sorted. */
export function expectedIds(query: string, reports: readonly Searched[]): string[] {
  return reports
    .filter(({ metadata, blocks }) =>
      wordsOf(query).every((word) =>
        [metadata.title, ...blocks.map(({ text }) => text)].some((text) => stands(word, text)),
      ),
    )
    .map(({ metadata }) => `${metadata.agencyId}/${metadata.year}`)
    .sort();
}
