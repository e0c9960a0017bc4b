/**
 * The columns of the tables that others compute with. One list makes the CSV, the Parquet file and the schema
 * in datapackage.json, so that they cannot disagree. Names are those of the frontmatter.
 */
import type { Metric, Theme } from '../report/catalogue.ts';
import type { Metadata, Reading } from '../report/schema.ts';
import { reportId } from '../report/store.ts';
import { urls } from '../site/urls.ts';
import { absoluteUrl } from './citation.ts';

export type Cell = string | number | undefined;

export interface Column<Row> {
  name: string;
  /** A Frictionless field type. */
  type: 'string' | 'integer' | 'number' | 'date' | 'year';
  /** Name in Chinese. */
  title: string;
  description?: string;
  /** Rows stand in its order, by and large: what is sought in it lies in few places of a table. */
  ordered?: true;
  /** Undefined where the archive does not know it: an empty cell, never 0. */
  value(row: Row): Cell;
}

export interface ReportRow {
  report: Metadata;
  /** Of the report's page: absolute where the site has a base, else below the site's root. */
  url: string;
}

export interface ReadingRow extends ReportRow {
  reading: Reading;
  metric: Metric | undefined;
  theme: Theme | undefined;
}

/** Address of a report's page for the tables: absolute where `base` is set, else below the site's root. */
export function tableUrl(base: string | undefined, report: Metadata): string {
  const path = urls.report(reportId(report));
  return absoluteUrl(base, path) ?? path;
}

const KEY: Column<ReportRow>[] = [
  {
    name: 'agencyId',
    type: 'string',
    ordered: true,
    title: '机关编号',
    value: ({ report }) => report.agencyId,
  },
  { name: 'year', type: 'year', title: '报告年度', value: ({ report }) => report.year },
];

const WHO: Column<ReportRow>[] = [
  { name: 'agency', type: 'string', title: '机关', value: ({ report }) => report.agency },
  { name: 'agencyType', type: 'string', title: '机关类型', value: ({ report }) => report.agencyType },
  { name: 'level', type: 'string', title: '层级', value: ({ report }) => report.level },
  { name: 'province', type: 'string', ordered: true, title: '省', value: ({ report }) => report.province },
  { name: 'city', type: 'string', ordered: true, title: '市', value: ({ report }) => report.city },
  { name: 'county', type: 'string', ordered: true, title: '县', value: ({ report }) => report.county },
  {
    name: 'regionCode',
    type: 'string',
    ordered: true,
    title: '行政区划代码',
    description: 'GB/T 2260',
    value: ({ report }) => report.regionCode,
  },
];

/** One report a row; agencyId and year are its key. */
export const REPORT_COLUMNS: Column<ReportRow>[] = [
  ...KEY,
  ...WHO,
  {
    name: 'issuers',
    type: 'string',
    title: '联合发布机关',
    description: '以顿号分隔；单独发布时为空',
    value: ({ report }) => report.issuers?.join('、'),
  },
  { name: 'title', type: 'string', title: '标题', value: ({ report }) => report.title },
  {
    name: 'printedTitle',
    type: 'string',
    title: '原文标题',
    description: '与标题不同时才有',
    value: ({ report }) => report.printedTitle,
  },
  {
    name: 'published',
    type: 'date',
    title: '发布日期',
    description: '以页面标注为准',
    value: ({ report }) => report.published,
  },
  { name: 'signed', type: 'date', title: '落款日期', value: ({ report }) => report.signed },
  { name: 'collected', type: 'date', title: '采集日期', value: ({ report }) => report.collected },
  { name: 'sourceSite', type: 'string', title: '来源网站', value: ({ report }) => report.source.site },
  { name: 'sourceUrl', type: 'string', title: '来源网址', value: ({ report }) => report.source.url },
  {
    name: 'sha256',
    type: 'string',
    title: '原始文件的SHA-256',
    description: '原始文件在 raw/<sha256>.bin',
    value: ({ report }) => report.source.sha256,
  },
  { name: 'bytes', type: 'integer', title: '原始文件字节数', value: ({ report }) => report.source.bytes },
  { name: 'encoding', type: 'string', title: '原始文件编码', value: ({ report }) => report.source.encoding },
  { name: 'readings', type: 'integer', title: '指标读数个数', value: ({ report }) => report.readings.length },
  {
    name: 'figures',
    type: 'integer',
    title: '指标以外的数字个数',
    value: ({ report }) => report.figures.length,
  },
  { name: 'url', type: 'string', title: '报告页', value: ({ url }) => url },
];

/** One reading a row, in long form. */
export const READING_COLUMNS: Column<ReadingRow>[] = [
  ...KEY,
  ...WHO,
  { name: 'metric', type: 'string', title: '指标编号', value: ({ reading }) => reading.metric },
  { name: 'metricName', type: 'string', title: '指标', value: ({ metric }) => metric?.name },
  { name: 'theme', type: 'string', title: '主题', value: ({ theme }) => theme?.name },
  {
    name: 'value',
    type: 'number',
    title: '数值',
    description: '换算为基本单位：1.7万为17000，95%为95',
    value: ({ reading }) => reading.value,
  },
  {
    name: 'max',
    type: 'number',
    title: '上限',
    description: '仅当bound为range',
    value: ({ reading }) => reading.max,
  },
  { name: 'unit', type: 'string', title: '单位', value: ({ reading }) => reading.unit || undefined },
  {
    name: 'bound',
    type: 'string',
    title: '界限',
    description:
      'exact恰为，more-than余·超过，at-least以上（含本数），at-most以内，nearly近，about约，range区间',
    value: ({ reading }) => reading.bound,
  },
  {
    name: 'scope',
    type: 'string',
    title: '口径',
    description: 'area全域，own本级，unknown未写明',
    value: ({ reading }) => reading.scope,
  },
  {
    name: 'part',
    type: 'string',
    title: '分项',
    description: '同一指标并列的几个数靠它区分',
    value: ({ reading }) => reading.part,
  },
  {
    name: 'flags',
    type: 'string',
    title: '标记',
    description:
      '以分号分隔：cumulative累计数，mixed混合口径，carried-over含结转，conflict自述不一致，corrected经更正',
    value: ({ reading }) => reading.flags?.join(';'),
  },
  { name: 'printed', type: 'string', title: '原文数字', value: ({ reading }) => reading.printed },
  { name: 'quote', type: 'string', title: '原句', value: ({ reading }) => reading.quote },
  { name: 'paragraph', type: 'string', title: '段落锚点', value: ({ reading }) => reading.paragraph },
  {
    name: 'rule',
    type: 'string',
    title: '识读规则',
    value: ({ reading }) => reading.rule,
  },
  {
    name: 'url',
    type: 'string',
    title: '原文位置',
    description: '报告页中这个数字的永久链接',
    value: ({ url, reading }) => `${url}#${reading.at}`,
  },
];
