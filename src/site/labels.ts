/** What the codes of the frontmatter are called on the site. */
import type { AgencyType, Content, Flag, Level, Scope } from '../report/schema.ts';

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

export const SCOPE_LABELS: Record<Scope, string> = { area: '全域', own: '本级', unknown: '' };

export const FLAG_LABELS: Record<Flag, string> = {
  cumulative: '累计数',
  mixed: '混合口径',
  'carried-over': '含结转',
  conflict: '自述不一致',
  corrected: '经更正',
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
