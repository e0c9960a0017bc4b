/** One list of names with one list of numbers, and one number for two rates. */
import type { Range, Window } from './clauses.ts';
import type { Paragraph } from './paragraph.ts';
import { isFormer } from './years.ts';

const SEPARATOR = /、|以及|和|及|与/g;
const BETWEEN_NUMBERS = /^(?:、|和|及|与|以及|,)$/;
const RESPECTIVELY =
  /(?:[两二三四]项(?:指标|数据)?)?(?:分别|依次|各自)(?:(?:是|为|达到|达|占比|占|有|共|均|高达|约|完成|办理|发生)+)?$/;
/** What may stand between 培训4次 and 60余人次: 、共 and the like. */
const TOGETHER = /^(?:共|共计|累计|合计|总计|计)?$/;
const JOINS = /^、?(?:共|共计|累计|合计|总计|计)?$/;
const FROM = /(?:由|从)[^由从]{0,8}$/;
const RATE_NAME = /(?:率|度|比|比例)$/;

/** A number and its window for each name that it belongs to; mostly one, the number's own. */
export interface Named {
  whole: Window;
  names: Window[];
}

/** The numbers of a paragraph with the words of each name put before its own number; the others as they are. */
export function pairLists(paragraph: Paragraph): Named[] {
  const { text, windows } = paragraph;
  const paired: Named[] = [];
  for (let i = 0; i < windows.length; i += 1) {
    const run = runFrom(text, windows, i);
    const names = run.length > 1 ? namesBefore(text, run[0] as Window, run.length) : undefined;
    if (names) {
      run.forEach((window, k) => {
        const [left, last] = [names[k], names.at(-1)] as [Range, Range];
        // Of 代表、委员满意率分别为99.1%、98.7% the first name needs the end of the last one.
        const complete = RATE_NAME.test(text.slice(left.start, left.end));
        const whole = withWords(window, { start: left.start, end: complete ? left.end : last.end });
        paired.push({ whole, names: [withWords(window, left)] });
      });
      i += run.length - 1;
    } else if (i > 0 && sharesWords(paragraph, windows[i - 1] as Window, windows[i] as Window)) {
      const whole = withWords(windows[i] as Window, withoutFrom(text, (paired.at(-1) as Named).whole.left));
      paired.push({ whole, names: [whole] });
    } else paired.push({ whole: windows[i] as Window, names: oneForTwo(text, windows[i] as Window) });
  }
  return paired;
}

/** Of 出庭应诉率由62%提升至85% and 培训4次、60余人次 the second number has the words of the first. */
function sharesWords(paragraph: Paragraph, former: Window, { quantity, left, right }: Window): boolean {
  if (former.right.end === quantity.before && isFormer(paragraph, former)) return true;
  if (right.start !== right.end || former.quantity.unit === quantity.unit) return false;
  const from = Math.max(left.start, former.quantity.after);
  const between = paragraph.text.slice(former.quantity.after, quantity.before);
  return TOGETHER.test(paragraph.text.slice(from, quantity.before)) && JOINS.test(between);
}

/** Of 案件数量由2021年的36件增至89件 the second number has the words before 由. */
function withoutFrom(text: string, { start, end }: Range): Range {
  const from = FROM.exec(text.slice(start, end));
  return { start, end: from ? start + from.index : end };
}

/** Numbers that only a list mark parts: 30件、28件和25件. */
function runFrom(text: string, windows: readonly Window[], first: number): Window[] {
  const run = [windows[first] as Window];
  for (let i = first + 1; i < windows.length; i += 1) {
    const next = windows[i] as Window;
    if (!BETWEEN_NUMBERS.test(text.slice((run.at(-1) as Window).quantity.after, next.quantity.before))) break;
    run.push(next);
  }
  return run;
}

/** The `count` names before 分别 in a number's clause. */
function namesBefore(text: string, { clause, quantity }: Window, count: number): Range[] | undefined {
  const before = text.slice(clause.start, quantity.before);
  const word = RESPECTIVELY.exec(before);
  if (!word) return undefined;
  const names = split(text, { start: clause.start, end: clause.start + word.index });
  return names.length >= count ? names.slice(-count) : undefined;
}

/** 办结率、满意率均为100%: the window once for each rate that the words before the number name. */
function oneForTwo(text: string, window: Window): Window[] {
  if (window.quantity.kind !== 'rate') return [window];
  const words = text.slice(window.left.start, window.left.end);
  const last = Math.max(words.lastIndexOf('率'), words.lastIndexOf('度'));
  const names = split(text, { start: window.left.start, end: window.left.start + last + 1 });
  const rates: Range[] = [];
  for (const name of names.toReversed()) {
    if (!RATE_NAME.test(text.slice(name.start, name.end))) break;
    rates.unshift(name);
  }
  if (rates.length < 2) return [window];
  return rates.map((left) => ({
    ...window,
    left,
    right: { start: window.right.start, end: window.right.start },
  }));
}

function withWords(window: Window, left: Range): Window {
  return { ...window, left, right: { start: window.right.start, end: window.right.start } };
}

/** The first part keeps the words before it that all of them share. */
function split(text: string, { start, end }: Range): Range[] {
  const parts: Range[] = [];
  let from = start;
  for (const { 0: mark, index } of text.slice(start, Math.max(start, end)).matchAll(SEPARATOR)) {
    parts.push({ start: from, end: start + index });
    from = start + index + mark.length;
  }
  if (end > from) parts.push({ start: from, end });
  return parts;
}
