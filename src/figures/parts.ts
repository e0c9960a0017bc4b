/** The words that set readings of one metric apart, and the flag of those that contradict each other. */
import { type Catalogue, seriesKey } from '../compare/headline.ts';
import type { Reading } from '../report/schema.ts';
import { segment } from '../words/segment.ts';
import type { Window } from './clauses.ts';
import type { Match } from './match.ts';
import { hitsIn, type Paragraph } from './paragraph.ts';
import type { FigureRules } from './rules.ts';
import type { Vocabulary } from './vocabulary.ts';

const LONGEST = 20;
const NAMES = /[\p{L}]/u;

/** What stands round a reading's number, and the pattern's own words in it. */
export interface Wording {
  text: string;
  own: ReadonlySet<string>;
}

/** The words from the start of a reading's window to its number or its head. */
export function wordingOf(
  paragraph: Paragraph,
  { left, right }: Window,
  { pattern, side, head }: Match,
): Wording {
  const range = side === 'before' ? left : { start: right.start, end: head.end };
  const own = hitsIn(paragraph, range).filter(({ payload }) => pattern.own.has(payload.text));
  return {
    text: paragraph.text.slice(range.start, range.end),
    own: new Set(own.map(({ payload }) => payload.text)),
  };
}

/**
 * Gives each reading its part where another reading has the same metric, scope and series: what its words say
 * beyond those that all of them share (实地 of 实地督察, beside 书面督察). Readings that are then still equal and
 * differ in value are flagged as `conflict`.
 */
export function settleParts(
  readings: readonly Reading[],
  wordings: readonly Wording[],
  { catalogue, fillers }: Pick<FigureRules, 'catalogue' | 'fillers'>,
): Reading[] {
  const keyOf = (reading: Reading) => wholeKey(reading, catalogue);
  const partKeyOf = (reading: Reading) => seriesKey(reading, catalogue);
  const groups = Map.groupBy(readings.keys(), (i) => keyOf(readings[i] as Reading));
  const shared = new Map(
    [...groups].map(([key, group]) => [key, sharedWords(group.map((i) => wordings[i] as Wording))]),
  );
  const withParts = readings.map((reading, i): Reading => {
    const key = keyOf(reading);
    if (groups.get(key)?.length === 1) return reading;
    const part = partOf((wordings[i] as Wording).text, shared.get(key) as string[], fillers);
    return part ? { ...reading, part } : reading;
  });
  const same = Map.groupBy(withParts, partKeyOf);
  const rivals = new Set(
    [...same].filter(([, group]) => new Set(group.map(amountOf)).size > 1).map(([key]) => key),
  );
  return withParts.map((reading) =>
    rivals.has(partKeyOf(reading)) ? { ...reading, flags: [...(reading.flags ?? []), 'conflict'] } : reading,
  );
}

function sharedWords([first, ...others]: readonly Wording[]): string[] {
  return [...(first?.own ?? [])].filter((word) => others.every(({ own }) => own.has(word)));
}

function amountOf({ value, max, bound }: Reading): string {
  return `${value} ${max ?? ''} ${bound}`;
}

function wholeKey({ part: _part, ...reading }: Reading, catalogue: Catalogue): string {
  return seriesKey(reading, catalogue);
}

/** A text without the words that all share, longest first, and without fillers. */
function partOf(text: string, shared: readonly string[], fillers: Vocabulary<true>): string {
  const rest = shared
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, word) => left.replaceAll(word, ''), text);
  return withoutFillers(rest, fillers).slice(-LONGEST);
}

/** The letters of a text that no filler covers; a filler of one character only as a word where the text begins or ends. */
function withoutFillers(text: string, fillers: Vocabulary<true>): string {
  let rest = '';
  for (let i = 0; i < text.length; ) {
    const filler = fillers.longestAt(text, i);
    const long = filler && filler.end - i > 1;
    if (!long) rest += text[i];
    i = long ? filler.end : i + 1;
  }
  // By words, as 共 in 审查共 is a filler and in 行政许可和公共 is not.
  const words = segment([...rest].filter((character) => NAMES.test(character)).join(''));
  const stays = (word: string) => word.length > 1 || !fillers.longestAt(word, 0);
  return words.slice(Math.max(words.findIndex(stays), 0), words.findLastIndex(stays) + 1).join('');
}
