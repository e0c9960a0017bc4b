/** The archive's vocabulary as nodejieba segments it, from which the search page picks related terms. */
import type { TaggedWord } from '../words/segment.ts';

/** How many paragraphs there are, and in how many of them each term stands. */
export interface TermCounts {
  paragraphs: number;
  counts: [term: string, paragraphs: number][];
}

/** The vocabulary that browsers get: the terms with the most paragraphs, and how many these are. */
export interface Vocabulary {
  paragraphs: number;
  terms: [term: string, paragraphs: number][];
}

/** Two Han characters or more. */
const WORD = /^\p{Script=Han}{2,}$/u;
/** 一是, 二是: what counts the points of a list says nothing by itself. */
const ORDINAL = /^[一二三四五六七八九十]+(?:是|要)$/;
/** Nouns, verbs, adjectives, idioms and abbreviations; not names of persons and places (nr…, ns). */
const CONTENT = /^(n(?![rs])|v|a|b|i|j|l|x|z)/;
/** Enough for any related term that more than a few reports have; about 60 kB. */
const MOST_TERMS = 4000;
const FEWEST_PARAGRAPHS = 2;

/** The terms of a text by its paragraphs' words. */
export function countTerms(paragraphs: readonly (readonly TaggedWord[])[]): TermCounts {
  const stand = paragraphs.map((words): TermCounts => {
    const terms = words.filter(({ word, tag }) => WORD.test(word) && CONTENT.test(tag));
    return { paragraphs: 1, counts: [...new Set(terms.map(({ word }) => word))].map((word) => [word, 1]) };
  });
  return addTerms(stand);
}

/** The terms of several texts as those of one. */
export function addTerms(some: Iterable<TermCounts>): TermCounts {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { paragraphs, counts: own } of some) {
    total += paragraphs;
    for (const [term, count] of own) counts.set(term, (counts.get(term) ?? 0) + count);
  }
  return { paragraphs: total, counts: [...counts] };
}

/** The vocabulary of an archive from the terms of its shards. */
export function makeVocabulary(shards: readonly TermCounts[]): Vocabulary {
  const { paragraphs, counts } = addTerms(shards);
  const terms = counts
    .filter(([term, count]) => count >= FEWEST_PARAGRAPHS && !ORDINAL.test(term))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST_TERMS);
  return { paragraphs, terms };
}
