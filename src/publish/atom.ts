/** Atom feeds (RFC 4287) of reports, newest first. */

import { byCodeUnit } from '../order.ts';
import type { Archive } from '../report/archive.ts';
import type { Metadata } from '../report/schema.ts';
import { type ReportId, reportId } from '../report/store.ts';
import { relative, urls } from '../site/urls.ts';
import { absoluteUrl } from './citation.ts';
import { describeAmount, type ValueChange } from './values.ts';
import { escapeXml } from './xml.ts';

export interface Entry {
  /** Permanent and of this entry alone. */
  id: string;
  /** Absolute address. */
  url: string;
  title: string;
  /** ISO date. */
  date: string;
  author: string;
  summary: string;
}

export interface Feed {
  title: string;
  /** Path of the feed below the site's root. */
  path: string;
  /** Path of the page that shows the same. */
  page: string;
  entries: readonly Entry[];
}

const XHTML = 'http://www.w3.org/1999/xhtml';

/** A feed keeps its newest entries; what is older is on the site. */
const LIMIT = 100;

/** China Standard Time: the days of official pages. */
const atomTime = (date: string) => `${date}T00:00:00+08:00`;

/** When a feed without entries last changed: never. */
const NEVER = '1970-01-01';

/** The day a report came out, else was collected, else was signed; undefined where none is known. */
export function feedDate({ published, collected, signed }: Metadata): string | undefined {
  return published ?? collected ?? signed;
}

/** Entries of the reports that have a date, newest first. */
export function reportEntries(base: string, reports: Iterable<Metadata>): Entry[] {
  return [...reports]
    .flatMap((report) => {
      const date = feedDate(report);
      if (date === undefined) return [];
      const url = absoluteUrl(base, urls.report(reportId(report)));
      return {
        id: url,
        url,
        title: report.title,
        date,
        author: report.agency,
        summary: report.withdrawn
          ? `已撤下。原因：${report.withdrawn}`
          : `${report.agency}，${report.year}年度。读出指标${metricsOf(report)}项。`,
      };
    })
    .sort(newestFirst);
}

const metricsOf = ({ readings }: Metadata) => new Set(readings.map(({ metric }) => metric)).size;

const newestFirst = (a: Entry, b: Entry) => byCodeUnit(b.date, a.date) || byCodeUnit(a.id, b.id);

/** Entries of the published values that changed and are recorded, newest first. */
export function correctionEntries(
  base: string,
  { reports, metrics, settings }: Archive,
  changes: ReadonlyMap<ReportId, readonly ValueChange[]>,
): Entry[] {
  return [...changes]
    .flatMap(([id, own]) =>
      own.flatMap(({ date, at, metric, from, to, reason }) => {
        const report = reports.get(id);
        if (date === undefined || report === undefined) return [];
        const url = `${absoluteUrl(base, urls.report(id))}#${at}`;
        return {
          id: `${url}/${metric}/${date}`,
          url,
          title: `更正：${report.agency}${report.year}年度“${metrics.get(metric)?.name ?? metric}”`,
          date,
          author: settings.name,
          summary: `原为${describeAmount(from)}，现为${describeAmount(to)}。原因：${reason}。`,
        };
      }),
    )
    .sort(newestFirst);
}

/**
 * The feed as XML. One without entries is a feed too: its page links to it, and something may yet come. A reader
 * who opens it in a browser sees a page (feed.css), whose links are XHTML, as Atom allows.
 */
export function printFeed(base: string, { title, path, page, entries }: Feed): string {
  const own = absoluteUrl(base, path);
  return `<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type="text/css" href="${relative(path, urls.feedStyle)}"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<title>${escapeXml(title)}</title>
<subtitle type="xhtml"><div xmlns="${XHTML}">这是订阅源（Atom）。把这个网址加进订阅软件，有新的内容会自动收到。<a href="${escapeXml(absoluteUrl(base, page))}">在网页上看</a></div></subtitle>
<id>${escapeXml(own)}</id>
<link rel="self" type="application/atom+xml" href="${escapeXml(own)}"/>
<link rel="alternate" type="text/html" href="${escapeXml(absoluteUrl(base, page))}"/>
<updated>${atomTime(entries[0]?.date ?? NEVER)}</updated>
${entries.slice(0, LIMIT).map(printEntry).join('\n')}
</feed>
`;
}

function printEntry({ id, url, title, date, author, summary }: Entry): string {
  return `<entry>
<title>${escapeXml(title)}</title>
<id>${escapeXml(id)}</id>
<link rel="alternate" type="text/html" href="${escapeXml(url)}"/>
<updated>${atomTime(date)}</updated>
<author><name>${escapeXml(author)}</name></author>
<summary type="xhtml"><div xmlns="${XHTML}"><a href="${escapeXml(url)}">${escapeXml(summary)}</a></div></summary>
</entry>`;
}
