/** Values of printed numbers. */
import { zh2num } from '@lazy-cjk/zh2num';

/** Characters of a Chinese numeral. */
export const CHINESE_DIGITS = '零〇一二两三四五六七八九十百千万亿廿';

const MULTIPLES: Readonly<Record<string, number>> = { 百: 1e2, 千: 1e3, 万: 1e4, 亿: 1e8 };

/** Nearly every Chinese numeral that counts is one character; 万 of 万余人 is one ten thousand. */
const VALUES = new Map(
  [...CHINESE_DIGITS].map((digit) => [digit, MULTIPLES[digit] ?? Number(zh2num(digit))]),
);

/** 十万 is 100000; no character at all is 1. */
export function multipleOf(words: string): number {
  return [...words].reduce((product, word) => product * (word === '十' ? 10 : (MULTIPLES[word] ?? 1)), 1);
}

/** Value of 4,127 or 9 652 or 十二万三千 or 九点五. */
export function numeralValue(printed: string): number {
  const plain = VALUES.get(printed) ?? Number(printed);
  if (!Number.isNaN(plain)) return plain;
  if (/^\d/.test(printed)) return Number(printed.replace(/[, ]/g, ''));
  const [whole = '', fraction] = printed.split('点');
  const value = Number(zh2num(whole));
  if (fraction === undefined) return value;
  const digits = [...fraction].map((digit) => Number(zh2num(digit))).join('');
  return Number(`${value}.${digits}`);
}

/** `value` times `multiple` without binary dust: 0.0038 × 10000 is 38. */
export function scaled(value: number, multiple: number): number {
  return multiple === 1 ? value : Number((value * multiple).toPrecision(15));
}
