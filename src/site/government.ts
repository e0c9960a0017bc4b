/**
 * The meta tags that 政府网站发展指引 (国办发〔2017〕47号) asks of a government site's pages. Only what the host
 * has set, and only what is known of a report: nothing is made up to fill a tag.
 */
import type { Metadata } from '../report/schema.ts';
import type { Settings } from './settings.ts';

/** Name and content of each tag; none where the host of the site has not said who it is. */
export function governmentMeta(
  { name, description, host }: Settings,
  column: string | undefined,
  report: Metadata | undefined,
): [string, string][] {
  if (!host) return [];
  const tags: [string, string | undefined][] = [
    ['SiteName', name],
    ['SiteDomain', host.domain],
    ['SiteIDCode', host.siteCode],
    ['ColumnName', column],
    ['ColumnDescription', column && description],
    ['ColumnKeywords', column && '法治政府建设年度报告'],
    ['ColumnType', column && '法治政府建设'],
    ['ArticleTitle', report?.title],
    ['PubDate', report?.published],
    ['ContentSource', report && (report.source.site ?? report.agency)],
  ];
  return tags.filter((tag): tag is [string, string] => tag[1] !== undefined);
}
