/** Publication and signing dates, apart from clocks, sittings and reposts. Their labels are data (content/dates.yaml). */
import { parse } from 'yaml';
import { z } from 'zod';
import type { PageDocument } from './document.ts';
import type { Evidence } from './evidence.ts';

const DATE = /(20[0-4]\d)\s*(?:年|[-–—]|\/|\.)\s*(\d{1,2})\s*(?:月|[-–—]|\/|\.)\s*(\d{1,2})(?!\d)/u;
/** A date stands this near behind its label. */
const NEAR = 14;
const CLOCK = /今天是|现在是|当前时间|北京时间|系统时间|星期[一二三四五六日天]|农历/u;

const datesSchema = z.strictObject({
  published: z.array(z.array(z.string().min(1)).min(1)).min(1),
  signed: z.array(z.string().min(1)).min(1),
});

export interface DateRules {
  /** Finds any label of a publication date. */
  published: RegExp;
  /** Finds a label of a signing date. */
  signed: RegExp;
  /** The group of a publication label, 0 for the surest. */
  rank: ReadonlyMap<string, number>;
}

/** @throws {Error} where dates.yaml is not of its form. */
export function parseDateRules(yaml: string): DateRules {
  const { published, signed } = datesSchema.parse(parse(yaml));
  // A longer label first: 发布时间 holds 时间.
  const anyOf = (labels: readonly string[]) =>
    `(?:${labels.toSorted((a, b) => b.length - a.length).join('|')})\\s*[\\]】]?\\s*[:|]?\\s*[[【]?\\s*`;
  return {
    published: new RegExp(anyOf(published.flat()), 'gu'),
    signed: new RegExp(anyOf(signed), 'u'),
    rank: new Map(published.flatMap((labels, rank) => labels.map((label) => [label, rank] as const))),
  };
}

export interface Dates {
  published?: Evidence<string>;
  signed?: Evidence<string>;
  /** Dates that were seen and not believed, with the reason. */
  refused: (Evidence<string> & { reason: string })[];
}

/** A line that begins or ends with a date and holds little else: an office, a source, a time. */
const BARE_DATE = new RegExp(
  `^[\\s\\[【(•·\\-]*20\\d\\d|来源|浏览|阅读|点击|访问|作者|编辑|字[体号]|^[\\p{Script=Han}]{2,20}\\s+${DATE.source}\\s*日?(?:\\s+\\d{1,2}:\\d{2}(?::\\d{2})?)?$`,
  'u',
);

const DATE_AT_END = new RegExp(`^[^:]{0,60}?${DATE.source}\\s*日?\\)?$`, 'u');

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
export function findDates(
  document: PageDocument,
  year: number | undefined,
  rules: DateRules,
  pubDate = '',
): Dates {
  const signed = findSigned(document, rules);
  const dates: Dates = { refused: [] };
  if (signed) dates.signed = signed;
  const tagged = isoDate(pubDate);
  const candidates = [
    ...(tagged ? [{ value: tagged, rule: 'PubDate', quote: pubDate }] : []),
    ...publishedCandidates(document, rules),
  ];
  for (const candidate of candidates) {
    const reason = doubt(candidate.value, year, signed?.value, document);
    if (reason) dates.refused.push({ ...candidate, reason });
    else if (!dates.published) dates.published = candidate;
  }
  return dates;
}

/** Labelled dates first, then a date that stands alone beside a source or by itself. */
function publishedCandidates(document: PageDocument, rules: DateRules): Evidence<string>[] {
  const printed = (lines: PageDocument['lines']) =>
    lines.map((line) => line.folded).filter((line) => line !== '');
  const head = printed(document.lines.slice(0, document.bodyStart));
  const foot = printed(document.lines.slice(document.bodyEnd));
  const labelled = [...head, ...foot].flatMap((line, i, all) => {
    if (CLOCK.test(line)) return [];
    return [...line.matchAll(rules.published)].flatMap(({ index, 0: label }) => {
      // 公文生成日期 ends in a label of the other kind.
      if (rules.signed.test(line.slice(Math.max(0, index - 2), index + label.length + 2))) return [];
      const rest = line.slice(index + label.length).trim() || (all[i + 1] ?? '');
      const value = DATE.test(rest.slice(0, NEAR)) ? isoDate(rest) : undefined;
      const rule = label.replace(/[^\p{Script=Han}]/gu, '');
      return value ? [{ value, rule, quote: line.slice(0, 80) }] : [];
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
  const rank = ({ rule }: Evidence<string>) => rules.rank.get(rule) ?? 0;
  return [...labelled.toSorted((a, b) => rank(a) - rank(b)), ...bare];
}

/** A date on a line of its own below the text, else the page's 成文日期. */
function findSigned(document: PageDocument, rules: DateRules): Evidence<string> | undefined {
  const foot = document.lines.slice(document.bodyEnd).map((line) => line.folded);
  const own = foot.find((line) => DATE_AT_END.test(line));
  const value = own && isoDate(own);
  if (own && value) return { value, rule: 'signature', quote: own };
  for (const { folded } of document.lines.slice(0, document.bodyStart)) {
    const label = rules.signed.exec(folded);
    const from = label ? label.index + label[0].length : 0;
    const stated = label && isoDate(folded.slice(from, from + NEAR));
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
