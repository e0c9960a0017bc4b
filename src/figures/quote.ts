/** The shortest run of clauses that states a number. */
import type { Range, Window } from './clauses.ts';
import { lowerBound, type Paragraph } from './paragraph.ts';

const LONGEST = 160;

/** From the clause that holds `from` (the reading's words) to the end of the number's clause. */
export function quoteOf(
  { text, clauses }: Paragraph,
  { clause, quantity }: Window,
  from = quantity.start,
): Range {
  const first = clauses[lowerBound(clauses, from + 1, ({ start }) => start) - 1] ?? clause;
  const start =
    first.start < clause.start && clause.end - first.start <= LONGEST ? first.start : clause.start;
  const range = { start, end: clause.end };
  if (clause.bracket && start < clause.start && text[range.end] === ')') range.end += 1;
  else if (text[range.end] === '(') range.end = bracketEnd(text, range.end);
  return trim(text, range);
}

/** 办结2340件(含结转): a short remark in brackets belongs to its number. */
function bracketEnd(text: string, open: number): number {
  const close = text.slice(open, open + 30).indexOf(')');
  return close < 0 ? open : open + close + 1;
}

function trim(text: string, { start, end }: Range): Range {
  while (start < end && text[start] === ' ') start += 1;
  while (end > start && text[end - 1] === ' ') end -= 1;
  return { start, end };
}
