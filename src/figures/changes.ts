/** Changes against another time: 比去年提升8.9个百分点, 同比增长37.2%. */
import type { Window } from './clauses.ts';
import type { Paragraph } from './paragraph.ts';

export interface ChangeWords {
  direction?: 'up' | 'down';
  /** As printed: 上年, 去年, 2024年; 同比 and 环比 where only that is said. */
  against?: string;
}

const UP =
  '增长|上升|提升|提高|增加|增幅|涨幅|递增|新增|多增|上涨|攀升|扩大|增多|增速|增|升|涨|(?<![至最更])多';
const DOWN =
  '下降|降低|减少|降幅|缩短|压缩|压减|精简|节约|节省|缩减|回落|下滑|递减|减幅|提速|减|降|跌|(?<![至最不])少';
const CHANGED = new RegExp(
  `(?:(?<up>${UP})|(?<down>${DOWN}))(?:幅度|率|比例)?(?:了|达到|达|为|约|近|超过|超|高达|均|平均|分别|整体|总体|逾|:)*$`,
);
/** 减少比例达37.2%: a share of what was dropped, no change. */
const SHARE = /(?:减少|取消|压缩|压减|精简|缩减)(?:比例?|率)(?:[达到为高约超]|分别|平均)*$/;
const AGAINST =
  /(?:较之?|比|与|同|相比|相较于?)(?<against>20\d\d年(?:同期|底|末)?|上年同期|去年同期|上年度?|去年|上一年度?|上期|前年|往年|改革前|整合前|同期|原来)/;
/** 是上年的2.1倍 */
const MULTIPLE_OF =
  /(?:是|为|达|达到|相当于)(?<against>20\d\d年(?:同期)?|上年同期|去年同期|上年度?|去年|上一年度?|改革前|往年)的?$/;
const YEAR_ON_YEAR = /同比|环比/;
const LOOK_BACK = 24;
/** How far before its clause a number's comparison may be said: 与上年相比，…增加5件. */
const CLAUSE_BEFORE = 14;
const ALWAYS = new Set(['rate', 'points', 'times', 'duration']);

/** What a number says of a change; undefined where it states none. A count changes only against a time. */
export function changeOf({ text }: Paragraph, { quantity, clause, left }: Window): ChangeWords | undefined {
  const before = text.slice(Math.max(left.start, left.end - LOOK_BACK), left.end);
  const multiple = quantity.kind === 'times' ? MULTIPLE_OF.exec(before)?.groups?.against : undefined;
  if (multiple) return { against: multiple };
  const changed = SHARE.test(before) ? null : CHANGED.exec(before);
  if (!changed && quantity.kind !== 'points') return undefined;
  const sofar = text.slice(Math.max(clause.sentence.start, clause.start - CLAUSE_BEFORE), quantity.start);
  const against = AGAINST.exec(sofar)?.groups?.against ?? YEAR_ON_YEAR.exec(sofar)?.[0];
  const compared = against !== undefined && quantity.kind !== 'duration';
  if (!ALWAYS.has(quantity.kind) && !compared) return undefined;
  const direction = changed?.groups?.up ? 'up' : changed?.groups?.down ? 'down' : undefined;
  return { ...(direction && { direction }), ...(against && { against }) };
}

/** 同比分别上升12.3%、18.6%: a number that a list mark joins to a change is one too. `changes` is by their ends. */
export function listedChange(
  { text }: Paragraph,
  { quantity, left }: Window,
  changes: ReadonlyMap<number, ChangeWords>,
): ChangeWords | undefined {
  const joins = left.start === left.end && /[、和及与]/.test(text[quantity.before - 1] ?? '');
  return joins ? changes.get(quantity.before - 1) : undefined;
}
