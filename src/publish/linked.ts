/** What other programs read of a page: schema.org as JSON-LD, and Open Graph. */
import type { Metadata } from '../report/schema.ts';
import { reportId } from '../report/store.ts';
import type { Settings } from '../site/settings.ts';
import { urls } from '../site/urls.ts';
import { absoluteUrl, reportUrl } from './citation.ts';

/** schema.org Report; what is unknown, and what needs an address the site has not, is left out. */
export function reportJsonLd(report: Metadata, base: string | undefined): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Report',
    name: report.title,
    identifier: reportId(report),
    inLanguage: 'zh-CN',
    author: (report.issuers ?? [report.agency]).map((name) => ({ '@type': 'GovernmentOrganization', name })),
    datePublished: report.published,
    temporalCoverage: String(report.year),
    url: reportUrl(base, report),
    isBasedOn: report.source.url,
  };
}

/** schema.org Dataset: the tables below data/. */
export function datasetJsonLd({ name, description, base, host }: Settings, years: readonly number[]): object {
  const formats = [
    ['metrics.csv', 'text/csv'],
    ['metrics.parquet', 'application/vnd.apache.parquet'],
    ['reports.csv', 'text/csv'],
    ['reports.parquet', 'application/vnd.apache.parquet'],
  ] as const;
  const [first] = years;
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name,
    description: `${description}每行一个读数，带年度、机关、指标、数值、界限、单位、口径、原句与网址；每份报告另有一行。`,
    keywords: ['法治政府建设年度报告', '行政复议', '行政执法', '政府信息公开'],
    inLanguage: 'zh-CN',
    url: absoluteUrl(base, urls.home),
    isAccessibleForFree: true,
    license: absoluteUrl(base, `${urls.method}#licence`),
    creator: host?.organiser && { '@type': 'Organization', name: host.organiser },
    spatialCoverage: '中华人民共和国',
    temporalCoverage: first === undefined ? undefined : `${first}/${years.at(-1)}`,
    distribution:
      base === undefined
        ? undefined
        : formats.map(([file, encodingFormat]) => ({
            '@type': 'DataDownload',
            encodingFormat,
            contentUrl: absoluteUrl(base, `data/${file}`),
          })),
  };
}

/** JSON for a `<script type="application/ld+json">`: nothing in it can end the script or open a comment. */
export function printJsonLd(data: object): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

export interface Shared {
  /** Path of the page below the root. */
  path: string;
  title: string;
  description: string;
  /** The report that the page shows, if it shows one. */
  report?: Metadata | undefined;
}

/** Open Graph as property and content of each meta tag; og:url only where the site has an address. */
export function openGraph(
  { name, base }: Settings,
  { path, title, description, report }: Shared,
): [string, string][] {
  const tags: [string, string | undefined][] = [
    ['og:site_name', name],
    ['og:locale', 'zh_CN'],
    ['og:type', report ? 'article' : 'website'],
    ['og:title', title],
    ['og:description', description],
    ['og:url', absoluteUrl(base, path)],
    ['article:published_time', report?.published],
  ];
  return tags.filter((tag): tag is [string, string] => tag[1] !== undefined);
}
