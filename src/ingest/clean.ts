/** The lines of the page that are the report's text; every other line goes to `removed` with its rule. */
import type { Removed } from '../report/schema.ts';
import { isoDate } from './dates.ts';
import { type DocumentLine, type PageDocument, SIGNING_DATE } from './document.ts';
import { removedLine } from './lines.ts';
import type { Title } from './title.ts';

export interface CleanText {
  lines: DocumentLine[];
  removed: Removed[];
}

/** The rest of the documents' form: what a line after the signing date may be the heading of. */
const ANNEX = /^[[【(]?附件?\s*\d*\s*[\]】)]?\s*:?$/u;
/** Fewer lines than this are the list of the annexes, not an annex. */
const LEAST_ANNEX = 3;

/** Takes out what rules name, what stands above the title, and what stands below the signing date. */
export function clean({ lines, bodyEnd, bodyStart }: PageDocument, title: Title | undefined): CleanText {
  const removed: Removed[] = [];
  const titleLines = new Set(title?.lines);
  const printed = new Set(title?.printed);
  const titleStart = title?.start ?? bodyStart;
  const signed = lines.findLastIndex(
    ({ folded }, i) => i >= bodyEnd && SIGNING_DATE.test(folded) && isoDate(folded) !== undefined,
  );
  const annex = signed < 0 ? lines.length : findAnnex(lines, signed);
  const ruleOf = (line: DocumentLine, i: number): string | undefined => {
    if (printed.has(i)) return isAll(line.text, title) ? undefined : 'around-title';
    if (titleLines.has(i)) return 'repeated-title';
    if (line.noise) return line.noise;
    if (i < titleStart) return 'above-title';
    return signed >= 0 && i > signed && i < annex ? 'below-signature' : undefined;
  };
  const kept = lines.filter((line, i) => {
    if (line.text === '') return false;
    const rule = ruleOf(line, i);
    if (rule) removed.push(removedLine(line, rule));
    return !rule && !printed.has(i);
  });
  return { lines: kept, removed };
}

/** True where the title says all that its line says. */
function isAll(line: string, title: Title | undefined): boolean {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  return letters(title?.text ?? '').includes(letters(line));
}

/** Index of an annex below the signature whose text is on the page. */
function findAnnex(lines: readonly DocumentLine[], signed: number): number {
  const start = lines.findIndex(({ folded }, i) => i > signed && ANNEX.test(folded));
  const text = lines.slice(start + 1).filter((line) => line.text !== '' && !line.noise);
  return start >= 0 && text.length >= LEAST_ANNEX ? start : lines.length;
}
