/**
 * What matches. A query is words parted by spaces; quotes and 《》 keep a word together, other punctuation
 * decides nothing. A word stands in a paragraph where its units stand there one after the other, either with
 * numbers and Latin runs parted by punctuation or, on both sides, with punctuation taken out: so its ends never
 * cut a number or a Latin run (4894件 is not in 54894件), 2025年 is in 2021—2025年, 1303件 in 1,303件.
 */
import type { Simplify } from './fold.ts';
import { joinUnits, type Unit, unitsOf } from './units.ts';

/** A word of a query: its units in the two readings, which are the same array where they do not differ. */
export interface QueryWord {
  printed: string;
  parted: readonly Unit[];
  joined: readonly Unit[];
}

/** A stretch of a printed text, in UTF-16 offsets. */
export interface Span {
  start: number;
  end: number;
}

const WORD = /(?:"[^"]*"|“[^“”]*”|「[^「」]*」|《[^《》]*》|\S)+/gu;

/** The words of a query, those without any unit left out and each once. */
export function parseQuery(query: string, simplify: Simplify): QueryWord[] {
  const words = new Map<string, QueryWord>();
  for (const [printed] of query.matchAll(WORD)) {
    const parted = unitsOf(printed, simplify);
    if (parted.length > 0) words.set(key(parted), { printed, parted, joined: joinUnits(parted) });
  }
  return [...words.values()];
}

function key(units: readonly Unit[]): string {
  return units.map(({ text }) => text).join(' ');
}

/** Where `word` stands in a paragraph, in order, without overlaps. */
export function findWord(word: QueryWord, parted: readonly Unit[]): Span[] {
  const joined = joinUnits(parted);
  const spans = findUnits(word.parted, parted);
  if (joined !== parted || word.joined !== word.parted) spans.push(...findUnits(word.joined, joined));
  return withoutOverlaps(spans);
}

function findUnits(needle: readonly Unit[], units: readonly Unit[]): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at + needle.length <= units.length; at += 1) {
    if (needle.every(({ text, kind }, i) => units[at + i]?.text === text && units[at + i]?.kind === kind))
      spans.push({ start: units[at]?.start ?? 0, end: units[at + needle.length - 1]?.end ?? 0 });
  }
  return spans;
}

/** Spans in order; of spans that overlap only the first is kept. */
export function withoutOverlaps(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end))
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}
