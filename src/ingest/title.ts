/** The report's title: found in the page's head, also where it is broken over lines or printed twice. */
import { type DocumentLine, OUTSIDE, type PageDocument } from './document.ts';
import { fold } from './fold.ts';

export interface Title {
  /** As printed, its lines joined by a space. */
  text: string;
  /** As the rules read it, without spaces. */
  folded: string;
  /** Indexes of the lines that print it, repetitions among them. */
  lines: number[];
  /** Those of the printing that was taken. */
  printed: number[];
  /** Index of the first line of its last printing, above which only the page stands; absent where no line prints it. */
  start?: number;
}

/** What an annual report calls itself. Words lost to a filter (政府建设) still count with 报告. */
const SUBJECT = /(?:法治政府(?:部门|机关)?建设|法治(?:部门|机关)?建设|依法行政|法治政府|建设法治政府)/u;
const ENDING = /(?:报告|情况|总结|工作)(?:\((?:公开稿|摘要|全文|公开版|征求意见稿)\))?$/u;
const LOST_WORDS = /\d{4}年?度?(?:推进)?政府建设.{0,8}报告$/u;
/** A sentence, a news headline, a table row or a column is not a title. */
const NOT_TITLE = /[。;!?|]|\d篇|https?:|www\.|^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))/u;
/** What a site sets around a title: 【2022年】, [图文], book marks, a label, a page number, a button. */
const AROUND: readonly RegExp[] = [
  /^(?:【[^】]{1,12}】|\[[^\]]{1,12}\]|<[^>]{1,12}>|[•·>»›→#\-|\s]|\p{Script=Han}{0,2}(?:标\s*题|名\s*称|题\s*名)(?:\s*[::|]|\s))+/u,
  /\((?:第?\d+\/\d+页?|图文?|\d{4}-\d{2}-\d{2})\)$/u,
  /\s+[[【(]?(?:二维码|打印|收藏|分享|关闭|纠错|下载|字体|字号|\p{Script=Han}{2,6}\s*[::]).{0,120}$/u,
  /[\s|#]+$/u,
];
/** A column and the title behind it, on one line: 通知公告 市科技局2018年…. A place or a body belongs to the title. */
const COLUMN =
  /^(?:\p{Script=Han}{2,14}(?<![省市县区州盟旗镇乡委府局厅办会院署社部关于的和与度年])\s+)+(?=\S)/u;
/** A page of many texts is none's own. */
const MANY = /\d篇/u;
/** A label of the page data whose value is the title. */
const LABEL = /^\p{Script=Han}{0,2}(?:标\s*题|名\s*称|题\s*名)\s*:?$/u;
/** What sets a title apart from the column and the site behind it. */
const SEPARATOR = /\s*(?:[-_|–—>»›→]+)\s*/u;
/** A sentence that only names the report: 《…报告》是…发布的通知。 */
const NAMED = /^《([^》]{8,80})》(?:$|(?:是|全文|如下|由|[,:。]))/u;
/** 现将《…报告》予以公布, 《…报告》已经同意,现印发给你们: a text that names itself, or the letter above it. */
const NAMES_ITSELF =
  /(?:(?:现|特|兹)(?:将|就|对|把)|^)《([^》]{8,80})》[^。]{0,40}(?:公布|公开|发布|公示|公告|刊登|印发)/u;
const LONGEST = 90;
const MOST_LINES = 4;

/** True where `folded` (no spaces) reads as the title of an annual report. */
export function isTitle(folded: string): boolean {
  if (folded.length > LONGEST || NOT_TITLE.test(folded)) return false;
  return (SUBJECT.test(folded) && ENDING.test(folded)) || LOST_WORDS.test(folded);
}

/** A line of the page's head, without what the site set around its words. */
interface HeadLine extends DocumentLine {
  index: number;
  /** The words as printed. */
  core: string;
  /** The words as rules read them, without spaces. */
  plain: string;
}

interface Candidate {
  lines: readonly HeadLine[];
  folded: string;
}

/**
 * Finds the title among the lines above the text; undefined where the page prints none.
 * @param named the title that the page's meta tags give: a printing of it goes before any other
 */
export function findTitle(document: PageDocument, named?: Title): Title | undefined {
  const head = document.lines
    .slice(0, document.bodyStart + 1)
    .map((line, index) => ({
      ...line,
      index,
      core: core(line.text),
      plain: core(line.folded).replace(/\s/gu, ''),
    }))
    .filter((line) => line.plain !== '');
  const candidates = head.flatMap((_, from) => candidatesFrom(head, from));
  const ofName = candidates.filter(({ folded }) => named && sameTitle(folded, named.folded));
  const inText = candidates.filter(({ lines }) => named === undefined || !isOutside(lines));
  const best = (ofName.length > 0 ? ofName : inText).toSorted(byWorth)[0];
  if (!best) return named ?? namedInText(document);
  const printings = candidates.filter((other) => isPrintingOf(other.folded, best.folded));
  const last = printings.findLast(({ folded }) => sameTitle(folded, best.folded)) ?? best;
  const printed = best.lines.map((line) => line.index);
  const lines = printings.flatMap((other) => other.lines.map((line) => line.index));
  return {
    text: best.lines
      .map((line) => line.core)
      .join(' ')
      .trim(),
    folded: best.folded,
    lines: [...new Set([...printed, ...lines])].sort((a, b) => a - b),
    printed,
    start: last.lines[0]?.index ?? 0,
  };
}

/** Titles that begin in one line: of that line alone, or joined with up to three more. */
function candidatesFrom(head: readonly HeadLine[], from: number): Candidate[] {
  return Array.from({ length: MOST_LINES }, (_, n) => head.slice(from, from + n + 1))
    .filter((lines, n) => lines.length === n + 1 && lines.every((line) => line.plain.length <= LONGEST))
    .map((lines) => ({ lines, folded: joined(lines) }))
    .filter(({ lines, folded }) => isTitle(folded) && (lines.length === 1 || joins(lines)));
}

/** The one that says most comes first; of equal ones a line of the text's own, whole, the last one printed. */
function byWorth(a: Candidate, b: Candidate): number {
  return (
    completeness(b.folded) - completeness(a.folded) ||
    Number(isNoise(a)) - Number(isNoise(b)) ||
    letters(b.folded).length - letters(a.folded).length ||
    a.lines.length - b.lines.length ||
    (b.lines[0]?.index ?? 0) - (a.lines[0]?.index ?? 0)
  );
}

function isNoise({ lines }: Candidate): boolean {
  return lines.some(({ noise }) => noise !== undefined && noise !== OUTSIDE);
}

function isOutside(lines: readonly HeadLine[]): boolean {
  return lines.some(({ noise }) => noise === OUTSIDE);
}

/** The title that a text without one gives itself in its first paragraphs; its lines stay in the text. */
function namedInText({ lines, bodyStart }: PageDocument): Title | undefined {
  for (const { text, folded } of lines.slice(bodyStart, bodyStart + 3)) {
    const name = NAMES_ITSELF.exec(folded);
    const plain = name?.[1]?.replace(/\s/gu, '');
    if (!name || !plain || !isTitle(plain)) continue;
    // Folding keeps every sign in its place but for dates in characters: then the words are taken as folded.
    const printed =
      text.length === folded.length ? text.slice(name.index, name.index + name[0].length) : name[0];
    const title = /《([^》]*)》/u.exec(printed)?.[1];
    if (title) return { text: title, folded: plain, lines: [], printed: [] };
  }
  return undefined;
}

/** A title that stands outside the text, as in a page's meta tags; undefined where it is none of a report. */
export function titleOf(text = ''): Title | undefined {
  const plain = core(text.trim());
  const folded = fold(plain).replace(/\s/gu, '');
  return isTitle(folded) ? { text: plain, folded, lines: [], printed: [] } : undefined;
}

/** The title inside what a site sets around it. */
function core(line: string): string {
  const named = NAMED.exec(line)?.[1];
  if (named) return named;
  const cells = line.split(/[|｜]/u).map((cell) => cell.trim());
  const labelled = cells[cells.findIndex((cell) => LABEL.test(cell)) + 1];
  if (cells.length > 2 && labelled && LABEL.test(cells[cells.indexOf(labelled) - 1] ?? '')) return labelled;
  const words = withoutColumn(AROUND.reduce((rest, around) => rest.replace(around, ''), line));
  const parts = words.split(SEPARATOR);
  if (parts.length === 1 || MANY.test(words)) return words;
  const titles = parts.filter((part) => isTitle(fold(part).replace(/\s/gu, '')));
  return titles.length === 1 && titles[0] ? titles[0] : words;
}

/** The title behind a column, where it says alone who reports. */
function withoutColumn(words: string): string {
  const title = words.replace(COLUMN, '');
  return title !== words && isWhole(fold(title).replace(/\s/gu, '')) ? title : words;
}

/** Lines before the last are broken pieces of it: an issuer, 关于…, or an unfinished phrase. */
function joins(lines: readonly HeadLine[]): boolean {
  return (
    lines.every(
      ({ noise, plain }, i) => isPiece(noise, plain) || (i === lines.length - 1 && ENDING.test(plain)),
    ) &&
    lines.slice(1).every(({ plain }) => !isWhole(plain)) &&
    !lines.some((line, i) => SUBJECT.test(line.plain) && isTitle(joined(lines.slice(i + 1)))) &&
    lines
      .slice(0, -1)
      .every(({ plain }) => !isTitle(plain) && !/[:>|]|\d{4}[-/]\d{1,2}|来源|浏览|字[体号]/u.test(plain))
  );
}

function joined(lines: readonly HeadLine[]): string {
  return lines.map((line) => line.plain).join('');
}

/** No line of the page's own; a name below an empty label may be the issuer. */
function isPiece(noise: string | undefined, plain: string): boolean {
  return (
    noise === undefined ||
    noise === OUTSIDE ||
    (noise === 'page-data' && /^\p{Script=Han}+$/u.test(plain) && plain.length > 3)
  );
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

/** The same title, a part of it, or another wording of it: 2025年 for 2025年度. */
function isPrintingOf(other: string, title: string): boolean {
  return title.includes(other) || sameTitle(other, title);
}

function sameTitle(a: string, b: string): boolean {
  const gist = (text: string) => letters(text).replace(/度|的|关于|推进|工作|情况/gu, '');
  return gist(a) === gist(b);
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
