/** One search over all shards that can have results, newest first. */
import type { Simplify } from '../../search/fold.ts';
import type { ShardEntry } from '../../search/manifest.ts';
import { parseQuery, type QueryWord } from '../../search/match.ts';
import type { ArchiveSearch, Match } from '../../search/search.ts';
import { isRare, isTraditional, readPairs } from '../../search/simplify.ts';
import { themesOf, unpackThemes } from '../../search/themes.ts';
import type { Found } from './facets.ts';
import { isWithin, type State } from './state.ts';

/** How far a search has come. */
export interface Progress {
  words: readonly QueryWord[];
  simplify: Simplify;
  /** Everything found so far, before filters; without themes where `themed` is false. */
  found: Found[];
  themed: boolean;
  done: number;
  shards: number;
}

const NO_THEMES: ReadonlySet<string> = new Set();
const NOTHING: Simplify = new Map();

/** The table of Traditional characters: loaded only where it is needed. */
export async function loadSimplify(archive: ArchiveSearch): Promise<Simplify> {
  return readPairs(await archive.file<string>('simplify'));
}

/**
 * Searches, and yields after each shard and once more when the themes of all matches are known. The index is in
 * Simplified characters only, so a query with a Traditional one finds nothing: the few that `isRare` does not
 * know are converted then.
 */
export async function* runSearch(archive: ArchiveSearch, state: State): AsyncGenerator<Progress> {
  const query = state.query.normalize('NFKC');
  const simplify = isRare(query) ? await loadSimplify(archive) : NOTHING;
  let last: Progress | undefined;
  for await (last of runFolded(archive, state, simplify))
    if (last.found.length > 0 || last.done < last.shards) yield last;
  if (!last || last.found.length > 0) return;
  const table = await loadSimplify(archive);
  if (simplify === NOTHING && isTraditional(query, table)) yield* runFolded(archive, state, table);
  else yield last;
}

async function* runFolded(
  archive: ArchiveSearch,
  state: State,
  simplify: Simplify,
): AsyncGenerator<Progress> {
  const words = parseQuery(state.query, simplify);
  if (words.length === 0) return;
  const shards = (await archive.manifest()).shards.filter(
    (shard) => archive.isOpen(shard) || canHave(shard, state),
  );
  const progress = { words, simplify, shards: shards.length, themed: state.chosen.theme.length > 0 };
  const search = (shard: ShardEntry) => searchShard(archive, words, shard, state.within, progress.themed);
  const found: Found[] = [];
  let done = 0;
  // One shard, then two, then four: the newest results are shown before the other shards are even loaded.
  for (let size = 1; done < shards.length; size *= 2) {
    for await (const matches of shards.slice(done, done + size).map(search)) {
      found.push(...matches);
      done += 1;
      yield { ...progress, found, done };
    }
  }
  if (shards.length === 0) yield { ...progress, found, done };
  if (progress.themed || found.length === 0) return;
  const themed = await Promise.all(found.map((match) => withThemes(archive, match)));
  yield { ...progress, found: themed, themed: true, done };
}

/**
 * Whether a shard can have reports that pass the chosen years and provinces and lie within what is searched.
 * Others are not loaded; where they are already, they are searched too, for the counts of their years.
 */
function canHave({ years, provinces }: ShardEntry, { chosen, within }: State): boolean {
  const [, year] = within.split('/');
  return (
    (year === undefined || years.includes(Number(year))) &&
    (chosen.year.length === 0 || chosen.year.some((value) => years.includes(Number(value)))) &&
    (chosen.province.length === 0 || chosen.province.some((value) => provinces.includes(value)))
  );
}

async function searchShard(
  archive: ArchiveSearch,
  words: readonly QueryWord[],
  shard: ShardEntry,
  within: string,
  themed: boolean,
): Promise<Found[]> {
  const all = await archive.search(words, shard);
  const matches = all.filter(({ report }) => isWithin(report, within));
  if (!themed) return matches.map((match) => ({ ...match, themes: NO_THEMES }));
  return Promise.all(matches.map((match) => withThemes(archive, match)));
}

async function withThemes(archive: ArchiveSearch, match: Match): Promise<Found> {
  const themes = unpackThemes(await archive.themes(match.shard), match.page);
  const [first = [], ...others] = match.positions.map((positions) => [...themesOf(positions, themes)]);
  return { ...match, themes: new Set(first.filter((theme) => others.every((each) => each.includes(theme)))) };
}
