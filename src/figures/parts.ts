/** The words that set readings of one metric apart, and the flag of those that contradict each other. */
import { seriesKey } from '../compare/headline.ts';
import type { Reading } from '../report/schema.ts';
import { segment } from '../words/segment.ts';
import type { Window } from './clauses.ts';
import type { Match } from './match.ts';
import { hitsIn, type Paragraph } from './paragraph.ts';
import type { FigureRules } from './rules.ts';
import type { Vocabulary } from './vocabulary.ts';

const LONGEST = 20;
const NAMES = /[\p{L}]/u;

/** Where a reading was found. */
export interface Found {
  paragraph: Paragraph;
  window: Window;
  match: Match;
  /** Parts of the number follow it: it has no part itself. */
  total: boolean;
}

/** What stands round a reading's number, and the pattern's own words in it. */
interface Wording {
  text: string;
  own: ReadonlySet<string>;
}

/** The words from the start of a reading's window to its number or its head. */
function wordingOf({ paragraph, window: { left, right }, match: { pattern, side, head } }: Found): Wording {
  const range = side === 'before' ? left : { start: right.start, end: head.end };
  const own = hitsIn(paragraph.hits, range).filter(({ payload }) => pattern.own.has(payload.text));
  return {
    text: paragraph.text.slice(range.start, range.end),
    own: new Set(own.map(({ payload }) => payload.text)),
  };
}

/**
 * Gives each reading its part where another reading has the same metric, scope and series: what its words say
 * beyond those that all of them share (实地 of 实地督察, beside 书面督察). Readings that are then still equal and
 * differ in value are flagged as `conflict`, but not several of one sentence, which nobody writes against himself:
 * they count what their own words do not tell apart (处罚9件，罚款39万元；处罚38件，罚款13万元).
 */
export function settleParts(
  readings: readonly Reading[],
  places: readonly Found[],
  { catalogue, fillers }: Pick<FigureRules, 'catalogue' | 'fillers'>,
): Reading[] {
  const settled = [...readings];
  const indexesByKey = Map.groupBy(readings.keys(), (i) => seriesKey(readings[i] as Reading, catalogue));
  for (const indexes of indexesByKey.values()) {
    if (indexes.length === 1) continue;
    const group = indexes.map((i) => ({ i, wording: wordingOf(places[i] as Found) }));
    const shared = sharedWords(group.map(({ wording }) => wording));
    const withParts = group.map(({ i, wording }) => {
      const reading = readings[i] as Reading;
      const part = (places[i] as Found).total ? '' : partOf(wording.text, shared, fillers);
      return { i, reading: part ? { ...reading, part } : reading };
    });
    for (const same of Map.groupBy(withParts, ({ reading }) => reading.part).values()) {
      const bySentence = Map.groupBy(same, ({ i }) => (places[i] as Found).window.clause.sentence);
      const alone = [...bySentence.values()].filter((list) => list.length === 1).flat();
      const differ = new Set(alone.map(({ reading }) => amountOf(reading))).size > 1;
      for (const { i, reading } of same) settled[i] = reading;
      if (!differ) continue;
      for (const { i, reading } of alone)
        settled[i] = { ...reading, flags: [...(reading.flags ?? []), 'conflict'] };
    }
  }
  return settled;
}

function sharedWords([first, ...others]: readonly Wording[]): string[] {
  return [...(first?.own ?? [])].filter((word) => others.every(({ own }) => own.has(word)));
}

function amountOf({ value, max, bound }: Reading): string {
  return `${value} ${max ?? ''} ${bound}`;
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
