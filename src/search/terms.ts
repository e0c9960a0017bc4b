/** The archive's vocabulary as nodejieba segments it, from which the search page picks related terms. */
import type { Report } from '../report/report.ts';
import { tagWords } from '../words/segment.ts';

/** In how many paragraphs each term stands, and how many paragraphs there are. */
export interface TermCounts {
  paragraphs: number;
  counts: Record<string, number>;
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

/** Adds the terms of a report to `total`. */
export function countTerms({ blocks }: Report, total: TermCounts): void {
  for (const { text } of blocks) {
    const terms = tagWords(text).filter(({ word, tag }) => WORD.test(word) && CONTENT.test(tag));
    total.paragraphs += 1;
    for (const term of new Set(terms.map(({ word }) => word)))
      total.counts[term] = (total.counts[term] ?? 0) + 1;
  }
}

/** One vocabulary from the counts of many shards. */
export function makeVocabulary(shards: readonly TermCounts[]): Vocabulary {
  const counts = new Map<string, number>();
  for (const shard of shards)
    for (const [term, count] of Object.entries(shard.counts))
      counts.set(term, (counts.get(term) ?? 0) + count);
  const terms = [...counts]
    .filter(([term, count]) => count >= FEWEST_PARAGRAPHS && !ORDINAL.test(term))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST_TERMS);
  return { paragraphs: shards.reduce((sum, { paragraphs }) => sum + paragraphs, 0), terms };
}
