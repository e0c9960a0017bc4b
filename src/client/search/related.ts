/** Terms that stand by the words of a query more often than elsewhere in the archive. */
import type { Vocabulary } from '../../search/terms.ts';

/** Fewer paragraphs say nothing of a term. */
const FEWEST = 2;
const MOST_TERMS = 8;

/**
 * Terms of the vocabulary by how much more often they stand in `paragraphs` than in all: the JLH score, absolute
 * times relative change, of Elasticsearch's significant terms. Words of the query itself are left out.
 */
export function relatedTerms(
  paragraphs: readonly string[],
  vocabulary: Vocabulary,
  words: readonly string[],
): string[] {
  const scored = vocabulary.terms
    .filter(([term]) => !words.some((word) => word.includes(term) || term.includes(word)))
    .map(([term, count]) => {
      const here = paragraphs.filter((paragraph) => paragraph.includes(term)).length;
      const foreground = here / paragraphs.length;
      const background = count / vocabulary.paragraphs;
      return { term, here, score: (foreground - background) * (foreground / background) };
    })
    .filter(({ here, score }) => here >= FEWEST && score > 0)
    .sort((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1));
  const chosen: string[] = [];
  for (const { term } of scored)
    if (!chosen.some((other) => other.includes(term) || term.includes(other))) chosen.push(term);
  return chosen.slice(0, MOST_TERMS);
}
