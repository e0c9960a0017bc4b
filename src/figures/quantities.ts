/**
 * The quantity grammar: every number of a text that counts or measures something, with its unit and bound.
 * Works on folded text (fold.ts), where offsets are those of the text itself.
 */
import type { Bound } from '../report/schema.ts';
import { isFigure } from './is-figure.ts';
import { maskedRanges } from './masks.ts';
import { CHINESE_DIGITS, multipleOf, numeralValue, scaled } from './numerals.ts';
import type { Unit, UnitKind, UnitRules } from './units.ts';

export interface Quantity {
  /** Range of the number as printed, with the bound characters inside it and its unit. */
  start: number;
  end: number;
  /** Where the text before the number ends: before a bound word such as 超过, else `start`. */
  before: number;
  /** Where the text after the number begins: after a bound word such as 以上, else `end`. */
  after: number;
  /** In base units. */
  value: number;
  /** Upper end of a range. */
  max?: number;
  unit: string;
  /** `bare` where no unit stands. */
  kind: Exclude<UnitKind, 'tenths'> | 'bare';
  bound: Bound;
  /** What a number without a unit counts: 立案12件、调解3、撤销1; 处罚案件数量为12. */
  lent?: string;
}

/** A number with what stands round it, before it is known to be a figure. */
export interface Candidate extends Quantity {
  chinese: boolean;
  unitRule: Unit | undefined;
  multiple: number;
}

const CN = `[${CHINESE_DIGITS}]`;
/** Groups: 百分之 and the number behind it, else Arabic digits, else a Chinese numeral. */
const NUMBER = new RegExp(
  [
    `(百分之)(\\d+(?:\\.\\d+)?|${CN}+(?:点${CN}+)?)`,
    `(\\d{1,3}(?:,\\d{3}){1,6}(?!\\d)(?:\\.\\d+)?|\\d{1,3}(?: \\d{3}){1,6}(?!\\d)|\\d+(?:\\.\\d+)?)`,
    `(${CN}+(?:点${CN}+)?)`,
  ].join('|'),
  'y',
);
const CHINESE = 4;
/** 1 for a unit that a number begins with. */
const BEGINS = new Uint8Array(0x10000);
for (const digit of `0123456789${CHINESE_DIGITS}`) BEGINS[digit.charCodeAt(0)] = 1;
const TAIL = /([余多几])?((?:十|百|千)?(?:万|亿)+|百|千)?([余多几])?/y;
const RANGE_SIGN = /^(?:[~～\-—–－]|——|至|到)$/;
const LONGEST_RANGE_SIGN = 2;
const BEHIND_NUMERAL = /[余多 ~～\-—–－至到]/;

/** All figures of a folded text, in order. */
export function readQuantities(text: string, rules: UnitRules): Quantity[] {
  const numbers = numbersIn(text, rules);
  if (numbers.length === 0) return [];
  const masked = maskedRanges(text, rules);
  const found: Candidate[] = [];
  let mask = 0;
  for (const match of numbers) {
    while (masked[mask] && (masked[mask] as [number, number])[1] <= match.index) mask += 1;
    const range = masked[mask];
    if (range && match.index < range[1] && match.index + match[0].length > range[0]) continue;
    const candidate = readCandidate(text, match, rules);
    if (!mergedIntoRange(text, found, candidate)) found.push(candidate);
  }
  const figures: Candidate[] = [];
  for (const [i, candidate] of found.entries()) {
    const next = found[i + 1];
    if (isFigure(text, candidate, rules)) figures.push(countsCases(text, candidate));
    else if (isChained(text, figures.at(-1), candidate))
      figures.push({ ...candidate, lent: figures.at(-1)?.lent ?? (figures.at(-1) as Candidate).unit });
    else if (next && leadsChain(text, candidate, next)) figures.push({ ...candidate, lent: next.unit });
  }
  return figures;
}

const CASES = /案件[^,。;\d]{0,4}$/;

/** 处罚案件数量为12 counts 件. */
function countsCases(text: string, candidate: Candidate): Candidate {
  if (candidate.kind !== 'bare' || candidate.multiple > 1) return candidate;
  const before = text.slice(Math.max(0, candidate.before - LONGEST_CASES), candidate.before);
  return CASES.test(before) ? { ...candidate, lent: '件' } : candidate;
}

const LONGEST_CASES = 6;
const CHAIN = /^、[\u4e00-\u9fff]{2,8}$/;

/** Of 立案12件、调解3、撤销1 the later numbers count what the first does. */
function isChained(text: string, before: Candidate | undefined, candidate: Candidate): boolean {
  if (!before || !isBareWhole(candidate)) return false;
  if (before.kind !== 'count' && before.lent === undefined) return false;
  return (
    /[、,;。)]/.test(text[candidate.end] ?? '。') && CHAIN.test(text.slice(before.after, candidate.before))
  );
}

/** Of 行政许可798、行政处罚559件 the first number counts what the next one does. */
function leadsChain(text: string, candidate: Candidate, next: Candidate): boolean {
  return (
    next.kind === 'count' &&
    isBareWhole(candidate) &&
    NAMED.test(text.slice(Math.max(0, candidate.before - LONGEST_NAME), candidate.before)) &&
    CHAIN.test(text.slice(candidate.after, next.before))
  );
}

function isBareWhole({ kind, unitRule, chinese, value }: Candidate): boolean {
  return kind === 'bare' && !unitRule && !chinese && Number.isInteger(value);
}

const LONGEST_NAME = 4;
const NAMED = /^[\u4e00-\u9fff]{4}$/;

