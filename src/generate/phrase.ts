/** Phrases with slots for numbers, words and wordings: see README.md. */
import { type Facts, round } from './facts.ts';
import { type NumberStyle, type Printing, printAmount } from './numbers.ts';
import type { Random } from './random.ts';
import { join, type Text } from './text.ts';

export type Phrase = readonly Node[];
type Node = string | Slot | { choice: readonly Phrase[] };

type Kind = 'fact' | 'figure' | 'change' | 'growth' | 'prior' | 'zero' | 'under';

interface Slot {
  kind: Kind;
  /** Key of the facts: a metric, or `metric#part`. */
  metric: string;
  low: number;
  high: number;
  /** Alternatives; of a zero, the word for it. */
  units: readonly string[];
  flags: string;
  decimals: number;
  printing: Printing;
}

/** What a phrase is printed with. */
export interface Context {
  words: Readonly<Record<string, string>>;
  facts: Facts;
  /** Those of the year before. */
  prior: Facts;
  style: NumberStyle;
  /** The unit that the phrase has chosen of several: a case is not 件 here and 宗 there. */
  units: Map<string, string>;
  /** Decides the wording; the same in most years of a series. */
  wording: Random;
  /** Decides what is this report's alone. */
  random: Random;
}

const KINDS: readonly Kind[] = ['figure', 'change', 'growth', 'prior', 'zero', 'under'];
/** Facts of which a plain phrase may state a 0. */
const MAY_BE_ZERO = new Set([
  'reconsideration.rejected',
  'reconsideration.transferred',
  'reconsideration.corrected',
  'reconsideration.correction-rate',
  'litigation.lost',
  'litigation.loss-rate',
]);

/** @throws {SyntaxError} naming the phrase whose brackets do not match. */
export function parsePhrase(source: string): Phrase {
  return source
    .split(/(\[[^\]]*\]|\{[^}]*\})/)
    .filter((piece) => piece !== '')
    .map((piece): Node => {
      if (piece.startsWith('{')) return parseSlot(piece.slice(1, -1));
      if (piece.startsWith('[')) return { choice: piece.slice(1, -1).split('|').map(parsePhrase) };
      if (/[[\]{}]/.test(piece)) throw new SyntaxError(`unmatched bracket in ${source}`);
      return piece;
    });
}

function parseSlot(source: string): Slot {
  const [first = '', ...rest] = source.split(' ');
  const kind = KINDS.find((k) => k === first) ?? 'fact';
  const [target = '', units = '', ...options] = kind === 'fact' ? [first, ...rest] : rest;
  const range = /^(\d+)-(\d+)$/.exec(target);
  return {
    kind,
    metric: range ? '' : target,
    low: Number(range?.[1] ?? 0),
    high: Number(range?.[2] ?? 0),
    units: units.split('/'),
    flags: options.find((o) => o.startsWith('@'))?.slice(1) ?? '',
    decimals: options.includes('.1') ? 1 : 0,
    printing: {
      rounded: options.includes('~'),
      words: options.includes('zh'),
      atLeast: options.includes('>='),
      atMost: options.includes('<='),
    },
  };
}

/** Whether the facts allow the phrase: a number that it states is not 0 unless it may be or `zero` says so. */
export function fits(phrase: Phrase, facts: Facts, zero: boolean): boolean {
  return phrase.every((node) => {
    if (typeof node === 'string') return true;
    if ('choice' in node) return node.choice.every((option) => fits(option, facts, zero));
    const value = facts.get(node.metric);
    if (node.kind === 'zero') return value === 0;
    return node.metric === '' || zero || MAY_BE_ZERO.has(node.metric) || (value !== undefined && value > 0);
  });
}

/** Prints a phrase. */
export function printPhrase(phrase: Phrase, context: Context): Text {
  let last: Text | undefined;
  return join(
    phrase.map((node) => {
      if (typeof node === 'string') return fill(node, context.words);
      if ('choice' in node) return printPhrase(context.wording.pick(node.choice), context);
      last = PRINT[node.kind](node, context, last);
      return last;
    }),
  );
}

