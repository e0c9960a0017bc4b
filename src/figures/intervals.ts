/** What a printed number says of the true one: an interval, by its bound and the digits it is printed with. */
import type { Bound } from '../report/schema.ts';
import { CHINESE_DIGITS, multipleOf } from './numerals.ts';

export interface Interval {
  low: number;
  high: number;
}

interface Printed {
  value: number;
  max?: number | undefined;
  bound: Bound;
  printed: string;
}

/** 近 and 约 leave this share of the number open. */
const NEAR = 0.1;

const BY_BOUND: Record<Bound, (value: number, max: number) => Interval> = {
  exact: (value) => ({ low: value, high: value }),
  'more-than': (value) => ({ low: value, high: Infinity }),
  'at-least': (value) => ({ low: value, high: Infinity }),
  'at-most': (value) => ({ low: 0, high: value }),
  nearly: (value) => ({ low: value * (1 - NEAR), high: value }),
  about: (value) => ({ low: value * (1 - NEAR), high: value * (1 + NEAR) }),
  range: (value, max) => ({ low: value, high: max }),
};

/** The interval of a number: 1.7万 is 17000 give or take 500, 6件 is 6. */
export function intervalOf({ value, max = value, bound, printed }: Printed): Interval {
  const { low, high } = BY_BOUND[bound](value, max);
  const give = bound === 'exact' ? roundingOf(value, printed) : 0;
  return { low: low - give, high: high + give };
}

/** Half of the last printed digit where the number is rounded: it is a rate, or has decimals or a multiple. */
function roundingOf(value: number, printed: string): number {
  const text = printed.normalize('NFKC').replaceAll(' ', '');
  const digits = /\d[\d,]*(?:\.(?<decimals>\d+))?/.exec(text);
  if (!digits) return chineseRoundingOf(text);
  const shown = Number(digits[0].replaceAll(',', ''));
  const decimals = digits.groups?.decimals?.length ?? 0;
  const multiple = shown === 0 ? 1 : value / shown;
  const rate = /[%％]/.test(printed);
  return decimals === 0 && multiple === 1 && !rate ? 0 : (multiple * 10 ** -decimals) / 2;
}

/** 六成 is 60 give or take 5, 百分之九十五 is 95 give or take 0.5, 三万 may be anything that rounds to it. */
function chineseRoundingOf(text: string): number {
  if (text.endsWith('成')) return 5;
  if (text.startsWith('百分之')) return 10 ** -(text.split('点')[1]?.length ?? 0) / 2;
  const last = [...text].findLast((character) => CHINESE_DIGITS.includes(character)) ?? '';
  return last && '百千万亿'.includes(last) ? multipleOf(last) / 2 : 0;
}

export function sum(intervals: readonly Interval[]): Interval {
  return intervals.reduce((a, b) => ({ low: a.low + b.low, high: a.high + b.high }), { low: 0, high: 0 });
}

/** Hundred times the quotient. */
export function percentage(part: Interval, whole: Interval): Interval {
  return {
    low: (100 * part.low) / whole.high,
    high: whole.low <= 0 ? Infinity : (100 * part.high) / whole.low,
  };
}

/** Whether two intervals have a number in common; a hair of binary dust is forgiven. */
export function meet(a: Interval, b: Interval): boolean {
  const dust = 1e-9 * Math.max(1, Math.abs(a.low), Math.abs(b.low));
  return a.low <= b.high + dust && b.low <= a.high + dust;
}
