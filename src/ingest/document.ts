/** A collected page as lines, each beside what the rules read, and where the report's own text begins. */
import { fold } from './fold.ts';
import type { Line } from './lines.ts';

export interface DocumentLine extends Line {
  /** The line as rules read it: simplified, half-width. */
  folded: string;
}

export interface PageDocument {
  lines: readonly DocumentLine[];
  /** Index of the first line of the report's own text: its first heading, address or paragraph. */
  bodyStart: number;
  /** Index below its last sentence: signature, date and the page's foot come after it. */
  bodyEnd: number;
}

const HEADING = /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|第[一二三四五六七八九十]+部分)/u;
const SENTENCE = /[。;,]/u;
/** An address to those reported to: 县委、县政府: */
export const ADDRESSEE =
  /^[^。;,]{0,40}(?:委|委员会|政府|办公室|办公厅|厅|局|人大|政协|常委会|国务院|委办|法治办|司法局|领导|代表|委员|同志)\s*(?:[、,和并及]\s*[^。;,]{0,40})*:$/u;
const PAGE_DATA =
  /(?:日期|时间|来源|作者|浏览|浏览次数|字体|字号|发布机构|文号)\s*[\]】]?\s*[::]|索引号|首页|当前位置|www\.|https?:/u;

/** Joins what `toLines` gave with its folded form and finds where the text begins. */
export function toDocument(lines: readonly Line[]): PageDocument {
  const folded = fold(lines.map((line) => line.text).join('\n')).split('\n');
  const document = lines.map((line, i) => ({ ...line, folded: folded[i] ?? line.text }));
  const start = document.findIndex((line) => startsBody(line.folded));
  const bodyStart = start < 0 ? document.length : start;
  const last = document.findLastIndex(
    ({ folded }) => folded.length >= 60 || (folded.length >= 15 && /[。;!”]$/u.test(folded)),
  );
  return { lines: document, bodyStart, bodyEnd: Math.max(last + 1, bodyStart) };
}

function startsBody(folded: string): boolean {
  if (HEADING.test(folded) || ADDRESSEE.test(folded)) return true;
  if (folded.length < 30 || PAGE_DATA.test(folded.slice(0, 30))) return false;
  return SENTENCE.test(folded) && !/^[^。,;]{0,80}$/u.test(folded);
}
