/** A paragraph as the matcher sees it: folded text, quantities, clauses and the catalogue's words. */
import { type Clause, type Range, splitClauses, type Window, windowsOf } from './clauses.ts';
import { fold } from './fold.ts';
import { type Quantity, readQuantities } from './quantities.ts';
import type { FigureRules } from './rules.ts';
import type { Hit } from './vocabulary.ts';
import type { Word } from './word.ts';
import { mayStateZero, zeroWindows } from './zero.ts';

export type WordHit = Hit<Word>;

export interface Paragraph {
  /** Folded; every offset is that of the text itself. */
  text: string;
  clauses: Clause[];
  windows: Window[];
  /** Those of words that may say zero; most say something else and match nothing. */
  zeros: Window[];
  /** Visible words of the sentences that hold a number or may say zero, by start. */
  hits: WordHit[];
  /** Starts of each visible word that is a condition of some pattern, ascending. */
  starts: ReadonlyMap<string, number[]>;
  /** Visible words that say whose a number is, and of which time. */
  scopes: WordHit[];
  times: WordHit[];
  /** Words that name a topic, also where another word hides them: 出庭应诉率 speaks of litigation. */
  topicHits: WordHit[];
  /** Those of them that what follows is about: none that a clause without a number only lists. */
  subjects: WordHit[];
}

/** @param isHeading of one without a number too, the topics count for the paragraphs below it */
export function readParagraph(original: string, rules: FigureRules, isHeading: boolean): Paragraph {
  const text = fold(original);
  const quantities = readQuantities(text, rules.units);
  if (!isHeading && quantities.length === 0 && !mayStateZero(text)) return { text, ...NOTHING };
  const clauses = splitClauses(text, quantities);
  const windows = windowsOf(text, clauses, quantities);
  const zeros = zeroWindows(text, clauses, windows);
  const hits = visible(wordsRound([...windows, ...zeros], text, rules));
  const starts = new Map<string, number[]>();
  for (const { start, payload } of hits) {
    if (!payload.condition) continue;
    const list = starts.get(payload.text);
    if (list) list.push(start);
    else starts.set(payload.text, [start]);
  }
  const spoken = rules.topics.hits(text);
  const lists = spoken.some(({ payload }) => payload.listing);
  const topicHits = lists ? spoken.filter(({ payload }) => payload.topics.length > 0) : spoken;
  return {
    text,
    clauses,
    windows,
    zeros,
    hits,
    starts,
    scopes: hits.filter(({ payload }) => payload.scope !== undefined),
    times: hits.filter(({ payload }) => payload.time !== undefined),
    topicHits,
    subjects: lists ? subjectsOf(spoken, clauses, quantities) : spoken,
  };
}

/** Of a paragraph without numbers only the text is read on. */
const NOTHING: Omit<Paragraph, 'text'> = {
  clauses: [],
  windows: [],
  zeros: [],
  hits: [],
  starts: new Map(),
  scopes: [],
  times: [],
  topicHits: [],
  subjects: [],
};

/** Leaves out the topics that a listing word begins, in a clause without a number. */
function subjectsOf(
  spoken: readonly WordHit[],
  clauses: readonly Clause[],
  quantities: readonly Quantity[],
): WordHit[] {
  let listedTo = 0;
  return spoken.filter(({ start, payload }) => {
    if (payload.listing && start >= listedTo) {
      const clause = clauses[lowerBound(clauses, start + 1, ({ end }) => end)];
      const next = quantities[lowerBound(quantities, clause?.start ?? start, (quantity) => quantity.start)];
      if (clause && (!next || next.start >= clause.end)) listedTo = clause.end;
    }
    return payload.topics.length > 0 && start >= listedTo;
  });
}

/** All words in the sentences of some windows: a pattern looks no further than its number's sentence. */
function wordsRound(windows: readonly Window[], text: string, { vocabulary }: FigureRules): WordHit[] {
  const sentences = [...new Set(windows.map(({ clause }) => clause.sentence))];
  return sentences
    .sort((a, b) => a.start - b.start)
    .flatMap(({ start, end }) => vocabulary.hits(text, start, end));
}

/** Drops words that begin inside a word that hides them: 受理 in 不予受理, 诉讼案件 in 公益诉讼案件. The longest of one start comes first. */
function visible(hits: WordHit[]): WordHit[] {
  let hider: WordHit | undefined;
  const seen: WordHit[] = [];
  for (const hit of hits) {
    if (hider && hit.start < hider.end) continue;
    seen.push(hit);
    if (hit.payload.hides && (!hider || hit.end > hider.end)) hider = hit;
  }
  return seen;
}

/** Index of the first item whose key is at least `least`, in an ascending list. */
export function lowerBound<T>(items: readonly T[], least: number, key: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key(items[middle] as T) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those of some words that lie wholly in a range. */
export function hitsIn(hits: readonly WordHit[], { start, end }: Range): WordHit[] {
  const found: WordHit[] = [];
  for (let i = lowerBound(hits, start, (hit) => hit.start); i < hits.length; i += 1) {
    const hit = hits[i] as WordHit;
    if (hit.start >= end) break;
    if (hit.end <= end) found.push(hit);
  }
  return found;
}

/** Start of the last of some condition words in a range; -1 where there is none. */
export function lastIn({ starts }: Paragraph, words: Iterable<string>, { start, end }: Range): number {
  let last = -1;
  for (const word of words) {
    const list = starts.get(word);
    if (!list) continue;
    const found = list[lowerBound(list, end - word.length + 1, (at) => at) - 1];
    if (found !== undefined && found >= start && found > last) last = found;
  }
  return last;
}
