/** One result, ready to be shown: the title and the hits of a report, from its printed text. */
import type { Simplify } from '../../search/fold.ts';
import { findWord, type QueryWord } from '../../search/match.ts';
import type { ArchiveSearch } from '../../search/search.ts';
import { unitsOf } from '../../search/units.ts';
import { cut, findHits, type Hit } from './excerpt.ts';
import type { Found } from './facets.ts';
import { loadSimplify } from './run.ts';

export interface Result {
  found: Found;
  /** In pieces, by turns without and with a word of the query, as the pieces of a hit. */
  title: string[];
  hits: Hit[];
}

/** `themes`: where any are chosen, only hits in sections with one of them. */
export async function prepareResult(
  archive: ArchiveSearch,
  found: Found,
  words: readonly QueryWord[],
  simplify: Simplify,
  themes: readonly string[],
): Promise<Result> {
  const text = await archive.text(found);
  const table = text.traditional ? await loadSimplify(archive) : simplify;
  const units = unitsOf(text.title, table);
  const hits = findHits(text, words, table);
  return {
    found,
    title: cut(
      text.title,
      words.flatMap((word) => findWord(word, units)),
    ),
    hits: hits.filter(({ theme }) => themes.length === 0 || themes.includes(theme)),
  };
}
