/** The report's title: found in the page's head, also where it is broken over lines or printed twice. */
import type { PageDocument } from './document.ts';
import { fold } from './fold.ts';
import { type NoiseRule, noiseRule } from './noise.ts';

export interface Title {
  /** As printed, its lines joined by a space. */
  text: string;
  /** As the rules read it, without spaces. */
  folded: string;
  /** Indexes of the lines that print it, repetitions among them. */
  lines: number[];
  /** Those of the printing that was taken. */
  printed: number[];
}

/** What an annual report calls itself. Words lost to a filter (政府建设) still count with 报告. */
const SUBJECT = /(?:法治政府(?:部门|机关)?建设|法治(?:部门|机关)?建设|依法行政|法治政府|建设法治政府)/u;
const ENDING = /(?:报告|情况|总结|工作)(?:\((?:公开稿|摘要|全文|公开版|征求意见稿)\))?$/u;
const LOST_WORDS = /\d{4}年?度?(?:推进)?政府建设.{0,8}报告$/u;
/** A sentence, a news headline or a column is not a title. */
const NOT_TITLE = /[。;!?]|\d篇|https?:|www\.|^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))/u;
/** What a site sets around a title: 【2022年】, [图文], book marks, its own name, a page number. */
const AROUND: readonly RegExp[] = [
  /^(?:【[^】]{1,12}】|\[[^\]]{1,12}\]|[•·>\-|\s]|(?:标\s*题|名\s*称)\s*[::|])+/u,
  /\s*[-_|–—]+\s*[^-_|–—。]{2,25}(?:网|门户|平台|政府|委员会|局|网站|中心)$/u,
  /\((?:第?\d+\/\d+页?|图文?|\d{4}-\d{2}-\d{2})\)$/u,
  /[\s|]+$/u,
];
/** A sentence that only names the report: 《…报告》是…发布的通知。 */
const NAMED = /^《([^》]{8,80})》(?:$|(?:是|全文|如下|由|[,:。]))/u;
const LONGEST = 90;
const MOST_LINES = 4;

/** True where `folded` (no spaces) reads as the title of an annual report. */
export function isTitle(folded: string): boolean {
  if (folded.length > LONGEST || NOT_TITLE.test(folded)) return false;
  return (SUBJECT.test(folded) && ENDING.test(folded)) || LOST_WORDS.test(folded);
}

/** Finds the title among the lines above the text; undefined where the page prints none. */
export function findTitle(document: PageDocument, noise: readonly NoiseRule[] = []): Title | undefined {
  const head = document.lines
    .slice(0, document.bodyStart + 1)
    .map((line, index) => ({
      ...line,
      index,
      plain: strip(line.folded).replace(/\s/gu, ''),
      isNoise: noiseRule(document, index, noise) !== undefined,
    }))
    .filter((line) => line.plain !== '');
  const candidates = head.flatMap((_, from) =>
    Array.from({ length: MOST_LINES }, (_, n) => head.slice(from, from + n + 1))
      .filter(
        (lines, n) =>
          lines.length === n + 1 &&
          (n === 0 || lines.every((line) => !line.isNoise)) &&
          lines.every((line) => line.plain.length <= LONGEST),
      )
      .map((lines) => ({ lines, folded: lines.map((line) => line.plain).join('') }))
      .filter(
        ({ lines, folded }) =>
          isTitle(folded) && lines.slice(1).every((l) => !isWhole(l.plain)) && joins(lines),
      ),
  );
  const best = candidates.toSorted(
    (a, b) => completeness(b.folded) - completeness(a.folded) || b.lines.length - a.lines.length,
  )[0];
  if (!best) return undefined;
  const printedText = best.lines
    .map((line) => strip(line.text))
    .join(' ')
    .trim();
  const repeats = candidates
    .filter((other) => best.folded.includes(other.folded) || sameTitle(other.folded, best.folded))
    .flatMap((other) => other.lines.map((line) => line.index));
  const printed = best.lines.map((line) => line.index);
  const lines = [...new Set([...printed, ...repeats])].sort((a, b) => a - b);
  return { text: printedText, folded: best.folded, lines, printed };
}

/** A title that stands outside the text, as in a page's meta tags; undefined where it is none of a report. */
export function titleOf(text = ''): Title | undefined {
  const plain = strip(text.trim());
  const folded = fold(plain).replace(/\s/gu, '');
  return isTitle(folded) ? { text: plain, folded, lines: [], printed: [] } : undefined;
}

/** The title inside what a site sets around it. */
function strip(line: string): string {
  const named = NAMED.exec(line)?.[1];
  return named ?? AROUND.reduce((rest, around) => rest.replace(around, ''), line);
}

/** Lines before the last are broken pieces of it: an issuer, 关于…, or an unfinished phrase. */
function joins(lines: readonly { plain: string }[]): boolean {
  return lines
    .slice(0, -1)
    .every(({ plain }) => !isTitle(plain) && !/[:>|]|\d{4}[-/]\d{1,2}|来源|浏览|字[体号]/u.test(plain));
}

/** A line that is a title of its own: it says who reports. */
function isWhole(plain: string): boolean {
  return isTitle(plain) && saysWho(plain);
}

/** How much a title says: its year, who reports, that it is a report. */
function completeness(folded: string): number {
  return Number(/\d{4}/u.test(folded)) * 2 + Number(saysWho(folded)) + Number(/报告/u.test(folded)) * 0.5;
}

function saysWho(folded: string): boolean {
  return titleIssuer(folded).length >= 2;
}

/** Everything before the year, 关于 or the subject of a title: who reports, by the title; '' for nobody. */
export function titleIssuer(folded: string): string {
  const [before = ''] = folded.split(/关于|的法治|推进|法治|依法行政|建设法治|政府建设|落实|履行/u);
  const name = before.replace(/20\d\d年?度?/gu, '').replace(/(?:发布|公布|印发|公开|召开|开展)$/u, '');
  if (name) return name;
  // 关于三元区2025年…: no issuer, but the place that it is about.
  return /^关于(?:印发)?([^\d]{2,20}?)(?:20\d\d年|推进|法治|依法)/u.exec(folded)?.[1] ?? '';
}

function sameTitle(a: string, b: string): boolean {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  return letters(a) === letters(b);
}
