/** Numbers and dates as a Chinese reader expects them. No locale of the machine is asked. */
import type { Bound } from '../report/schema.ts';

/** 54894 → 54,894; decimals as they are. */
export function formatNumber(value: number): string {
  const digits = plain(value);
  if (digits.length <= 3) return digits;
  const [whole = '', fraction] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** The shortest decimal that is the value, never in exponent form. */
function plain(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}

/** 4590000000 → 45.9亿 where 亿 says the same with fewer digits; all other numbers in full. */
function formatLarge(value: number): string {
  const inYi = value / 1e8;
  return value >= 1e8 && plain(inYi).length < plain(value).length
    ? `${formatNumber(inYi)}亿`
    : formatNumber(value);
}

const BOUND_FORMS: Record<Bound, (value: string, max: string) => string> = {
  exact: (value) => value,
  'more-than': (value) => `${value}余`,
  'at-least': (value) => `${value}以上`,
  'at-most': (value) => `${value}以内`,
  nearly: (value) => `近${value}`,
  about: (value) => `约${value}`,
  range: (value, max) => `${value}–${max}`,
};

export interface Amount {
  value: number;
  max?: number | undefined;
  unit: string;
  bound: Bound;
}

/** The amount without its unit, % excepted: 17,000余, 近95%, 3–5. */
export function formatValue({ value, max, unit, bound }: Amount): string {
  const percent = unit === '%' ? '%' : '';
  const form = (number: number) => formatLarge(number) + percent;
  return BOUND_FORMS[bound](form(value), max === undefined ? '' : form(max));
}

/** The unit as it stands beside the value; a rate has its % there already. */
export function formatUnit({ unit }: Pick<Amount, 'unit'>): string {
  return unit === '%' ? '' : unit;
}

/** A number that is calculated, not stated: at most two decimals, % where its unit is. */
export function formatMedian(value: number, unit: string): string {
  return formatNumber(Math.round(value * 100) / 100) + (unit === '%' ? '%' : '');
}

/** `part` of `whole` in whole per cent; never 0% or 100% where it is neither. */
export function formatShare(part: number, whole: number): string {
  const share = Math.round((part / whole) * 100);
  if (share === 0 && part > 0) return '<1%';
  return share === 100 && part < whole ? '>99%' : `${share}%`;
}

/** 2022-12-09 → 2022年12月9日 */
export function formatDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
