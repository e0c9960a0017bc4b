/** Lines of a report's text as headings at their true depth and paragraphs. */
import type { Block } from '../report/report.ts';
import type { DocumentLine } from './document.ts';

export type TextBlock = Omit<Block, 'anchor'>;

const CHINESE = '[一二三四五六七八九十]{1,3}';
/** Numbering by depth: 一、 then (一) then 1. — 一是 and 第一 stay text. */
const NUMBERINGS: readonly (readonly [depth: 2 | 3 | 4, pattern: RegExp])[] = [
  [2, new RegExp(`^(?:${CHINESE}\\s*、|第${CHINESE}(?:部分|章)[\\s、:]?)`, 'u')],
  [3, new RegExp(`^\\(?\\s*${CHINESE}\\s*\\)[、.]?`, 'u')],
  [4, /^(?:\d{1,2}\s*[.、](?!\d)|\(\d{1,2}\))\s*(?=\p{Script=Han}|“|《)/u],
];
const LONGEST_HEADING = 60;
const ENDS_SENTENCE = /[。!?;:”’)】》.]$/u;

/** The depth of the heading that `folded` numbers, 0 for text. */
export function headingDepth(folded: string): 0 | 2 | 3 | 4 {
  return NUMBERINGS.find(([, pattern]) => pattern.test(folded))?.[0] ?? 0;
}

/**
 * Headings and paragraphs. A heading whose text runs on in its own line is set apart (`run-in-heading`); a line
 * that breaks off inside a sentence is joined with the next (`joined-line`).
 */
export function structure(lines: readonly DocumentLine[]): {
  blocks: TextBlock[];
  counts: Map<string, number>;
} {
  const counts = new Map<string, number>();
  const count = (rule: string) => counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const blocks: TextBlock[] = [];
  for (const { text, folded } of joinBroken(lines, () => count('joined-line'))) {
    const depth = headingDepth(folded);
    const run = depth === 0 ? undefined : runInHeading(text);
    if (depth === 0) blocks.push({ depth, text });
    else if (run) {
      count('run-in-heading');
      blocks.push({ depth, text: run[0] }, { depth: 0, text: run[1] });
    } else blocks.push({ depth: text.length <= LONGEST_HEADING ? depth : 0, text });
  }
  return { blocks, counts };
}

/** Splits `一、完善机制。全年召开…` after its first sentence; undefined where that is no heading's length. */
function runInHeading(text: string): [string, string] | undefined {
  const end = text.search(/[。．]/u) + 1;
  const rest = text.slice(end).trim();
  return end > 0 && end <= LONGEST_HEADING && rest !== '' ? [text.slice(0, end), rest] : undefined;
}

/** A line that holds a comma or is long, and ends in no punctuation, goes on in the next one. */
function joinBroken(lines: readonly DocumentLine[], joined: () => void): DocumentLine[] {
  const whole: DocumentLine[] = [];
  for (const line of lines) {
    const last = whole.at(-1);
    if (last && breaksOff(last.folded) && goesOn(line.folded)) {
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
