/** The order of results. */
import type { Simplify } from '../../search/fold.ts';
import type { ReportRow } from '../../search/manifest.ts';
import { findWord, type QueryWord } from '../../search/match.ts';
import { type Unit, unitsOf } from '../../search/units.ts';
import type { Found } from './facets.ts';
import type { Order } from './state.ts';

/** Okapi BM25 (Robertson and Zaragoza 2009): how soon repeats stop counting, and how much length counts. */
const K1 = 1.2;
const B = 0.4;
/** A word in the agency's name says more than any number of words in its text. */
const NAMED = 5;

/** Sorts by `order`; results of the same rank by year, newest first, then by agency id. */
export function rank(
  all: readonly Found[],
  words: readonly QueryWord[],
  order: Order,
  simplify: Simplify,
): Found[] {
  const byYear = (a: Found, b: Found) => b.report[1] - a.report[1] || (a.report[0] < b.report[0] ? -1 : 1);
  if (order === 'newest') return [...all].sort(byYear);
  if (order === 'oldest') return [...all].sort((a, b) => a.report[1] - b.report[1] || byYear(a, b));
  const average = all.reduce((sum, { length }) => sum + length, 0) / all.length;
  const scores = new Map(all.map((found) => [found, score(found, words, average, simplify)]));
  return [...all].sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || byYear(a, b));
}

function score(found: Found, words: readonly QueryWord[], average: number, simplify: Simplify): number {
  const name = nameUnits(found.report, simplify);
  const norm = K1 * (1 - B + (B * found.length) / average);
  return words.reduce((sum, word, i) => {
    const times = timesOf(found, i);
    return sum + (times * (K1 + 1)) / (times + norm) + (findWord(word, name).length > 0 ? NAMED : 0);
  }, 0);
}

const named = new WeakMap<ReportRow, Unit[]>();

/** Units of the agency's name; kept, as every search ranks by them. */
function nameUnits(report: ReportRow, simplify: Simplify): Unit[] {
  const units = named.get(report) ?? unitsOf(report[2], simplify);
  named.set(report, units);
  return units;
}

/**
 * How often a word (by its place in the query) stands in a report. The appendix repeats the text in another
 * reading: it counts only where the text itself has nothing.
 */
export function timesOf({ positions, report }: Found, word: number): number {
  const all = positions[word] ?? [];
  const inText = all.filter((position) => position < report[7]).length;
  return inText || all.length;
}
