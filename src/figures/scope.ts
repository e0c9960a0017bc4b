/** Whose number it is: 全市 (area), 本级 or 我局 (own). */
import type { Scope } from '../report/schema.ts';
import type { Window } from './clauses.ts';
import { hitsIn, type Paragraph } from './paragraph.ts';

const CHARACTERS_BACK = 200;

/** The scope word nearest before the number in its sentence, else one right behind it. */
export function scopeOf(paragraph: Paragraph, { quantity, clause, right }: Window): Scope {
  const start = Math.max(clause.sentence.start, quantity.start - CHARACTERS_BACK);
  const before = hitsIn(paragraph, { start, end: quantity.start }).findLast(({ payload }) => payload.scope);
  const scope = before ?? hitsIn(paragraph, right).find(({ payload }) => payload.scope);
  return scope?.payload.scope ?? 'unknown';
}
