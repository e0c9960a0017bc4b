/** The lines of the page that are the report's text; every other line goes to `removed` with its rule. */
import type { Removed } from '../report/schema.ts';
import { isoDate } from './dates.ts';
import type { DocumentLine, PageDocument } from './document.ts';
import { removedLine } from './lines.ts';
import { type NoiseRule, noiseRule } from './noise.ts';
import type { Title } from './title.ts';

export interface CleanText {
  lines: DocumentLine[];
  removed: Removed[];
}

const SIGNING_DATE = /^\(?20\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\)?$/u;

/** Takes out what rules name, what stands above the title, and what stands below the signing date. */
export function clean(
  document: PageDocument,
  title: Title | undefined,
  rules: readonly NoiseRule[],
): CleanText {
  const removed: Removed[] = [];
  const titleLines = new Set(title?.lines);
  const titleStart = title?.lines[0] ?? document.bodyStart;
  const firstPrint = new Set(title?.printed);
  const signed = document.lines.findLastIndex(
    (line, i) =>
      i >= document.bodyEnd && SIGNING_DATE.test(line.folded) && isoDate(line.folded) !== undefined,
  );
  const lines = document.lines.filter((line, i) => {
    if (line.text === '' || firstPrint.has(i)) return false;
    const rule = titleLines.has(i)
      ? 'repeated-title'
      : (noiseRule(document, i, rules) ??
        (i < titleStart ? 'above-title' : signed >= 0 && i > signed ? 'below-signature' : undefined));
    if (rule) removed.push(removedLine(line, rule));
    return !rule;
  });
  return { lines, removed };
}
