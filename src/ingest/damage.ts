/**
 * Damage that copying pages does to their text, repaired where nothing has to be invented: each kind has an id
 * that shows in `repairs`. What cannot be repaired is named, not guessed (`findLosses`).
 */
import type { Counts, Line } from './lines.ts';

const TONED = '[a-zü]{0,4}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]{0,4}';
/** Pinyin that a converter set behind a character: 區(qū). Without a tone mark it may be a word and stays. */
const PINYIN = new RegExp(`[(（](?<=\\p{Script=Han}.)${TONED}[)）]`, 'gu');
/** A longer line is a text that lost its line ends. */
const ONE_LINE = 1500;
const DOMAIN = '\\.(?:com|cn|net|org|cc|top|vip|info)';
/** Begins where its name does: looked for at every letter of a long word, time would grow with the square. */
const ADDRESS = new RegExp(
  `(?:https?:\\/\\/)?(?:www\\.)?(?<![\\w-])[\\w-]+${DOMAIN}(?:\\.cn)?(?:\\/[\\w./-]*)?`,
  'giu',
);
const HAS_ADDRESS = new RegExp(DOMAIN, 'i');

/** Repairs what was put into the text: pinyin, watermarks, lost line ends. Lines keep their numbers. */
export function repairDamage(lines: readonly Line[]): { lines: Line[]; counts: Counts } {
  const counts = new Map<string, number>();
  const count = (rule: string, n = 1) => counts.set(rule, (counts.get(rule) ?? 0) + n);
  const watermark = findWatermark(lines);
  const repaired = lines.flatMap((line) => {
    let { text } = line;
    const plain = text.replace(PINYIN, '');
    if (plain !== text) count('pinyin', text.match(PINYIN)?.length);
    text = plain;
    if (watermark && text.includes(watermark)) {
      const parts = text.split(watermark);
      count('watermark', parts.length - 1);
      text = parts.join('').trim();
    }
    const split = splitRun(text);
    count('lost-line-end', split.length - 1);
    return split.map((part) => ({ ...line, text: part }));
  });
  return { lines: repaired, counts };
}

/**
 * The words that a site sets into its texts: what stands the same around every place where one address stands
 * in the middle of a line, at least twice.
 */
function findWatermark(lines: readonly Line[]): string | undefined {
  const text = lines.map((line) => line.text).join('\n');
  if (!HAS_ADDRESS.test(text)) return undefined;
  const places = Map.groupBy(text.matchAll(ADDRESS), ([address]) => address);
  for (const [address, matches] of places) {
    const at = matches.map(({ index }) => index);
    if (at.length < 2) continue;
    let start = 0;
    const before = (i: number) => text[(at[i] as number) - start - 1];
    while (
      start < 40 &&
      before(0) !== undefined &&
      /[^\n。]/.test(before(0) as string) &&
      at.every((_, i) => before(i) === before(0))
    )
      start += 1;
    const mark = text.slice((at[0] as number) - start, (at[0] as number) + address.length);
    // An address that is cited stands behind a bracket or a colon; a watermark joins Chinese characters.
    const joins = at.some(
      (i) =>
        /\p{Script=Han}/u.test(text[i - start - 1] ?? '') &&
        /\p{Script=Han}/u.test(text[i + address.length] ?? ''),
    );
    if (joins) return mark;
  }
  return undefined;
}

const CHINESE = '[一二三四五六七八九十]{1,3}';
/** Where a line end was lost before a numbered heading that follows a sentence. */
const LOST_END = new RegExp(`(?<=[。;；!！?？”])\\s*(?=${CHINESE}、|[(（]${CHINESE}[)）])`, 'gu');
const LOSES_END = new RegExp(LOST_END, 'u');
/** A title that its text follows on the same line. */
const GLUED_TITLE = new RegExp(
  `^(.{0,60}法治政府(?:部门)?建设[^。，,]{0,12}?(?:报告|情况))\\s*(?=20\\d\\d年(?!度?法治)|${CHINESE}、|根据|按照|今年|一年来|现将)`,
  'u',
);
/** 1. stands inside paragraphs too: only a text that is all on one line is split there. */
const LOST_END_OF_ITEM = /(?<=[。;；])\s*(?=\d{1,2}[.．、](?!\d)\p{Script=Han})/gu;

