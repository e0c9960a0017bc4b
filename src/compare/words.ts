/** What an agency's reports speak of, year by year. */
import type { WordCounts } from '../words/frequency.ts';

export interface YearWords {
  year: number;
  /** Words that set the year apart from the agency's other years, the most telling first. */
  telling: string[];
}

export interface Term {
  word: string;
  /** Occurrences per ten thousand words, one for each text, in their order. */
  rates: number[];
}

/**
 * TF-IDF with the agency's own reports as the collection: term frequency times log(N / n), N being the number of
 * reports and n those that use the word. A word of every year tells nothing of one of them and has weight 0.
 */
export function tellingWords(
  texts: readonly { year: number; words: WordCounts }[],
  count: number,
): YearWords[] {
  const uses = sums(texts.flatMap(({ words }) => words.counts.map(([word]) => [word, 1] as const)));
  return texts.map(({ year, words: { total, counts } }) => ({
    year,
    telling: counts
      .map(([word, n]) => ({ word, weight: (n / total) * Math.log(texts.length / (uses.get(word) ?? 1)), n }))
      .filter(({ weight, n }) => weight > 0 && n > 1)
      .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
      .slice(0, count)
      .map(({ word }) => word),
  }));
}

/** The `count` words used most over all texts, with their rate in each. */
export function termsOverTime(texts: readonly WordCounts[], count: number): Term[] {
  const counted = texts.map(({ total, counts }) => ({ total, counts: new Map(counts) }));
  return [...sums(texts.flatMap(({ counts }) => counts))]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, count)
    .map(([word]) => ({
      word,
      rates: counted.map(({ total, counts }) =>
        Math.round(((counts.get(word) ?? 0) / Math.max(1, total)) * 10_000),
      ),
    }));
}

function sums(counts: readonly (readonly [word: string, count: number])[]): Map<string, number> {
  const all = new Map<string, number>();
  for (const [word, count] of counts) all.set(word, (all.get(word) ?? 0) + count);
  return all;
}