/** Everything that is printed as a number, masked or not. */
function numbersIn(text: string, rules: UnitRules): RegExpExecArray[] {
  const numbers: RegExpExecArray[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (BEGINS[text.charCodeAt(at)] === 0) continue;
    NUMBER.lastIndex = at;
    const match = NUMBER.exec(text) as RegExpExecArray;
    const end = at + match[0].length;
    if (match[CHINESE] === undefined || leadsToUnit(text, end, rules)) numbers.push(match);
    at = end - 1;
  }
  return numbers;
}

/** Most Chinese numerals stand in words (一致, 统一, 十分): only one with a unit, 余 or a range sign behind it counts. */
function leadsToUnit(text: string, end: number, rules: UnitRules): boolean {
  if (BEHIND_NUMERAL.test(text[end] ?? '')) return true;
  const unit = rules.units.longestAt(text, end)?.payload;
  return (
    unit?.kind === 'duration' || (unit !== undefined && unit.kind !== 'none' && unit.chinese !== 'never')
  );
}

function readCandidate(text: string, match: RegExpExecArray, rules: UnitRules): Candidate {
  const [printed, percent, part, arabic, chinese] = match;
  const start = match.index;
  const numberEnd = start + printed.length;
  const tail = percent ? PERCENT_TAIL : readTail(text, numberEnd, rules);
  const before = rules.boundsBefore.before(text, start);
  const boundBefore = before && before.payload !== 'none' ? before.payload : undefined;
  const boundAfter = rules.boundsAfter.longestAt(text, numberEnd + tail.length);
  const after = boundAfter && fitsAfter(text, boundAfter, tail.rule) ? boundAfter : undefined;
  return {
    start,
    end: numberEnd + tail.length,
    before: boundBefore ? (before as { start: number }).start : start,
    after: after ? after.end : numberEnd + tail.length,
    value: scaled(numeralValue(arabic ?? chinese ?? (part as string)), tail.multiple),
    unit: percent ? '%' : tail.unit,
    kind: kindOf(tail.rule),
    bound: boundBefore ?? (tail.over ? 'more-than' : (after?.payload ?? 'exact')),
    chinese: chinese !== undefined,
    unitRule: tail.rule,
    multiple: tail.multiple,
  };
}

function kindOf(rule: Unit | undefined): Quantity['kind'] {
  if (!rule || rule.kind === 'none') return 'bare';
  return rule.kind === 'tenths' ? 'rate' : rule.kind;
}

interface Tail {
  length: number;
  multiple: number;
  over: boolean;
  unit: string;
  rule: Unit | undefined;
}

/** 八成多, 30%多的企业, 四年多; but not 30%多数为. */
const MORE_BEHIND = /^[多余](?![数次元种项个部方样家])/;

const PERCENT_TAIL: Tail = {
  length: 0,
  multiple: 1,
  over: false,
  unit: '%',
  rule: { kind: 'rate', chinese: 'count' },
};

/** 余, 多, multiples and the unit after a number: 1.7|万余条. A unit that begins like a multiple wins (千瓦). */
function readTail(text: string, numberEnd: number, rules: UnitRules): Tail {
  let offset = numberEnd;
  while (text[offset] === ' ' && offset - numberEnd < 2) offset += 1;
  let words = { first: '', multiple: '', last: '', length: 0 };
  if (!rules.units.longestAt(text, offset)) {
    TAIL.lastIndex = offset;
    const [whole = '', first = '', multiple = '', last = ''] = TAIL.exec(text) ?? [];
    words = { first, multiple, last, length: whole.length };
  }
  let unitStart = offset + words.length;
  while (text[unitStart] === ' ' && words.length > 0 && unitStart - offset - words.length < 1) unitStart += 1;
  const unit = rules.units.longestAt(text, unitStart);
  const end = unit ? unit.end : words.length > 0 ? offset + words.length : numberEnd;
  const over = words.first !== '' || words.last !== '';
  const more = MORE_BEHIND.test(text.slice(end, end + 2));
  const tenths = unit?.payload.kind === 'tenths';
  if (unit && (tenths || text[unit.start] === '%')) {
    const length = end + (more ? 1 : 0) - numberEnd;
    return { length, multiple: tenths ? 10 : 1, over: over || more, unit: '%', rule: unit.payload };
  }
  return {
    length: (unit?.payload.kind === 'none' ? numberEnd : end) - numberEnd,
    multiple: multipleOf(words.multiple),
    over: over || (more && unit?.payload.kind === 'duration'),
    unit: unit && unit.payload.kind !== 'none' ? text.slice(unit.start, unit.end) : '',
    rule: unit?.payload,
  };
}

/** 内 alone bounds a time (15日内) and nothing else (辖区3家企业内…). */
function fitsAfter(text: string, bound: { start: number; end: number }, unit: Unit | undefined): boolean {
  return text.slice(bound.start, bound.end) !== '内' || unit?.kind === 'duration';
}

/** Joins 3~5日 and 5%至10% to one quantity; 由8个减至5个 and 从20%到40% stay two. */
function mergedIntoRange(text: string, found: Candidate[], to: Candidate): boolean {
  const from = found.at(-1);
  if (!from || to.start - from.end > LONGEST_RANGE_SIGN) return false;
  if (!RANGE_SIGN.test(text.slice(from.end, to.start))) return false;
  if (to.unit === '' || from.value >= to.value) return false;
  if (from.unit !== '' && (from.unit !== to.unit || /[由从]/.test(text[from.before - 1] ?? ''))) return false;
  if (from.unit === '' && from.unitRule) return false;
  found[found.length - 1] = {
    ...to,
    start: from.start,
    before: from.before,
    // 3~5万元: the multiple stands once for both ends.
    value: from.multiple === 1 ? scaled(from.value, to.multiple) : from.value,
    max: to.value,
    bound: 'range',
  };
  return true;
}
