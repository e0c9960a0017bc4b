/** Lines of a report's text as headings at their true depth and paragraphs. */
import type { Block } from '../report/report.ts';
import type { DocumentLine } from './document.ts';

export type TextBlock = Omit<Block, 'anchor'>;

const CHINESE = '[一二三四五六七八九十]{1,3}';
/** Numbering by depth: 一、 then (一) then 1. — 一是 and 第一 stay text. */
const NUMBERINGS: readonly (readonly [depth: 2 | 3 | 4, pattern: RegExp])[] = [
  [2, new RegExp(`^(?:${CHINESE}\\s*、|第${CHINESE}(?:部分|章)[\\s、:]?)`, 'u')],
  [3, new RegExp(`^\\(?\\s*${CHINESE}\\s*\\)[、.]?`, 'u')],
  [4, /^(?:\d{1,2}\s*[.、](?!\d)|\(?\d{1,2}\))\s*(?=\p{Script=Han}|“|《)/u],
];
const LONGEST_HEADING = 60;
/** A heading without a number is shorter. */
const LONGEST_PLAIN = 40;
const ENDS_SENTENCE = /[。!?;:”’)】》.]$/u;

/** The depth of the heading that `folded` numbers, 0 for text. */
export function headingDepth(folded: string): 0 | 2 | 3 | 4 {
  return NUMBERINGS.find(([, pattern]) => pattern.test(folded))?.[0] ?? 0;
}

/**
 * Headings and paragraphs. A heading whose text runs on in its own line is set apart (`run-in-heading`); a line
 * that breaks off inside a sentence is joined with the next (`joined-line`). Numbered lines that only count items
 * (1. …； 2. …。) stay text; a short line without a sign, between sentences, is a heading without a number.
 */
export function structure(lines: readonly DocumentLine[]): {
  blocks: TextBlock[];
  counts: Map<string, number>;
} {
  const counts = new Map<string, number>();
  const count = (rule: string) => counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const blocks: TextBlock[] = [];
  const whole = joinBroken(lines, () => count('joined-line'));
  const items = findItems(whole);
  let numbered: 0 | 2 | 3 | 4 = 0;
  whole.forEach(({ text, folded }, i) => {
    const depth = items.has(i) ? 0 : headingDepth(folded);
    const run = depth === 0 ? undefined : runInHeading(text);
    if (depth > 0) numbered = depth;
    if (run) {
      count('run-in-heading');
      blocks.push({ depth, text: run[0] }, { depth: 0, text: run[1] });
    } else if (depth > 0) blocks.push({ depth: isShort(text) ? depth : 0, text });
    else blocks.push({ depth: isPlainHeading(whole, i, items) ? below(numbered) : 0, text });
  });
  return { blocks, counts };
}

/** A longer line, or one that counts on behind a semicolon, is text. */
function isShort(text: string): boolean {
  return text.length <= LONGEST_HEADING && !/[；;]./u.test(text);
}

/** The depth of a heading without a number below one with a number. */
function below(depth: 0 | 2 | 3 | 4): 2 | 3 | 4 {
  return depth === 0 ? 2 : depth === 2 ? 3 : 4;
}

/**
 * Indexes of numbered lines that are items of a list: each but the last ends in a semicolon, or is a sentence with
 * nothing below it, or one that states a number (3.受理来信47件，化解率93%。).
 */
function findItems(lines: readonly DocumentLine[]): ReadonlySet<number> {
  const items = new Set<number>();
  lines.forEach(({ folded }, i) => {
    const depth = headingDepth(folded);
    const next = lines[i + 1]?.folded ?? '';
    const nextDepth = headingDepth(next);
    const hasNothingBelow = next === '' || (nextDepth > 0 && nextDepth <= depth);
    if (depth > 2 && isSaying(folded, hasNothingBelow)) items.add(i);
    const isNext = depth > 0 && nextDepth === depth;
    const isLast = items.has(i - 1) && depth > 0 && headingDepth(lines[i - 1]?.folded ?? '') === depth;
    if ((isNext || isLast) && /;$/u.test(folded)) items.add(i);
    else if (isLast && (next === '' || nextDepth > 0)) items.add(i);
  });
  return items;
}

/** A number and its unit. */
const COUNTED = '\\d[\\d.,]*(?:余|多)?[万亿]?(?:件|个|次|人|名|项|份|场|起|户|家|条|元|部|宗|处|篇|期';
const STATES = new RegExp(`${COUNTED}|%)`, 'u');

/** Whether a numbered line says something by itself: a sentence that is all of it, or that states a number. */
function isSaying(folded: string, hasNothingBelow: boolean): boolean {
  const [said = '', mark] = folded.split(/([。:])/, 2);
  if (mark !== '。') return false;
  return (said.length + 1 === folded.length && hasNothingBelow) || STATES.test(said);
}

/** A line between sentences that is short, without a sign at its end, without a number and no list or table. */
const PLAIN_HEADING =
  /^(?!\d|第?[一二三四五六七八九十]+(?:是|要)|附件?|注|单位|联系)[^。;:!?|\d/>…\-*•·]{4,}$/u;

