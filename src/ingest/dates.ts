/** Publication and signing dates, apart from clocks, sittings and reposts. */
import type { PageDocument } from './document.ts';
import type { Evidence } from './evidence.ts';

const DATE = /(20[0-4]\d)\s*(?:年|-|\/|\.)\s*(\d{1,2})\s*(?:月|-|\/|\.)\s*(\d{1,2})(?!\d)/u;
const LABELLED =
  /(?:发布日期|发布时间|发布时期|发文日期|发文时间|发稿时间|更新时间|更新日期|公开日期|公开时间|公布时间|公布日期|录入时间|添加时间|上传时间|(?<!公文)生成日期|日期|时间)\s*[\]】]?\s*[::]?\s*[[【]?\s*/gu;
const CLOCK = /今天是|现在是|当前时间|北京时间|系统时间|星期[一二三四五六日天]|农历/u;
const SIGNING = /(?:成文日期|成文时间|公文生成日期|签发日期)\s*[\]】]?\s*[::]?\s*/u;

export interface Dates {
  published?: Evidence<string>;
  signed?: Evidence<string>;
  /** Dates that were seen and not believed, with the reason. */
  refused: (Evidence<string> & { reason: string })[];
}

/** A line that begins or ends with a date and holds little else: an office, a source, a time. */
const BARE_DATE = new RegExp(
  `^[\\s\\[【(]*20\\d\\d|来源|浏览|字[体号]|^[\\p{Script=Han}]{2,20}\\s+${DATE.source}\\s*日?(?:\\s+\\d{1,2}:\\d{2}(?::\\d{2})?)?$`,
  'u',
);

/** `2021年1月7日`, `2021-01-07`, `2021/1/7` as an ISO date; undefined for an impossible day. */
export function isoDate(text: string): string | undefined {
  const found = text.match(DATE);
  if (!found) return undefined;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : undefined;
}

/**
 * Finds both dates; what cannot be true for a report on `year` is refused by name.
 * @param pubDate the meta tag PubDate of a saved page
 */
export function findDates(document: PageDocument, year: number | undefined, pubDate = ''): Dates {
  const signed = findSigned(document);
  const dates: Dates = { refused: [] };
  if (signed) dates.signed = signed;
  const tagged = isoDate(pubDate);
  const candidates = [
    ...(tagged ? [{ value: tagged, rule: 'PubDate', quote: pubDate }] : []),
    ...publishedCandidates(document),
  ];
  for (const candidate of candidates) {
    const reason = doubt(candidate.value, year, signed?.value, document);
    if (reason) dates.refused.push({ ...candidate, reason });
    else if (!dates.published) dates.published = candidate;
  }
  return dates;
}

/** Labelled dates first, then a date that stands alone beside a source or by itself. */
function publishedCandidates(document: PageDocument): Evidence<string>[] {
  const head = document.lines.slice(0, document.bodyStart).map((line) => line.folded);
  const foot = document.lines.slice(document.bodyEnd).map((line) => line.folded);
  const labelled = [...head, ...foot].flatMap((line, i, all) => {
    if (CLOCK.test(line)) return [];
    return [...line.matchAll(LABELLED)].flatMap(({ index, 0: label }) => {
      if (SIGNING.test(line.slice(Math.max(0, index - 2), index + label.length + 2))) return [];
      const rest = line.slice(index + label.length).trim() || (all[i + 1] ?? '');
      const value = DATE.test(rest.slice(0, 14)) ? isoDate(rest) : undefined;
      return value
        ? [{ value, rule: label.replace(/[^\p{Script=Han}]/gu, ''), quote: line.slice(0, 80) }]
        : [];
    });
  });
  const bare = head.flatMap((line) => {
    if (CLOCK.test(line) || line.length > 90 || (/会议|(?:^\(.*\)$)|《/u.test(line) && !/来源/u.test(line)))
      return [];
    const value = BARE_DATE.test(line) ? isoDate(line) : undefined;
    return value && !/成文|公文生成|失效|废止/u.test(line)
      ? [{ value, rule: 'date-line', quote: line.slice(0, 80) }]
      : [];
  });
  // 发布… is meant for readers; 更新 and plain 时间 are believed after it.
  const rank = ({ rule }: Evidence<string>) => (/^发布|^公开|^公布|^发文|^发稿/u.test(rule) ? 0 : 1);
  return [...labelled.toSorted((a, b) => rank(a) - rank(b)), ...bare];
}

/** A date on a line of its own below the text, else the page's 成文日期. */
function findSigned(document: PageDocument): Evidence<string> | undefined {
  const foot = document.lines.slice(document.bodyEnd).map((line) => line.folded);
  const own = foot.find((line) => new RegExp(`^[^:]{0,60}?${DATE.source}\\s*日?\\)?$`, 'u').test(line));
  const value = own && isoDate(own);
  if (own && value) return { value, rule: 'signature', quote: own };
  for (const { folded } of document.lines.slice(0, document.bodyStart)) {
    const label = folded.match(SIGNING);
    const stated =
      label &&
      isoDate(folded.slice((label.index ?? 0) + label[0].length, (label.index ?? 0) + label[0].length + 14));
    if (stated) return { value: stated, rule: '成文日期', quote: folded.slice(0, 80) };
  }
  return undefined;
}

/** Why a publication date cannot be the report's own, or undefined. */
function doubt(
  date: string,
  year: number | undefined,
  signed: string | undefined,
  document: PageDocument,
): string | undefined {
  const dated = Number(date.slice(0, 4));
  if (year !== undefined && dated < year) return 'before the year of the report began';
  if (year !== undefined && dated > year + 2)
    return 'more than two years after the year of the report: a repost';
  if (signed && date < signed && dated < Number(signed.slice(0, 4))) return 'before the report was signed';
  const wire = document.lines
    .slice(0, document.bodyStart + 2)
    .map((line) => line.folded.match(/(\d{1,2})月(\d{1,2})日\s*(?:电|讯|消息)/u))
    .find((match) => match !== null);
  if (wire && (Number(date.slice(5, 7)) !== Number(wire[1]) || Number(date.slice(8)) !== Number(wire[2])))
    return 'another day than the news text it wraps: a repost';
  return undefined;
}
