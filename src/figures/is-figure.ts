/** Tells figures from years, dates, ordinals, document numbers and names. */
import type { Candidate } from './quantities.ts';
import type { UnitRules } from './units.ts';

type Test = (text: string, candidate: Candidate, rules: UnitRules) => boolean;

const CJK_OR_CLAUSE = /[\u4e00-\u9fff“”",;。:]/;
const CLAUSE_LOOK_BACK = 40;
const NAME_LOOK_AHEAD = 10;
const ORDINALS_LOOK_BACK = 16;
const ORDINAL_BEFORE = /[第 、和及,]/;
const ORDINALS_SO_FAR = /第 ?(?:\d{1,3}[、和,]|[一二三四五六七八九十]+[、和及])*$/;

/** Why a number is no figure. Each test sees the folded text and the number with its unit. */
const NOT_A_FIGURE: Readonly<Record<string, Test>> = {
  'ordinal: 第三批, 排名第2, 第3、5、7条, 第二、三批': (text, { start }) =>
    ORDINAL_BEFORE.test(text[start - 1] ?? '') &&
    ORDINALS_SO_FAR.test(text.slice(Math.max(0, start - ORDINALS_LOOK_BACK), start)),
  'rank: 前10名, but 目前10名': (text, { start, unit }) =>
    /(?<![目当])前$/.test(text.slice(Math.max(0, start - 2), start)) && '名位强个'.includes(unit || '?'),
  'a unit that makes it none: 43号, 十九届': (_text, { unitRule }) => unitRule?.kind === 'none',
  'part of a code or a Latin name: 1+6+N, 5G, A4, 2.0': (text, { start, end }) =>
    /[A-Za-z+×*/·\d.]/.test(text[start - 1] ?? '') || /[A-Za-z+×*·]/.test(text[end] ?? ''),
  'a session: 七届71次, 十三届人大三次会议, 十三届三次、四次全会, but 学习二十届四中全会精神12次': (
    text,
    { start, unit },
  ) =>
    unit === '次' &&
    /届(?:(?!精神|学习)[^,。;、]){0,8}(?:次、)?$/.test(text.slice(Math.max(0, start - 9), start)),
  'a date: 4月2日, 2022年': (text, { start, unit, value, bound }) =>
    (unit === '年' && value >= 1900) ||
    (unit === '日' &&
      (text[start - 1] === '月' || (bound === 'exact' && !/[由从至到过在为]/.test(text[start - 1] ?? '')))),
  'a span of years that nothing marks as one': (text, candidate, rules) =>
    candidate.unit === '年' &&
    candidate.bound === 'exact' &&
    !rules.durationAfter.before(text, candidate.start),
  'a name: 15分钟政务服务圈': (text, { kind, end }) =>
    kind === 'duration' && /^[\u4e00-\u9fff]{0,8}圈/.test(text.slice(end, end + NAME_LOOK_AHEAD)),
  'no unit, and nothing that asks for a bare number': (text, candidate, rules) =>
    candidate.kind === 'bare' && !bareFigure(text, candidate, rules),
  'a Chinese numeral that counts nothing': (text, candidate, rules) =>
    candidate.chinese && !chineseCount(text, candidate, rules),
};

const TESTS = Object.values(NOT_A_FIGURE);

/** Whether a number with what stands round it is a figure. */
export function isFigure(text: string, candidate: Candidate, rules: UnitRules): boolean {
  return !TESTS.some((test) => test(text, candidate, rules));
}

/** 行政强制705，占总数的11.4%. */
const SHARE_BEHIND = /^[,(]占/;

/** 50万警力 and 822万多: a multiple; 比值达2.6: the last word of a clause after a word that asks for a number. */
function bareFigure(
  text: string,
  { end, before, chinese, multiple, unitRule }: Candidate,
  rules: UnitRules,
): boolean {
  if (unitRule || chinese || /[\dA-Za-z%:.\-/]/.test(text[end] ?? '')) return false;
  const clauseEnds = !/[\u4e00-\u9fff]/.test(text[end] ?? '');
  if (multiple > 1 || SHARE_BEHIND.test(text.slice(end, end + 2)))
    return CJK_OR_CLAUSE.test(text[before - 1] ?? '');
  return clauseEnds && rules.bareAfter.before(text, before) !== undefined;
}

function chineseCount(text: string, candidate: Candidate, rules: UnitRules): boolean {
  const { start, end, value, unit, bound, unitRule, kind } = candidate;
  if (unitRule?.kind === 'tenths') return tenths(text, candidate);
  if (kind === 'rate') return true;
  if (kind === 'duration')
    return (
      value > 1 && (unit === '年' ? bound === 'more-than' || text.endsWith('连续', start) : bound !== 'exact')
    );
  if (!unitRule || unitRule.chinese === 'never') return false;
  if (value === 0 || /[数几多若]/.test(text[start - 1] ?? '')) return false;
  const printed = text.slice(start, end);
  // 万余人 counts, 亿元以上 is mostly a kind of project.
  if (/^[百千万亿]/.test(printed) && (bound === 'exact' || kind === 'money')) return false;
  // 二 counts nothing by itself (二次办理, 二期), and no sum of money is below ten in Chinese numerals (三元区).
  if ((printed.startsWith('二') && value === 2) || (kind === 'money' && value < 10)) return false;
  const clause = lastClause(text.slice(Math.max(0, start - CLAUSE_LOOK_BACK), start));
  // 举办讲座三期，: a numeral that ends its clause counts the noun before it; one inside a clause may be a name.
  const endsClause = /[,。;)]/.test(text[end] ?? '。') && /[\u4e00-\u9fff]/.test(text[start - 1] ?? '');
  // 与调解组织一起 counts nothing, as 一起 is mostly 'together'.
  if (printed === '一起') return false;
  if (printed.startsWith('一') && value === 1)
    return (
      !EACH.test(clause) &&
      (unit === '名' || (endsClause && !NOT_ONE.test(clause) && !isTwin(text, candidate)))
    );
  if (endsClause || unitRule.chinese === 'count' || value > 10 || bound === 'more-than') return true;
  return rules.counting.hits(clause).length > 0;
}

/** 六成, 近七成: two tenths or more, or one that something asks for (仅一成); 合二成一 and 一成 count nothing. */
function tenths(text: string, { start, before, value, bound }: Candidate): boolean {
  if (/[合分]$/.test(text.slice(0, start).slice(-1))) return false;
  return value >= 20 || bound !== 'exact' || /[占达仅为]/.test(text[before - 1] ?? '');
}

/** 一村一名: one for each, no count. */
const EACH = /[一每各][^,。;]{0,6}$/;
const TWIN_REACH = 6;
const NOT_ONE = /每|至少|逐|唯|第/;

/** 发现一处，查处一处: a saying, no counts. */
function isTwin(text: string, { start, end }: Candidate): boolean {
  const beside = text.slice(Math.max(0, start - TWIN_REACH), start) + text.slice(end, end + TWIN_REACH);
  return beside.includes(text.slice(start, end));
}

function lastClause(text: string): string {
  return text.split(/[,。;:]/).at(-1) ?? '';
}
