/** A collected page as lines, each beside what the rules read, and where the report's own text begins and ends. */
import { fold } from './fold.ts';
import type { Line } from './lines.ts';
import { lineNoise, NO_RULES, type NoiseRules } from './noise.ts';

export interface DocumentLine extends Line {
  /** The line as rules read it: simplified, half-width. */
  folded: string;
  /** Id of the rule that takes the line out; absent for the report's own text. */
  noise?: string;
}

export interface PageDocument {
  lines: readonly DocumentLine[];
  /** Index of the first line of the report's own text: its first heading, address or paragraph. */
  bodyStart: number;
  /** Index below its last sentence: signature, date and the page's foot come after it. */
  bodyEnd: number;
}

const NUMBER = '[一二三四五六七八九十]+';
const HEADING = new RegExp(`^(?:${NUMBER}、|\\(${NUMBER}\\)|第${NUMBER}部分)`, 'u');
const SENTENCE = /[。;,]/u;
/** An address to those reported to: 县委、县政府: */
export const ADDRESSEE =
  /^[^。;,]{0,40}(?:委|委员会|政府|办公室|办公厅|厅|局|人大|政协|常委会|国务院|委办|法治办|司法局|领导|代表|委员|同志)\s*(?:[、,和并及]\s*[^。;,]{0,40})*:$/u;
const PAGE_DATA =
  /(?:日期|时间|来源|作者|浏览|浏览次数|字体|字号|发布机构|文号)\s*[\]】]?\s*[::]|索引号|首页|当前位置|www\.|https?:/u;
/** The date below a signature, on a line of its own. */
export const SIGNING_DATE = /^\(?20\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\)?$/u;
/** How many Chinese characters a page's foot may hold, and what share of the text. */
const LONGEST_FOOT = 600;
const FOOT_SHARE = 0.3;

/** The rule of a line outside a saved page's main text. */
export const OUTSIDE = 'outside-main-text';

/**
 * Joins what `toLines` gave with its folded form, finds where the text begins and ends, and marks what is noise.
 * @param main the main text of a saved page, as numbers of lines: what stands around it is evidence, not text
 */
export function toDocument(
  lines: readonly Line[],
  rules: NoiseRules = NO_RULES,
  main?: readonly [from: number, below: number],
): PageDocument {
  const isOutside = ({ number }: Line) => main !== undefined && (number < main[0] || number >= main[1]);
  const folded = fold(lines.map((line) => line.text).join('\n')).split('\n');
  const plain = lines.map((line, i) => ({ ...line, folded: folded[i] ?? line.text }));
  const noise = lineNoise(folded, rules);
  const start = plain.findIndex((line, i) =>
    startsBody(line.folded, noise.head(i) !== undefined || isOutside(line)),
  );
  const bodyStart = start < 0 ? plain.length : start;
  const han = folded.map(countHan);
  const below = lines.findIndex(({ number }) => main !== undefined && number >= main[1]);
  const foot = Math.min(findFoot(folded, han, bodyStart, noise.ends), below < 0 ? lines.length : below);
  const bodyEnd = findBodyEnd(folded, han, bodyStart, foot, (i) => noise.tail(i) !== undefined);
  const document = plain.map((line, i): DocumentLine => {
    const zone = i < bodyStart ? noise.head : i >= bodyEnd ? noise.tail : noise.any;
    const id =
      line.text === ''
        ? undefined
        : (zone(i) ?? (isOutside(line) ? OUTSIDE : i >= foot ? 'below-text' : undefined));
    return id ? { ...line, noise: id } : line;
  });
  return { lines: document, bodyStart, bodyEnd };
}

function startsBody(folded: string, isNoise: boolean): boolean {
  if (HEADING.test(folded)) return true;
  if (isNoise) return false;
  if (ADDRESSEE.test(folded)) return true;
  if (folded.length < 30 || PAGE_DATA.test(folded.slice(0, 30))) return false;
  return SENTENCE.test(folded) && !/^[^。,;]{0,80}$/u.test(folded);
}

/**
 * Index of the line where the page's foot begins: the first below the text that only a foot has (上一篇, 主办单位),
 * if what follows is short and has no heading; the number of lines where there is none.
 */
function findFoot(
  folded: readonly string[],
  han: readonly number[],
  bodyStart: number,
  ends: (index: number) => boolean,
): number {
  const total = sum(han.slice(bodyStart));
  const lastHeading = folded.findLastIndex((line) => HEADING.test(line));
  let before = 0;
  for (let i = bodyStart; i < folded.length; i += 1) {
    const after = total - before;
    if (i > lastHeading && before > 0 && isFoot(after, before) && ends(i)) return i;
    before += han[i] ?? 0;
  }
  return folded.length;
}

function isFoot(after: number, before: number): boolean {
  return after <= Math.max(LONGEST_FOOT, FOOT_SHARE * before);
}

/** Below the last line that ends a sentence, is a heading or is long; a signing date ends the text before it. */
function findBodyEnd(
  folded: readonly string[],
  han: readonly number[],
  bodyStart: number,
  foot: number,
  isNoise: (index: number) => boolean,
): number {
  const isText = (line: string, i: number) =>
    i < foot && !isNoise(i) && (line.length >= 60 || HEADING.test(line) || /[。;!”]$/u.test(line));
  const last = Math.max(folded.findLastIndex(isText) + 1, bodyStart);
  const signed = folded.findLastIndex((line, i) => i > bodyStart && i < foot && SIGNING_DATE.test(line));
  const below = sum(han.slice(signed + 1, last));
  const isSigned =
    signed > 0 &&
    !folded.slice(signed, last).some((line) => HEADING.test(line)) &&
    isFoot(below, sum(han.slice(bodyStart, signed)));
  return isSigned ? Math.min(last, signed) : last;
}

/** How many of the characters that modern Chinese is written with. */
function countHan(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x3400 && unit <= 0x9fff) count += 1;
  }
  return count;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
