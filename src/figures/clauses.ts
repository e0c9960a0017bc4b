/** Cuts a folded paragraph into clauses and sentences, and finds the words round each number. */
import type { Quantity } from './quantities.ts';

/** A range of offsets, end exclusive. */
export interface Range {
  start: number;
  end: number;
}

export interface Clause extends Range {
  /** Range of the sentence that holds it. */
  sentence: Range;
  /** True for what stands in brackets. */
  bracket: boolean;
}

const BREAK = /[,;:()。!?\n、]/g;
/** No sentence that somebody wrote has a longer clause: a list that does is cut, so that reading stays linear. */
const LONGEST_CLAUSE = 600;
const SENTENCE_END = /[。!?\n]/;
const NOUN_BRACKET = /[\u4e00-\u9fff”》]\([\u4e00-\u9fff、]{1,8}\)(?=[\u4e00-\u9fff“]|、\d)/y;

/** Clauses of a folded text. A mark inside a number (4,127) breaks nothing. */
export function splitClauses(text: string, quantities: readonly Quantity[]): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let depth = 0;
  let next = 0;
  let past = 0;
  let sentence: Range = { start: 0, end: text.length };
  const close = (end: number) => {
    if (end > start) clauses.push({ start, end, sentence, bracket: depth > 0 });
    start = end + 1;
  };
  BREAK.lastIndex = 0;
  while (BREAK.test(text)) {
    const index = BREAK.lastIndex - 1;
    const mark = text[index] as string;
    while (quantities[next] && (quantities[next] as Quantity).after <= index) next += 1;
    if (quantities[next] && (quantities[next] as Quantity).start < index) continue;
    if (index < past) continue;
    if (mark === '、' && index - start < LONGEST_CLAUSE) continue;
    if (mark === '(') {
      past = pastNounBracket(text, index);
      if (index < past) continue;
    }
    close(index);
    if (mark === '(') depth += 1;
    if (mark === ')') depth = Math.max(0, depth - 1);
    if (!SENTENCE_END.test(mark)) continue;
    depth = 0;
    sentence.end = index;
    sentence = { start: index + 1, end: text.length };
  }
  close(text.length);
  return clauses;
}

/** Where a bracket inside a noun ends, which breaks nothing (县(市、区)政府, 党工委(扩大)会议); `open` for any other. */
function pastNounBracket(text: string, open: number): number {
  NOUN_BRACKET.lastIndex = Math.max(open - 1, 0);
  const found = open > 0 ? NOUN_BRACKET.exec(text) : null;
  return found ? open + found[0].length - 1 : open;
}

/** What stands round a number up to the next break, list comma or number on either side. */
export interface Window {
  quantity: Quantity;
  clause: Clause;
  left: Range;
  right: Range;
  /** True where `right` ends at another number, which may own the words as well. */
  shared: boolean;
}

/** A number's clause and window; `quantities` are those of the same text, in order. */
export function windowsOf(
  text: string,
  clauses: readonly Clause[],
  quantities: readonly Quantity[],
): Window[] {
  const windows: Window[] = [];
  let c = 0;
  quantities.forEach((quantity, i) => {
    while (clauses[c + 1] && (clauses[c] as Clause).end <= quantity.start) c += 1;
    const clause = clauses[c] as Clause;
    const previous = quantities[inARow(text, quantities, i - 1) ? i - 2 : i - 1];
    const next = quantities[i + 1];
    const from = Math.max(clause.start, previous && previous.after <= quantity.before ? previous.after : 0);
    const shared = next !== undefined && next.before < clause.end;
    const to = Math.max(quantity.after, Math.min(clause.end, next ? next.before : text.length));
    windows.push({
      quantity,
      clause,
      left: { start: afterListMark(text, from, quantity.before), end: quantity.before },
      right: { start: quantity.after, end: beforeListMark(text, quantity.after, to) },
      shared: shared && beforeListMark(text, quantity.after, to) === to,
    });
  });
  return windows;
}

/** 应诉率连续3年保持100%: how long it has been so parts no number from its words. */
function inARow(text: string, quantities: readonly Quantity[], i: number): boolean {
  const quantity = quantities[i];
  return quantity?.kind === 'duration' && text.startsWith('连续', quantity.before - 2);
}

const LIST_MARK = /^(?:、|和|以及|及|与|并)/;

/** 行政处罚441件、行政检查2528次: a mark right after a number ends its words and begins those of the next. */
function afterListMark(text: string, from: number, to: number): number {
  const mark = LIST_MARK.exec(text.slice(from, Math.min(to, from + 2)));
  if (mark && /[\u4e00-\u9fff%\d)]/.test(text[from - 1] ?? '')) return from + mark[0].length;
  return NAMED_BEHIND.test(text.slice(Math.max(from, to - 2), to)) ? to : from;
}

/** Of 2次专题讲座和3次警示教育 the words before the mark are those of the first number. */
const NAMED_BEHIND = /(?:、|以及|[和及与])$/;

function beforeListMark(text: string, from: number, to: number): number {
  if (LIST_MARK.test(text.slice(from, from + 2)) && to > from) return from;
  return text[to - 1] === '、' ? to - 1 : to;
}
