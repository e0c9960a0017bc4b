/** Whose number it is: 全市 (area), 本级 or 我局 (own). */
import type { Scope } from '../report/schema.ts';
import type { Window } from './clauses.ts';
import { hitsIn, type Paragraph } from './paragraph.ts';

const CHARACTERS_BACK = 200;

/** The scope word nearest before the number in its sentence, else one right behind it. */
export function scopeOf({ scopes }: Paragraph, { quantity, clause, right }: Window): Scope {
  const start = Math.max(clause.sentence.start, quantity.start - CHARACTERS_BACK);
  const scope = hitsIn(scopes, { start, end: quantity.start }).at(-1) ?? hitsIn(scopes, right)[0];
  return scope?.payload.scope ?? 'unknown';
}
