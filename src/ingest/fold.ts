/**
 * Text as the rules read it: simplified characters, NFKC (so half-width letters, digits and punctuation).
 * What a page shows stays as printed; only matching uses this.
 */
import { Converter } from 'opencc-js/t2cn';

const toSimplified = Converter({ from: 't', to: 'cn' });

/** Everyday characters that a simplified text never holds. */
const TRADITIONAL = '們個為這時來對會學國務專業員級強設導領發區縣鄉鎮機構關於黨執';
const SIGNS = [...TRADITIONAL];

/** Folds a text; one without an everyday traditional character is not converted at all. */
export function fold(text: string): string {
  const normal = text.normalize('NFKC');
  const plain = CHINESE_YEAR.test(normal)
    ? normal.replace(CHINESE_DATE, (_, year, month, day) => printDate(year, month, day))
    : normal;
  // Sign by sign: looking for one character is so much faster than for a class of them that this is too.
  return SIGNS.some((sign) => plain.includes(sign)) ? toSimplified(plain) : plain;
}

/** True where the text is printed in traditional characters: many everyday words show it. */
export function isTraditional(text: string): boolean {
  const shown = text.match(new RegExp(`[${TRADITIONAL}]`, 'gu'))?.length ?? 0;
  return shown / Math.max(text.length, 1) > 0.02;
}

/** 二〇二三年三月十五日: a date in characters. */
const CHINESE_DATE =
  /([一二三四五六七八九〇○零]{4})年(?:([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})日)?)?/gu;
/** Looked for from its rarer end: a text has many numerals and seldom such a date. */
const CHINESE_YEAR = /(?<=[一二三四五六七八九〇○零]{4})年/u;
const DIGITS = '〇一二三四五六七八九';

function printDate(year: string, month?: string, day?: string): string {
  const digits = [...year.replace(/[○零]/gu, '〇')].map((sign) => DIGITS.indexOf(sign)).join('');
  return `${digits}年${month ? `${tens(month)}月` : ''}${day ? `${tens(day)}日` : ''}`;
}

/** 一 to 三十一. */
function tens(text: string): number {
  const [before = '', after = ''] = text.includes('十') ? text.split('十') : ['〇', text];
  return (before === '' ? 1 : DIGITS.indexOf(before)) * 10 + (after === '' ? 0 : DIGITS.indexOf(after));
}
