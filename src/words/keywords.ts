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

/** A word that a report says once is none that it keeps saying. */
const LEAST = 2;

/** How many of the archive's reports keep using each word. Counts only: no text is kept. */
export class DocumentFrequencies {
  readonly #reports = new Map<string, number>();
  #total = 0;

  /** Takes in the words of one more report. */
  add({ counts }: WordCounts): void {
    this.#total += 1;
    for (const [word, count] of counts)
      if (count >= LEAST) this.#reports.set(word, (this.#reports.get(word) ?? 0) + 1);
  }

  /** Natural logarithm of how rare a word is among the reports; 0 where every report has it. */
  rarity(word: string): number {
    return Math.log((1 + this.#total) / (1 + (this.#reports.get(word) ?? 0)));
  }
}

/** The `most` weightiest words of a report, the weightiest first, words of one weight by their code units. */
export function keywords(
  { total, counts }: WordCounts,
  archive: DocumentFrequencies,
  most: number,
): Keyword[] {
  return counts
    .filter(([, count]) => count >= LEAST)
    .map(([word, count]): Keyword => ({ word, count, weight: (count / total) * archive.rarity(word) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .slice(0, most);
}
