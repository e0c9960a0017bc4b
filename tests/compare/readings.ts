/** Readings and reports for tests: what a test is about is given, the rest stands for itself. */
import type { Metadata, Reading } from '../../src/report/schema.ts';

let places = 0;

export function reading(own: Partial<Reading> & Pick<Reading, 'metric' | 'value'>): Reading {
  places += 1;
  return {
    unit: '件',
    bound: 'exact',
    scope: 'unknown',
    printed: `${own.value}件`,
    at: `n-00000000-${places}`,
    quote: `${own.value}件`,
    paragraph: 'p-00000000',
    start: 0,
    rule: 'test',
    ...own,
  };
}

export function report(own: Partial<Metadata>): Metadata {
  return {
    title: '法治政府建设年度报告',
    agency: '某市人民政府',
    agencyId: '370100-zf',
    level: 'prefecture',
    agencyType: 'government',
    province: '山东省',
    regionCode: '370100',
    year: 2022,
    source: { file: 'a.txt', sha256: '0'.repeat(64), bytes: 0, encoding: 'utf-8' },
    sections: [],
    readings: [],
    figures: [],
    changes: [],
    checks: [],
    removed: [],
    repairs: [],
    corrections: [],
    ...own,
  };
}

/** A catalogue of the metrics that tests use. */
export const CATALOGUE = new Map(
  [
    { id: 'a.cases', name: '案件', theme: 'a', series: [['件', '宗', '起']] },
    { id: 'a.trained', name: '培训', theme: 'a', series: [['人次'], ['人', '名']] },
  ].map((metric) => [metric.id, metric]),
);
