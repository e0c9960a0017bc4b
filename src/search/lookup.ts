/** Finds words in one Pagefind index, exactly. */
import type { QueryWord } from './match.ts';
import type { IndexMeta, Postings } from './pagefind-format.ts';
import { encodePair, encodeUnit, startsWithUnit } from './tokens.ts';
import type { Unit } from './units.ts';

/** An opened index: its meta file, and a way to get a chunk by its hash (kept by whoever gives it). */
export interface OpenIndex {
  meta: IndexMeta;
  chunk: (hash: string) => Promise<ReadonlyMap<string, Postings>>;
}

/** Positions (of tokens) on each page where `word` starts, in either reading of it. */
export async function findWordPositions(word: QueryWord, index: OpenIndex): Promise<Postings> {
  const parted = await findUnits(word.parted, index);
  return word.joined === word.parted ? parted : union([parted, await findUnits(word.joined, index)]);
}

async function findUnits(units: readonly Unit[], index: OpenIndex): Promise<Postings> {
  const [first, second] = units;
  if (!first) return new Map();
  return second ? findPhrase(units, index) : findSingle(first, index);
}

/** Tokens whose chunks are loaded at once: the first two of a long word, and the others. */
const AT_ONCE = { first: 2, later: 4 };
const HAN = /^\p{Script=Han}/u;

/**
 * Every token is two units, so every second token is enough to hold a phrase together, and half the chunks
 * are loaded. Those with a number or a Latin run come first, then the two ends: they seldom stand at just that
 * distance where the phrase does not, so that an index without it is mostly known by two chunks.
 */
async function findPhrase(units: readonly Unit[], index: OpenIndex): Promise<Postings> {
  const offsets = [...units.keys()].filter((i) => i % 2 === 0 && i + 1 < units.length);
  if (units.length % 2 === 1) offsets.push(units.length - 2);
  const isHan = (offset: number) => units.slice(offset, offset + 2).every(({ text }) => HAN.test(text));
  let left = [...offsets.splice(-1), ...offsets].sort((a, b) => Number(isHan(a)) - Number(isHan(b)));
  let placed: Placed[] = [];
  for (let size = AT_ONCE.first; left.length > 0; size = AT_ONCE.later) {
    const next = left.slice(0, size).map(async (offset) => ({
      offset,
      pages: await postingsOf(encodePair(units[offset] as Unit, units[offset + 1] as Unit), index),
    }));
    left = left.slice(size);
    const pages = adjacent([...placed, ...(await Promise.all(next))]);
    if (pages.size === 0) return pages;
    placed = [{ offset: 0, pages }];
  }
  return placed[0]?.pages ?? new Map();
}

async function postingsOf(token: string, index: OpenIndex): Promise<Postings> {
  const hash = index.meta.chunks[chunkOf(token, index.meta)]?.hash;
  return (hash && (await index.chunk(hash)).get(token)) || new Map();
}

/** Where a token stands, and how far it is from the start of the phrase. */
interface Placed {
  offset: number;
  pages: Postings;
}

/** Positions where a phrase starts of which every token stands where it should. */
function adjacent(tokens: readonly Placed[]): Postings {
  const [rarest, ...others] = [...tokens].sort((a, b) => a.pages.size - b.pages.size);
  const found = new Map<number, number[]>();
  for (const [page, positions] of rarest?.pages ?? []) {
    const sets = others.map(({ offset, pages }) => ({ offset, positions: new Set(pages.get(page)) }));
    const starts = positions
      .map((position) => position - (rarest?.offset ?? 0))
      .filter((start) => sets.every(({ offset, positions }) => positions.has(start + offset)));
    if (starts.length > 0) found.set(page, starts);
  }
  return found;
}

/** One unit stands wherever a token starts with it: such tokens lie next to each other in the index. */
async function findSingle(unit: Unit, index: OpenIndex): Promise<Postings> {
  const code = encodeUnit(unit);
  const first = Math.max(0, chunkOf(code, index.meta));
  const last = chunkOf(`${code}\u{10ffff}`, index.meta);
  const chunks = await Promise.all(
    index.meta.chunks.slice(first, last + 1).map(({ hash }) => index.chunk(hash)),
  );
  const tokens = chunks.flatMap((chunk) => [...chunk].filter(([token]) => startsWithUnit(token, unit)));
  return union(tokens.map(([, postings]) => postings));
}

/** Index of the only chunk that can hold `token`; -1 where the token sorts before all. */
export function chunkOf(token: string, { chunks }: IndexMeta): number {
  let low = 0;
  let high = chunks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareCodePoints(chunks[middle]?.from ?? '', token) <= 0) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The order of the index. UTF-16 order, that of `<`, differs for characters beyond the BMP. */
function compareCodePoints(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  const at = left.findIndex((character, i) => character !== right[i]);
  if (at < 0) return left.length - right.length;
  return (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1);
}

function union(many: readonly Postings[]): Postings {
  const pages = new Map<number, Set<number>>();
  for (const postings of many)
    for (const [page, positions] of postings) {
      const all = pages.get(page) ?? new Set();
      for (const position of positions) all.add(position);
      pages.set(page, all);
    }
  return new Map(
    [...pages].sort(([a], [b]) => a - b).map(([page, all]) => [page, [...all].sort((a, b) => a - b)]),
  );
}
