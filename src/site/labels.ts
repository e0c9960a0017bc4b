/** What the codes of the frontmatter are called on the site. */

import type { Spread } from '../compare/spread.ts';
import type { CORRECTABLE } from '../ingest/sidecar.ts';
import type { Metric } from '../report/catalogue.ts';
import type { AgencyType, Content, Flag, Level, Reading, Scope } from '../report/schema.ts';

export const LEVEL_LABELS: Record<Level, string> = {
  national: '国家级',
  province: '省级',
  prefecture: '市级',
  county: '县级',
  township: '乡级',
};

export const TYPE_LABELS: Record<AgencyType, string> = {
  government: '政府',
  department: '部门',
  'development-zone': '开发区',
  township: '乡镇街道',
  ministry: '部委',
};

const SCOPE_LABELS: Record<Scope, string> = { area: '全域', own: '本级', unknown: '' };

/** What sets a reading apart from others of its metric: 本级 · 实地; empty where nothing does. */
export function apartLabel({ scope, part }: Pick<Reading, 'scope' | 'part'>): string {
  return [SCOPE_LABELS[scope], part].filter(Boolean).join(' · ');
}

/** 全域, or that the report does not say. */
export function scopeLabel(scope: Scope): string {
  return SCOPE_LABELS[scope] || '口径未写明';
}

/** 全域 · 人次: what sets a spread apart from the metric's others. */
export function spreadLabel({ scope, least }: Spread, metric: Pick<Metric, 'series'>): string {
  return [scopeLabel(scope), metric.series.length > 1 && least.reading.unit].filter(Boolean).join(' · ');
}

/** What the cells of agencies by years mean. */
export const GRID_NOTE =
  '格中数字是该报告披露的可比指标数；“·”表示档案中没有这一年的报告（未收录），不表示没有发布。';

export const FLAG_LABELS: Record<Flag, string> = {
  cumulative: '累计数',
  mixed: '混合口径',
  'carried-over': '含结转',
  conflict: '自述不一致',
  corrected: '经更正',
};

/** The fields of a report that an editor can correct. */
export const FIELD_LABELS: Record<(typeof CORRECTABLE)[number], string> = {
  agency: '机关',
  year: '报告年度',
  title: '标题',
  published: '公开日期',
  signed: '落款日期',
  level: '层级',
};

export const CONTENT_LABELS: Record<Content, string> = {
  measures: '主要举措和成效',
  shortcomings: '不足和原因',
  responsibility: '第一责任人履职',
  plans: '下一年度安排',
  other: '其他',
};

/** 市级部门: level and type together, as far as they are known. */
export function agencyKind({
  level,
  type,
}: {
  level?: Level | undefined;
  type?: AgencyType | undefined;
}): string {
  return [level && LEVEL_LABELS[level], type && type !== 'government' && TYPE_LABELS[type]]
    .filter(Boolean)
    .join('');
}

/** The rules that removed a line or repaired a character, by id; see content/noise.yaml. */
const RULE_LABELS: Record<string, string> = {
  'above-title': '标题以上',
  accessibility: '无障碍工具',
  'around-title': '标题前后',
  attachment: '附件',
  'below-signature': '落款以下',
  'below-text': '正文以下',
  breadcrumb: '所在位置',
  clock: '日期时钟',
  'column-heading': '栏目名',
  counter: '浏览次数',
  dateline: '发布信息',
  'document-number': '发文字号',
  'font-size': '字号',
  'hidden-text': '隐藏文字',
  imprint: '版记',
  'licence-number': '备案号',
  'outside-main-text': '网页其他部分',
  'page-data': '页面数据',
  'page-residue': '页面残留',
  'previous-next': '上一篇、下一篇',
  print: '打印',
  'qr-code': '二维码',
  'read-aloud': '朗读',
  'reading-time': '阅读时长',
  related: '相关链接',
  'repeated-title': '重复标题',
  share: '分享',
  'site-contact': '网站联系方式',
  'site-links': '网站链接',
  'site-notice': '网站声明',
  source: '来源',
  bidi: '方向控制符',
  bracket: '括号',
  colon: '冒号',
  comma: '逗号',
  control: '控制字符',
  'exclamation-mark': '叹号',
  'full-stop': '句号',
  'question-mark': '问号',
  'private-use': '私用字符',
  semicolon: '分号',
  'zero-width': '零宽字符',
  'joined-line': '断行接续',
  'lost-line-end': '补回分段',
  'run-in-heading': '标题与正文分开',
  pinyin: '注音',
  watermark: '夹入的网站字样',
  redacted: '编辑隐去',
  'masked-identity-number': '隐去身份证号码',
  'masked-mobile-number': '隐去手机号码',
};

/** A rule in words, or its id where it has none here. */
export function ruleLabel(rule: string): string {
  return RULE_LABELS[rule] ?? rule;
}
