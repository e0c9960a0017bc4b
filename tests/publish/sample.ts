/** A small archive, built in memory. */
import { anchorBlocks, numberAnchor } from '../../src/report/anchors.ts';
import { type Archive, makeArchive } from '../../src/report/archive.ts';
import type { Report } from '../../src/report/report.ts';
import type { Metadata, Reading } from '../../src/report/schema.ts';
import { type ReportId, reportId } from '../../src/report/store.ts';
import type { Settings } from '../../src/site/settings.ts';

export const SETTINGS: Settings = { name: '法治年报档案', description: '年度报告的全文、数字与出处。' };

/** A report whose text is `texts` and whose readings are the numbers in it, each a reading of `metric`. */
export function sampleReport(
  own: Partial<Metadata>,
  texts: string[] = ['全年办结行政复议案件12件。'],
  metric = 'reconsideration.concluded',
): Report {
  const blocks = anchorBlocks(texts.map((text) => ({ depth: 0 as const, text })));
  const readings = blocks.flatMap((block) =>
    [...block.text.matchAll(/\d+/g)].map(
      ({ 0: digits, index }): Reading => ({
        metric,
        value: Number(digits),
        unit: '件',
        bound: 'exact',
        scope: 'unknown',
        printed: `${digits}件`,
        at: numberAnchor(block, index),
        quote: block.text,
        paragraph: block.anchor,
        start: 0,
        rule: 'sample',
      }),
    ),
  );
  const agencyId = own.agencyId ?? '370200-zf';
  const metadata: Metadata = {
    title: '青岛市人民政府2022年法治政府建设情况报告',
    agency: '青岛市人民政府',
    agencyId,
    agencyType: 'government',
    level: 'prefecture',
    province: '山东省',
    city: '青岛市',
    regionCode: '370200',
    year: 2022,
    published: '2023-02-01',
    source: { file: `${agencyId}.txt`, sha256: 'a'.repeat(64), bytes: 6, encoding: 'utf-8' },
    sections: [],
    readings,
    figures: [],
    changes: [],
    checks: [],
    removed: [],
    repairs: [],
    corrections: [],
    ...own,
  };
  return { metadata, blocks };
}

/** What the writers are handed: an archive of `reports`, their texts, and the same few raw bytes for each. */
export function publication(reports: Report[], settings: Partial<Settings> = {}) {
  const byId = new Map<ReportId, Report>(reports.map((report) => [reportId(report.metadata), report]));
  const archive: Archive = makeArchive({
    settings: { ...SETTINGS, ...settings },
    metrics: [
      { id: 'reconsideration.concluded', name: '行政复议案件办结', series: [['件']], theme: 'disputes' },
    ],
    themes: [{ id: 'disputes', name: '矛盾纠纷化解' }],
    deadlines: [],
    checkNames: new Map(),
    entries: reports.map(({ metadata }) => ({ metadata, fingerprint: '' })),
  });
  return {
    archive,
    report: (id: ReportId) => byId.get(id) as Report,
    raw: () => new TextEncoder().encode('原文'),
  };
}
