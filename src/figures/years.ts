/** Which time a number speaks of: the report's own year, another year, a plan, a running total. */
import type { Window } from './clauses.ts';
import { hitsIn, lowerBound, type Paragraph } from './paragraph.ts';

export type Time = 'own' | 'other-year' | 'plan' | 'running-total';

const YEAR_AT_START =
  /^[\s“"]*(?<lead>截至|截止|直至|至|到|自|从|在|于|与|较|比|含|及|其中)?\s*(?<year>20\d\d)(?:[-—~–至](?:20)?\d\d)?年度?(?<after>以来|起|至今|以后)?/;
const SPAN_AT_START = /^[\s“"]*(?:自|从|在)?\s*(?:20\d\d)年?(?:至|到|[-—~–]+)(?:20)?(?<last>\d\d)年/;
/** How far back in its sentence a number's time is looked for. */
const CLAUSES_BACK = 40;
const CHARACTERS_BACK = 400;
const COMPARES = /[比较同与]$/;

/** @param year the report's own year */
export function timeOf(paragraph: Paragraph, window: Window, year: number | undefined): Time {
  const said = saidTime(paragraph, window);
  if (said) return said;
  if (year === undefined) return 'own';
  const { text, clauses } = paragraph;
  const { clause } = window;
  const own = text.slice(clause.start, clause.end);
  // 2020年至2022年公布…6件 is no figure of one year; the clauses after it speak of the report's year again.
  if (SPAN_AT_START.test(own)) return 'other-year';
  const at = lowerBound(clauses, clause.start, ({ start }) => start);
  for (const earlier of clauses.slice(Math.max(0, at - CLAUSES_BACK), at + 1).reverse()) {
    if (earlier.start < clause.sentence.start) break;
    const start = text.slice(earlier.start, earlier.start + 24);
    if (SPAN_AT_START.test(start)) break;
    const { year: printed, lead = '', after = '' } = YEAR_AT_START.exec(start)?.groups ?? {};
    if (printed === undefined || COMPARES.test(lead)) continue;
    const named = Number(printed);
    if (named > year) return /截/.test(lead) ? 'own' : 'plan';
    if (named === year) return 'own';
    return after !== '' || lead === '自' || lead === '从' ? 'running-total' : 'other-year';
  }
  return 'own';
}

/** What a word of the catalogue's lists says: 力争 in the clause, 去年 before the number, 成立以来 in the sentence. */
function saidTime(paragraph: Paragraph, { clause, quantity }: Window): Time | undefined {
  const from = Math.max(clause.sentence.start, clause.start - CHARACTERS_BACK);
  for (const { start, payload } of hitsIn(paragraph, { start: from, end: clause.end })) {
    const inClause = start >= clause.start;
    if (payload.time === 'plan' && inClause) return 'plan';
    if (payload.time === 'running-total' && start < quantity.start) return 'running-total';
    if (
      payload.time === 'other-year' &&
      inClause &&
      start < quantity.start &&
      !COMPARES.test(paragraph.text[start - 1] ?? '')
    )
      return 'other-year';
  }
  return undefined;
}
