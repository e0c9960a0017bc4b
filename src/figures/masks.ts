/** Ranges of a folded text in which no number counts anything: titles, document numbers, quoted names, names. */
import type { UnitRules } from './units.ts';

type Range = [start: number, end: number];

/** Opening mark, closing mark, and how long what stands between may be. */
const PAIRS: Readonly<Record<string, { close: string; longest: number; plain: boolean }>> = {
  '《': { close: '》', longest: 200, plain: false },
  '〔': { close: '〕', longest: 12, plain: true },
  '[': { close: ']', longest: 12, plain: true },
  '“': { close: '”', longest: 24, plain: true },
  '"': { close: '"', longest: 24, plain: true },
  '「': { close: '」', longest: 24, plain: true },
};
const OPENING = /[《〔[“"「]/g;
const CLAUSE_END = /[,。;!?]/;
const NUMERIC = /[\d零〇一二两三四五六七八九十百千万亿]/;

/** Masked ranges by start; they may touch but do not cross. */
export function maskedRanges(text: string, rules: UnitRules): Range[] {
  const ranges = [...paired(text), ...named(text, rules)].sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const merged: Range[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    if (last && range[0] < last[1]) last[1] = Math.max(last[1], range[1]);
    else merged.push(range);
  }
  return merged;
}

/** `plain`: only where no clause ends inside, so that a quoted sentence keeps its numbers. */
function paired(text: string): Range[] {
  const ranges: Range[] = [];
  let from = 0;
  OPENING.lastIndex = 0;
  while (OPENING.test(text)) {
    const index = OPENING.lastIndex - 1;
    if (index < from) continue;
    const pair = PAIRS[text[index] as string] as (typeof PAIRS)[string];
    const inside = text.slice(index + 1, index + 2 + pair.longest);
    const length = inside.indexOf(pair.close);
    if (length < 0 || (pair.plain && CLAUSE_END.test(inside.slice(0, length)))) continue;
    from = index + length + 2;
    ranges.push([index, from]);
  }
  return ranges;
}

/** A name that begins or ends with a digit is one only where no other digit stands beside it. */
function named(text: string, rules: UnitRules): Range[] {
  return rules.names.hits(text).flatMap(({ start, end }): Range[] => {
    const before = NUMERIC.test(text[start - 1] ?? '') && NUMERIC.test(text[start] as string);
    const after = /\d/.test(text[end] ?? '') && /\d/.test(text[end - 1] as string);
    return before || after ? [] : [[start, end]];
  });
}
