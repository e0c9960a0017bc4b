/** Special windows: a number whose words stand in the clause before, and a threshold beside a stated value. */
import type { Window } from './clauses.ts';
import { lowerBound, type Paragraph } from './paragraph.ts';

/** Words that only lead to a number: 共计, 其中, 目前已达. */
const LEADS =
  /^(?:其中|全[省市县区州旗镇乡]|本年度|年内|一年来|目前|截至目前|现|已|共|总|累计|合计|共计|总计|全年|今年|今年以来|年内|达到?|为|约|有|计|分别|均|的|了|数量|总数|人数|总人数|全部|已经|平均|每年|年均|占|人员|涉及|涵盖|包括|事项|项目|案件|纳入|参加|开展|组织|进行|、|\s|“|”)*$/;
/** 涉及18个部门52项: bodies counted on the way say nothing of the number behind them. */
const BODIES = /\d+[个家](?:部门|单位|乡镇|街道|行业|领域|机关|市直部门|县直部门)、?/g;
const LONGEST_LEAD = 40;
const REACHED = /^,(?:已|目前|现)?达到?$/;
/** A year in the clause before is no number that its words may belong to: 公布2021年度目录，共6项. */
const YEAR = /20\d\d年/g;
const CHINESE = /[\u4e00-\u9fff]/;
const THRESHOLD = /^(?:首次|历史性|历史|一举|再次|再度|均|并|成功|已|也|且|第一次)+$/;

/** Where nothing but lead-in words stand round a number, its words are those of the clause before. */
export function reachBack({ text, clauses, windows }: Paragraph, window: Window): Window {
  const { quantity, clause, left, right } = window;
  if (CHINESE.test(text.slice(right.start, right.end)) || left.end - clause.start > LONGEST_LEAD)
    return window;
  if (!LEADS.test(text.slice(clause.start, left.end).replace(BODIES, ''))) return window;
  let c = lowerBound(clauses, clause.start, ({ start }) => start) - 1;
  while (c >= 0 && clauses[c]?.bracket && !clause.bracket) c -= 1;
  const before = clauses[c];
  if (!before || before.start < clause.sentence.start) return window;
  const at = lowerBound(windows, before.start, (other) => other.quantity.start);
  const [first, second] = windows.slice(at, at + 2).filter((other) => other.quantity.start < before.end);
  if (!first)
    return /\d/.test(text.slice(before.start, before.end).replace(YEAR, ''))
      ? window
      : { ...window, left: { start: before.start, end: before.end } };
  // 总量突破千万户，达1042.8万户: the first number only says what the second has passed.
  if (isPassed(text, first, window)) return { ...window, left: first.left };
  // 开展活动32场，共1.1万人次: what is counted in another unit as well.
  const counted = first.quantity.kind === 'count' && first.quantity.unit !== quantity.unit && !second;
  return counted ? { ...window, left: first.left } : window;
}

/** A number that only says what another has passed: 首次突破90% behind 落实率达到90.58%, 突破千万户 before 达1042.8万户. */
export function isThreshold({ text, windows }: Paragraph, window: Window): boolean {
  const { quantity, clause } = window;
  if (!saysPassed(window)) return false;
  if (THRESHOLD.test(text.slice(clause.start, quantity.before))) return true;
  const next = windows[lowerBound(windows, quantity.after, (other) => other.quantity.start)];
  return next !== undefined && isPassed(text, window, next);
}

/** 超过, 突破: a word before the number says that it was passed. */
function saysPassed({ quantity }: Window): boolean {
  return quantity.bound === 'more-than' && quantity.before < quantity.start;
}

function isPassed(text: string, window: Window, next: Window): boolean {
  const { quantity } = window;
  return (
    saysPassed(window) &&
    quantity.unit === next.quantity.unit &&
    REACHED.test(text.slice(quantity.after, next.quantity.before))
  );
}
