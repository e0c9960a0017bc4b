/** Zeros said without a digit: 未发生行政复议案件, 零败诉. They count only where a pattern knows them. */
import type { Clause, Range, Window } from './clauses.ts';
import type { Quantity } from './quantities.ts';

const ZERO =
  /未发生过?(?:一起|一件|一宗)?|没有发生|未出现|未收到|没有收到|未产生|未接到|未接收到|未受理|未被提起|未被申请|未作出|未采取|未办理|未有|暂未发生|暂无|尚无|均无|无一|没有|无|零/g;

/** One of these is in each of them. */
const SIGN_OF_ZERO = /[未没无零]/;

/** Whether a text holds a word that may say zero beside a word that it may be said of (案件, 申请, 败诉). */
export function mayStateZero(text: string): boolean {
  return (
    /[未无零][^。]{0,20}(?:案件|申请|复议|诉讼|败诉|强制)/.test(text) ||
    /没有[^。]{0,20}(?:案件|申请)|未收到[^。]{0,30}申请|(?:案件|败诉|诉讼|复议)[为“]?零/.test(text)
  );
}

/** A window for each word that may say zero of all, not only of one cause (未发生因…引发的案件); most say something else and match nothing. */
export function zeroWindows(text: string, clauses: readonly Clause[], windows: readonly Window[]): Window[] {
  if (!SIGN_OF_ZERO.test(text)) return [];
  const zeros: Window[] = [];
  let c = 0;
  const said = [...text.matchAll(ZERO)];
  said.forEach(({ 0: printed, index }, i) => {
    while (clauses[c + 1] && (clauses[c] as Range).end <= index) c += 1;
    const clause = clauses[c];
    if (!clause || index < clause.start) return;
    const taken = windows.some(({ quantity }) => quantity.start <= index && index < quantity.end);
    const end = index + printed.length;
    if (taken || /^(?:因|由于)/.test(text.slice(end, end + 2))) return;
    zeros.push({
      quantity: zeroAt(index, end),
      clause,
      left: { start: followsItsWords(text, index, end) ? clause.start : index, end: index },
      right: { start: end, end: wordsEnd(text, { start: end, end: clause.end }, said[i + 1]) },
      shared: false,
    });
  });
  return zeros;
}

/** Whether a zero is said behind what it is of: 败诉案件为零, 败诉案件“零”, 败诉案件零发生. */
function followsItsWords(text: string, start: number, end: number): boolean {
  return text[start - 1] === '为' || text[end] === '”' || text.startsWith('发生', end);
}

/** Where a zero's words end: of 行政复议零纠错、行政诉讼零败诉 those behind the mark belong to the next zero. */
function wordsEnd(text: string, { start, end }: Range, next: { index: number } | undefined): number {
  if (!next || next.index >= end) return end;
  const between = text.slice(start, next.index);
  const mark = Math.max(between.lastIndexOf('、'), between.lastIndexOf('和'));
  return mark < 0 ? next.index : start + mark;
}

function zeroAt(start: number, end: number): Quantity {
  return { start, end, before: start, after: end, value: 0, unit: '', kind: 'bare', bound: 'exact' };
}
