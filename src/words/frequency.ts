/** The words that a text uses. */
import { type TaggedWord, tagWords } from './segment.ts';

/** How often a text uses its content words, and how many words it has in all. */
export interface WordCounts {
  total: number;
  /** In the order of their first use. */
  counts: [word: string, count: number][];
}

/** A word that says something by itself: at least two Chinese characters. */
const WORD = /^\p{Script=Han}{2,}$/u;
/** Nouns, verbs, abbreviations and unknown words; not names of persons and places (nr, ns). */
const CONTENT = /^(?:n(?![rs])|v|j|x)/;
/** Words that only say whose (全市, 我局, 县政府) or which (一是). */
const EMPTY = /^(?:[全本我各][省市州县区旗镇乡局委厅部]|[省市州县区]政府|[一二三四五六七八九十]是)$/;

/**
 * The content words of a text with their counts, by its paragraphs' words. Words are those of at least two Chinese
 * characters.
 */
export function countWords(paragraphs: readonly (readonly TaggedWord[])[]): WordCounts {
  const counts = new Map<string, number>();
  let total = 0;
  for (const words of paragraphs)
    for (const { word } of words) {
      if (!WORD.test(word)) continue;
      total += 1;
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  return { total, counts: [...counts].filter(([word]) => isContent(word)) };
}

/** Of every word that was asked for; reports share most of theirs. */
const known = new Map<string, boolean>();

function isContent(word: string): boolean {
  const before = known.get(word);
  if (before !== undefined) return before;
  const content = tellsSomething(word);
  known.set(word, content);
  return content;
}

function tellsSomething(word: string): boolean {
  return !EMPTY.test(word) && tagWords(word).every(({ tag }) => CONTENT.test(tag));
}