/** A line where spaces stand in the place of line ends: two headings at least follow one. */
const FLATTENED = new RegExp(`(?:^|\\s)(?:${CHINESE}、|[(（]${CHINESE}[)）])`, 'gu');
const LEAST_HEADINGS = 2;
/** What begins a line of its own behind a space: a heading, a label, a year, a date, a button. */
const LINE_START = new RegExp(
  `^(?:${CHINESE}、|[(（]${CHINESE}[)）]|第${CHINESE}部分|\\d{1,2}[.．、](?!\\d)|${CHINESE}是|[【\\[]|20\\d\\d\\s*年(?!度?法治)|根据|为深入|现将|扫一扫|\\p{Script=Han}{2,6}[:：])`,
  'u',
);
const HEADING_ALONE = new RegExp(`^(?:${CHINESE}、|[(（]${CHINESE}[)）])[^。；;]{2,40}$`, 'u');
const LINE_END = /[。；;：:！!？?”]$/u;
/** Data of the page and, behind a space, the sentence that begins the text: 发布时间：2022-01-29 2021年，… */
const GLUED_DATA =
  /^(?=[^。]{0,60}(?:日期|时间|来源|字号|浏览)[^。]{0,80}\s(?:20\d\d年[,，]|一年来|为深入|根据))(.{0,140}?)\s+(?=(?:20\d\d年[,，]|一年来|为深入|根据)[^。]{10,}。)/u;

/** No report has more lines than this on one. */
const MOST_PARTS = 2000;

/** A document or a part of it that lost its line ends, at its headings. */
function splitRun(text: string): string[] {
  // Nearly every line is one line: it is asked once, and not taken through each way of splitting.
  if (!text.includes(' ') && text.length <= ONE_LINE && !text.includes('法治政府') && !LOSES_END.test(text))
    return [text];
  const title = text.includes('法治政府') ? GLUED_TITLE.exec(text) : null;
  const lines = title ? [title[1] as string, text.slice(title[0].length)] : [text];
  const parts = lines
    .flatMap(splitFlattened)
    .flatMap(splitData)
    .flatMap((line) => line.split(LOST_END))
    .flatMap((line) => (text.length > ONE_LINE ? line.split(LOST_END_OF_ITEM) : line))
    .map((part) => part.trim())
    .filter((part, _, all) => part !== '' || all.length === 1);
  return parts.length > MOST_PARTS ? [text] : parts;
}

function splitData(line: string): string[] {
  const data = line.includes(' ') ? GLUED_DATA.exec(line) : null;
  return data ? [data[1] as string, line.slice(data[0].length)] : [line];
}

/** Splits a flattened line at the spaces that stood for line ends; other spaces stay. */
function splitFlattened(line: string): string[] {
  if (!line.includes(' ') || (line.match(FLATTENED)?.length ?? 0) < LEAST_HEADINGS) return [line];
  const parts: string[] = [];
  for (const word of line.split(' ')) {
    const last = parts.at(-1);
    if (last === undefined || LINE_START.test(word) || LINE_END.test(last) || HEADING_ALONE.test(last))
      parts.push(word);
    else parts[parts.length - 1] = `${last} ${word}`;
  }
  return parts.length > MOST_PARTS ? [line] : parts;
}

/** Signs of lost text: what they are called, and how they look. Nothing is invented in their place. */
const LOSSES: readonly (readonly [loss: string, pattern: RegExp])[] = [
  ['a character that did not survive (\\ufffd)', /\ufffd/u],
  ['a sentence end that was destroyed (?,F or ?。)', /\?[,，]F|[^\s\w]\?[。!！](?=\p{Script=Han})/u],
  // ㄒ and half-width kana never stand between Chinese characters: GBK read from the wrong byte on.
  ['words that were decoded from the wrong byte on', /[ㄅ-ㄩｱ-ﾝ┈-╿](?=\p{Script=Han}|(?<=\?。[ㄅ-ㄩ]))/u],
  ['the sign 年 lost before a month', /20\d{2}(?:1[0-2]|[1-9])月/u],
  ['words covered by asterisks', /(?<=\p{Script=Han})\*{2,}(?=\p{Script=Han})/u],
  ['brackets of a document number lost', /(?:字|发|函|办|号)〔\d{5,}号/u],
];

/** Something that a text lost, where it first shows. */
export interface Loss {
  loss: string;
  line: number;
  quote: string;
}

/** Losses that the text shows, each kind once. */
export function findLosses(lines: readonly Line[]): Loss[] {
  const whole = lines.map(({ text }) => text).join('\n');
  return LOSSES.flatMap(([loss, pattern]) => {
    if (!pattern.test(whole)) return [];
    for (const { number, text } of lines) {
      const found = text.match(pattern);
      if (found)
        return [
          {
            loss,
            line: number,
            quote: text.slice(Math.max(0, (found.index ?? 0) - 8), (found.index ?? 0) + 12),
          },
        ];
    }
    return [];
  });
}
