/** What an agency's reports speak of, year by year. */

/** The words of one text in order, with their parts of speech as jieba tags them (n, v, vn, …). */
export type Tagged = readonly { word: string; tag: string }[];

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

/** Nouns, verbs and what jieba's user dictionary adds; a word of one character tells little. */
const CONTENT_TAG = /^(?:n|v|vn|an|j|l|i|nz|x)$/;

function countsOf(text: Tagged): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { word, tag } of text)
    if (word.length > 1 && CONTENT_TAG.test(tag) && !/\d/.test(word))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/**
 * TF-IDF with the agency's own reports as the collection: term frequency times log(N / n), N being the number of
 * reports and n those that use the word. A word of every year tells nothing of one of them and has weight 0.
 */
export function tellingWords(texts: readonly { year: number; words: Tagged }[], count: number): YearWords[] {
  const counted = texts.map(({ year, words }) => ({ year, total: words.length, counts: countsOf(words) }));
  const uses = usesOf(counted.map(({ counts }) => counts));
  return counted.map(({ year, total, counts }) => ({
    year,
    telling: [...counts]
      .map(([word, n]) => ({ word, weight: (n / total) * Math.log(texts.length / (uses.get(word) ?? 1)), n }))
      .filter(({ weight, n }) => weight > 0 && n > 1)
      .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
      .slice(0, count)
      .map(({ word }) => word),
  }));
}

/** The `count` words used most over all texts, with their rate in each. */
export function termsOverTime(texts: readonly Tagged[], count: number): Term[] {
  const counted = texts.map(countsOf);
  const totals = new Map<string, number>();
  for (const counts of counted) for (const [word, n] of counts) totals.set(word, (totals.get(word) ?? 0) + n);
  return [...totals]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, count)
    .map(([word]) => ({
      word,
      rates: counted.map((counts, index) =>
        Math.round(((counts.get(word) ?? 0) / Math.max(1, texts[index]?.length ?? 1)) * 10_000),
      ),
    }));
}

function usesOf(all: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const counts of all) for (const word of counts.keys()) uses.set(word, (uses.get(word) ?? 0) + 1);
  return uses;
}
