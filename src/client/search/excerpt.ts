/** The paragraphs of a report that have words of the query, cut to a length that can be taken in. */
import type { Simplify } from '../../search/fold.ts';
import { findWord, type QueryWord, type Span, withoutOverlaps } from '../../search/match.ts';
import type { ReportText } from '../../search/record.ts';
import { unitsOf } from '../../search/units.ts';

/** A paragraph or heading with hits. */
export interface Hit {
  anchor: string;
  heading: boolean;
  theme: string;
  /** The whole paragraph. */
  text: string;
  /** The excerpt, by turns without and with a word of the query. */
  pieces: string[];
  /** Number of words of the query that stand in it. */
  words: number;
}

/** A paragraph up to this length (UTF-16) is shown whole. */
const LONGEST = 130;
const BEFORE = 36;
const STOPS = /[，。；：、！？]/;

/** Hits in a report, paragraphs with most words of the query first, else in order. */
export function findHits(text: ReportText, words: readonly QueryWord[], simplify: Simplify): Hit[] {
  let theme = '';
  const themes = new Map(text.themes);
  const hits = text.blocks.flatMap(([anchor, depth, printed], i): Hit[] => {
    theme = themes.get(i) ?? theme;
    const units = unitsOf(printed, simplify);
    const found = words.map((word) => findWord(word, units)).filter((spans) => spans.length > 0);
    if (found.length === 0) return [];
    const pieces = cut(printed, withoutOverlaps(found.flat()));
    return [{ anchor, heading: depth > 0, theme, text: printed, pieces, words: found.length }];
  });
  return hits.sort((a, b) => b.words - a.words);
}

/** `text` around its first spans, in pieces; `…` where something was left out. */
export function cut(text: string, spans: readonly Span[]): string[] {
  const whole = text.length <= LONGEST;
  const from = whole ? 0 : startOf(text, spans[0]?.start ?? 0);
  const to = whole ? text.length : notInside(text, Math.max(from + LONGEST, spans[0]?.end ?? 0));
  const pieces: string[] = [];
  let at = from;
  for (const { start, end } of spans.filter(({ end }) => end <= to)) {
    pieces.push(text.slice(at, start), text.slice(start, end));
    at = end;
  }
  pieces.push(text.slice(at, to));
  if (from > 0) pieces[0] = `…${pieces[0]}`;
  if (to < text.length) pieces[pieces.length - 1] += '…';
  return pieces;
}

/** Where an excerpt starts: behind the first punctuation that is near enough before the hit. */
function startOf(text: string, hit: number): number {
  const earliest = Math.max(0, hit - BEFORE);
  if (earliest === 0) return 0;
  const stop = text.slice(earliest, hit).search(STOPS);
  return stop >= 0 ? earliest + stop + 1 : notInside(text, earliest);
}

/** `at`, or the place behind it where it would part a character beyond the BMP; never past the end. */
function notInside(text: string, at: number): number {
  const low = text.charCodeAt(at) >> 10 === 0x37;
  return Math.min(text.length, low ? at + 1 : at);
}
