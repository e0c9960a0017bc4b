/**
 * Keywords by TF-IDF: what a report keeps saying and the rest of the archive does not. Document frequencies are
 * those of the archive itself, so that what every report says (法治政府) is no keyword of any.
 */
import type { WordCounts } from './frequency.ts';

export interface Keyword {
  word: string;
  /** tf × ln((1 + reports) / (1 + reports with the word)), tf being the share of the report's words. */
  weight: number;
  count: number;
}

/** The words that a report keeps saying, by the numbers that its archive gives them: a kilobyte or less. */
export interface RepeatedWords {
  /** Words of the report in all. */
  total: number;
  /** In the order of their first use. */
  words: Uint32Array;
  /** How often the report says each. */
  counts: Uint32Array;
}

/** A word that a report says once is none that it keeps saying. */
const LEAST = 2;

/** How many of the archive's reports keep using each word. Counts only: no text is kept. */
export class DocumentFrequencies {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];
  /** Of each word, the reports that keep using it. */
  readonly #reports: number[] = [];
  #total = 0;

  /** Takes in one more report, and gives what its keywords are chosen from once all are in. */
  add({ total, counts }: WordCounts): RepeatedWords {
    this.#total += 1;
    const repeated = counts.filter(([, count]) => count >= LEAST);
    const words = Uint32Array.from(repeated, ([word]) => this.#number(word));
    for (const word of words) this.#reports[word] = (this.#reports[word] ?? 0) + 1;
    return { total, words, counts: Uint32Array.from(repeated, ([, count]) => count) };
  }

  word(number: number): string {
    return this.#words[number] as string;
  }

  /** Natural logarithm of how rare a word is among the reports; 0 where every report has it. */
  rarity(number: number): number {
    return Math.log((1 + this.#total) / (1 + (this.#reports[number] ?? 0)));
  }

  #number(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    this.#numbers.set(word, this.#words.length);
    return this.#words.push(word) - 1;
  }
}

/** The `most` weightiest words of a report, the weightiest first, words of one weight by their code units. */
export function keywords(
  { total, words, counts }: RepeatedWords,
  archive: DocumentFrequencies,
  most: number,
): Keyword[] {
  return Array.from(words, (number, i): Keyword => {
    const count = counts[i] as number;
    return { word: archive.word(number), count, weight: (count / total) * archive.rarity(number) };
  })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .slice(0, most);
}
