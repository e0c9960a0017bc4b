/** How often words stand in a text. */
import { segment } from './segment.ts';

/** A word that says something by itself: at least two Chinese characters. */
const WORD = /^\p{Script=Han}{2,}$/u;

/** Words of texts and how often each stands in them; numbers, punctuation and single characters left out. */
export function wordFrequencies(texts: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of segment(text)) if (WORD.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Counts of several texts in one: those of an agency, or of a year. */
export function addFrequencies(all: Iterable<ReadonlyMap<string, number>>): Map<string, number> {
  const sum = new Map<string, number>();
  for (const counts of all) for (const [word, count] of counts) sum.set(word, (sum.get(word) ?? 0) + count);
  return sum;
}