/** Puts words in the place of `$name`. @throws {RangeError} for a name that has none. */
export function fill(text: string, words: Readonly<Record<string, string>>): string {
  return text.replace(/\$([a-z]+)/g, (_, name: string) => {
    const word = words[name];
    if (word === undefined) throw new RangeError(`no word for $${name}`);
    return word;
  });
}

function amount(value: number, slot: Slot, context: Context, metric: string): Text {
  const { style, random } = context;
  return printAmount(value, unitOf(slot, context), slot.printing, style, random, {
    metric,
    flags: slot.flags,
  });
}

function unitOf({ units }: Slot, { wording, units: chosen }: Context): string {
  const key = units.join('/');
  const unit = chosen.get(key) ?? wording.pick(units);
  chosen.set(key, unit);
  return unit;
}

function factOf(facts: Facts, slot: Slot): number {
  const value = facts.get(slot.metric);
  if (value === undefined) throw new RangeError(`no fact ${slot.metric}`);
  return value;
}

const PRINT: Readonly<Record<Kind, (slot: Slot, context: Context, last: Text | undefined) => Text>> = {
  fact: (slot, context) =>
    amount(factOf(context.facts, slot), slot, context, slot.metric.split('#')[0] as string),
  figure: (slot, context) => amount(drawn(slot, context.random), slot, context, 'figure'),
  change: (slot, context) => amount(drawn(slot, context.random), slot, context, 'change'),
  growth: (slot, context) => printGrowth(factOf(context.facts, slot), factOf(context.prior, slot), context),
  prior: (slot, context) => printPrior(slot, context),
  zero: ({ metric, units: [word = ''] }) => ({
    text: word,
    marks: [
      {
        start: 0,
        end: word.length,
        gold: { metric, value: 0, unit: '', bound: 'exact', printed: word, flags: '' },
      },
    ],
  }),
  under: (_, __, last) => {
    const value = last?.marks[0]?.gold.value ?? 0;
    return { text: `${Math.floor((value - 0.01) / 5) * 5}%`, marks: [] };
  },
};

const MULTIPLE: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** A value in the range of the slot, in base units: 3-5 万元 is 30000 to 50000. */
function drawn({ low, high, decimals, units }: Slot, random: Random): number {
  const [unit = ''] = units;
  const factor = unit.length > 1 ? (MULTIPLE[unit.slice(0, 1)] ?? 1) : 1;
  if (decimals > 0 && high > low)
    return Math.round(round(low + (high - low) * random.next(), 1) * factor * 10) / 10;
  return random.integer(low, high) * factor;
}

function printGrowth(now: number, before: number, { wording, style, random }: Context): Text {
  const percent = before > 0 ? round(((now - before) / before) * 100, 1) : 0;
  if (percent === 0) return { text: '与上年基本持平', marks: [] };
  const since = wording.pick(['同比', '较上年', '比上年', '较去年同期']);
  const direction = percent > 0 ? wording.pick(['增长', '上升', '增加']) : wording.pick(['下降', '减少']);
  const plain: Printing = { rounded: false, words: false, atLeast: false, atMost: false };
  const printed = printAmount(Math.abs(percent), '%', plain, style, random, { metric: 'change', flags: '' });
  return join([since, direction, printed]);
}

/** The number of the year before, or the difference to it. */
function printPrior(slot: Slot, context: Context): Text {
  const [now, before] = [factOf(context.facts, slot), factOf(context.prior, slot)];
  if (now === before || context.wording.chance(0.5))
    return join([`${context.words.prev}年为`, amount(before, slot, context, 'figure')]);
  const direction = now > before ? '较上年增加' : '较上年减少';
  return join([direction, amount(Math.abs(now - before), slot, context, 'change')]);
}
