/** How reports print an amount: in digits or in words, in 万, rounded with a word that says so. */
import type { Bound } from '../report/schema.ts';
import type { Random } from './random.ts';
import type { Gold, Text } from './text.ts';

/** Habits of one report. */
export interface NumberStyle {
  /** Between groups of three digits. */
  thousands: '' | ',' | ' ';
  /** Between a number and its unit. */
  gap: '' | ' ';
}

/** What a phrase allows: see README.md, Slots. */
export interface Printing {
  rounded: boolean;
  words: boolean;
  atLeast: boolean;
  atMost: boolean;
}

interface Rounding {
  weight: number;
  bound: Bound;
  round(value: number, step: number): number;
  before?: string;
  /** Between number and unit, and printed with them: 60余件. */
  within?: string;
  after?: string;
}

const down = (value: number, step: number) => Math.floor(value / step) * step;
const up = (value: number, step: number) => Math.ceil(value / step) * step;
const near = (value: number, step: number) => Math.round(value / step) * step;

const ROUNDINGS: readonly Rounding[] = [
  { weight: 16, bound: 'more-than', round: down, within: '余' },
  { weight: 4, bound: 'more-than', round: down, within: '多' },
  { weight: 3, bound: 'more-than', round: down, before: '超过' },
  { weight: 2, bound: 'more-than', round: down, before: '超' },
  { weight: 1, bound: 'more-than', round: down, before: '突破' },
  { weight: 3, bound: 'nearly', round: up, before: '近' },
  { weight: 2, bound: 'about', round: near, before: '约' },
  { weight: 1, bound: 'about', round: near, after: '左右' },
  { weight: 2, bound: 'at-least', round: down, after: '以上' },
];
const LIKELY = ROUNDINGS.flatMap((rounding) => Array<Rounding>(rounding.weight).fill(rounding));

/** Units that stand for a multiple of another: 45.9亿元 is 4590000000 元. */
const MULTIPLE = /^([万亿])(.+)$/;
const FACTOR: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };
/** Below this a rounded number would be odd (二余件). */
const ROUNDABLE = 20;

/** Prints `value` (in base units) with `unit`; the mark is the number as the gold file has it. */
export function printAmount(
  value: number,
  unit: string,
  printing: Printing,
  style: NumberStyle,
  random: Random,
  gold: Pick<Gold, 'metric' | 'flags'>,
): Text {
  const multiple = MULTIPLE.exec(unit);
  const amount = multiple
    ? inMultiple(value, FACTOR[multiple[1] as string] as number, printing, random)
    : inOnes(value, unit, printing, style, random);
  const base = multiple ? (multiple[2] as string) : unit;
  const { rounding, digits } = amount;
  const gap = unit === '%' || rounding?.within ? '' : style.gap;
  const printed = `${digits}${rounding?.within ?? ''}${gap}${unit}`;
  const before = rounding?.before ?? '';
  const bound = rounding?.bound ?? 'exact';
  return {
    text: `${before}${printed}${rounding?.after ?? ''}`,
    marks: [
      {
        start: before.length,
        end: before.length + printed.length,
        gold: { ...gold, value: amount.value, unit: base, bound, printed },
      },
    ],
  };
}

type Digits = {
  value: number;
  digits: string;
  rounding?: Pick<Rounding, 'bound' | 'before' | 'within' | 'after'>;
};

function inOnes(value: number, unit: string, printing: Printing, style: NumberStyle, random: Random): Digits {
  if (unit === '%') return rate(value, printing, random);
  if (printing.atLeast)
    return { value, digits: String(value), rounding: { bound: 'at-least', after: '以上' } };
  if (printing.atMost) return { value, digits: String(value), rounding: { bound: 'at-most', after: '以内' } };
  if (printing.words && value > 0 && value < 100 && random.chance(0.2))
    return { value, digits: inWords(value) };
  if (printing.rounded && value >= ROUNDABLE && random.chance(0.4)) {
    const rounding = random.pick(LIKELY);
    const rounded = rounding.round(value, 10 ** Math.max(1, String(value).length - 2));
    const words = rounding.within && random.chance(0.15) ? inHundreds(rounded) : undefined;
    return { value: rounded, digits: words ?? inTenThousands(rounded) ?? grouped(rounded, style), rounding };
  }
  if (printing.rounded && value >= 10_000 && random.chance(0.4)) {
    const rounded = near(value, 100);
    return { value: rounded, digits: inTenThousands(rounded) ?? grouped(rounded, style) };
  }
  return { value, digits: grouped(value, style) };
}

function rate(value: number, { atLeast }: Printing, random: Random): Digits {
  if (atLeast) {
    const whole = Math.floor(value);
    return { value: whole, digits: String(whole), rounding: { bound: 'at-least', after: '以上' } };
  }
  return { value, digits: random.chance(0.1) ? value.toFixed(2) : String(value) };
}

function inMultiple(value: number, factor: number, { rounded }: Printing, random: Random): Digits {
  if (rounded && value >= ROUNDABLE * factor && random.chance(0.4)) {
    const rounding = random.pick(LIKELY);
    const step = 10 ** Math.max(1, String(Math.floor(value / factor)).length - 2);
    const count = rounding.round(value / factor, step);
    return { value: count * factor, digits: String(count), rounding };
  }
  const hundredths = Math.max(1, Math.round((value / factor) * 100));
  return { value: (hundredths * factor) / 100, digits: String(hundredths / 100) };
}

/** 1.7万 for 17000; nothing for what would need more than two decimals. */
function inTenThousands(value: number): string | undefined {
  return value >= 10_000 && value % 100 === 0 ? `${value / 10_000}万` : undefined;
}

function grouped(value: number, { thousands }: NumberStyle): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, thousands);
}

/** 四百 and 两千, as in 四百余人次. */
function inHundreds(value: number): string | undefined {
  const match = /^([1-9])(00|000)$/.exec(String(value));
  return match ? `${inWords(Number(match[1]))}${match[2] === '00' ? '百' : '千'}` : undefined;
}

const DIGITS = '零一二三四五六七八九';

/** 1 to 99 as before a measure word: 两, 十二, 三十. */
function inWords(value: number): string {
  if (value === 2) return '两';
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones] : ''}`;
}