function isPlainHeading(lines: readonly DocumentLine[], i: number, items: ReadonlySet<number>): boolean {
  const at = (index: number) => lines[index]?.folded ?? '';
  const before = at(i - 1);
  const isBetween = i === 0 || /[。;!?”:]$/u.test(before) || (headingDepth(before) > 0 && !items.has(i - 1));
  const isAlone = isBetween || (looksPlain(before) && headingDepth(before) === 0);
  // One heading may stand above another.
  return (
    looksPlain(at(i)) &&
    isAlone &&
    (isSentence(at(i + 1)) || (isBetween && looksPlain(at(i + 1)) && isSentence(at(i + 2))))
  );
}

function looksPlain(folded: string): boolean {
  return (
    folded.length <= LONGEST_PLAIN &&
    PLAIN_HEADING.test(folded) &&
    /^[\p{Script=Han}“《]/u.test(folded) &&
    !/[,、(“《]$|\s\S*\s/u.test(folded)
  );
}

function isSentence(folded: string): boolean {
  return headingDepth(folded) === 0 && /[。!?”]$/u.test(folded) && folded.length >= LEAST_OPEN;
}

/** The colon behind a heading stands near its start, and a text follows it. */
const COLON_WITHIN = 30;
const LEAST_TEXT = 6;

/** Splits `一、完善机制。全年召开…` after its first sentence; undefined where that is no heading's length. */
function runInHeading(text: string): [string, string] | undefined {
  // 1．is numbering where it stands behind a digit.
  const end = text.search(/。|(?<![\d０-９])．/u) + 1;
  const rest = text.slice(end).trim();
  if (end > 0 && end <= LONGEST_HEADING && rest !== '') return [text.slice(0, end), rest];
  const colon = text.search(/[:：]/u) + 1;
  const behind = text.slice(colon).trim();
  return colon > 0 && colon <= COLON_WITHIN && behind.length >= LEAST_TEXT && /[。；;]$/u.test(behind)
    ? [text.slice(0, colon), behind]
    : undefined;
}

/** A line that holds a comma or is long, and ends in no punctuation, goes on in the next one. */
function joinBroken(lines: readonly DocumentLine[], joined: () => void): DocumentLine[] {
  const whole: DocumentLine[] = [];
  for (const [i, line] of lines.entries()) {
    const last = whole.at(-1);
    const isSame =
      last !== undefined &&
      ((breaksOff(last.folded) && goesOn(line.folded)) ||
        isContinued(last.folded, line.folded, lines[i + 1]?.folded ?? ''));
    if (isSame) {
      joined();
      whole[whole.length - 1] = {
        ...last,
        text: glue(last.text, line.text),
        folded: glue(last.folded, line.folded),
      };
    } else whole.push(line);
  }
  return whole;
}

function breaksOff(folded: string): boolean {
  if (ENDS_SENTENCE.test(folded)) return false;
  if (/[,、]$/u.test(folded)) return true;
  return headingDepth(folded) === 0
    ? folded.length >= 20 && /[,。;]/u.test(folded)
    : /。/u.test(folded) && folded.length > LONGEST_HEADING;
}

/** A line cannot begin with a sign that closes something, nor with the unit of the number before it. */
const CONTINUES = /^[,。;、)”》】%]/u;
const UNIT =
  /^(?:余|多)?(?:件|个|次|人次|人|名|项|份|场次|场|起|户|家|条|元|万元|亿元|万|亿|部|宗|处|篇|期|所|岁|小时|天)(?:次|以上|以内)?(?=[,。;、:)]|$)/u;
/** A number and its unit, and more of the sentence. */
const COUNT = new RegExp(`^${COUNTED})[^。;]*[,。;]`, 'u');
const NUMBER_ALONE = /^\d[\d.,]*[万亿余多]?$/u;
const NUMBER_LAST = /\d[万亿余多]?$/u;
const HAN = /\p{Script=Han}/u;
const ENDS_OPEN = /\p{Script=Han}$/u;
/** （一） on a line of its own stands before its heading. */
const NUMBERING_ALONE =
  /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、]|\(\d{1,2}\))$/u;
const LEAST_OPEN = 15;

/** True where `after` goes on with the words of `line`, whatever breaks a line usually. */
function isContinued(line: string, after: string, next: string): boolean {
  if (NUMBERING_ALONE.test(line)) return headingDepth(after) === 0;
  if (CONTINUES.test(after)) return true;
  const isOpen = ENDS_OPEN.test(line) && headingDepth(line) === 0;
  if (NUMBER_ALONE.test(after)) return isOpen && (UNIT.test(next) || CONTINUES.test(next));
  return (
    (UNIT.test(after) && NUMBER_LAST.test(line) && HAN.test(line.replace(NUMBER_LAST, ''))) ||
    (isOpen && line.length >= LEAST_OPEN && COUNT.test(after))
  );
}

function goesOn(folded: string): boolean {
  return (
    headingDepth(folded) === 0 &&
    !/^(?:第?[一二三四五六七八九十]+(?:是|、|部分)|20\d\d年\d{1,2}月\d{1,2}日$)/u.test(folded)
  );
}

/** Chinese joins without a space, Latin words with one. */
function glue(a: string, b: string): string {
  return /[A-Za-z0-9]$/u.test(a) && /^[A-Za-z]/u.test(b) ? `${a} ${b}` : a + b;
}
