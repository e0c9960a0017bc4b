/** What a reader could search for instead, where nothing was found. */
import type { Simplify } from '../../search/fold.ts';
import { parseQuery, type QueryWord } from '../../search/match.ts';
import type { ArchiveSearch } from '../../search/search.ts';

/** A shorter query, and how many reports it finds. */
export interface Suggestion {
  query: string;
  reports: number;
}

/** For each word of the query the longest beginning of it, of two units or more, that stands anywhere. */
export async function suggest(
  archive: ArchiveSearch,
  words: readonly QueryWord[],
  simplify: Simplify,
): Promise<Suggestion[]> {
  const found = await Promise.all(words.map((word) => longestBeginning(archive, word, simplify)));
  return found.filter((suggestion) => suggestion !== undefined);
}

/** A beginning of a beginning that stands somewhere stands there too, so halving finds the longest. */
async function longestBeginning(
  archive: ArchiveSearch,
  { printed, parted }: QueryWord,
  simplify: Simplify,
): Promise<Suggestion | undefined> {
  let best: Suggestion | undefined;
  let [low, high] = [2, parted.length];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const query = printed.slice(parted[0]?.start, parted[middle - 1]?.end);
    const reports = await countReports(archive, parseQuery(`"${query}"`, simplify));
    if (reports > 0) best = { query, reports };
    if (reports > 0) low = middle + 1;
    else high = middle - 1;
  }
  return best;
}

async function countReports(archive: ArchiveSearch, words: readonly QueryWord[]): Promise<number> {
  const { shards } = await archive.manifest();
  const found = await Promise.all(shards.map((shard) => archive.search(words, shard)));
  return found.flat().length;
}
