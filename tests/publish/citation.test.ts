import { expect, test } from 'vitest';
import {
  archiveCitation,
  CITATION_FORMATS,
  type CitationFormat,
  reportUrl,
  type Work,
} from '../../src/publish/citation.ts';

const cite = (id: CitationFormat, work: Work, access = {}) =>
  CITATION_FORMATS.find((format) => format.id === id)?.cite(work, access);

const office: Work = {
  agency: '青岛市人民政府办公厅',
  agencyId: '370200-zfbgt',
  title: '青岛市人民政府办公厅2022年度法治政府建设报告',
  year: 2022,
  published: '2023-02-01',
};
const joint: Work = {
  agency: '中共某区工委、某区管委会',
  issuers: ['中共某区工委', '某区管委会'],
  agencyId: '370100-gw',
  title: '2023年法治政府建设情况报告',
  year: 2023,
};
const access = {
  url: 'https://a.gov.cn/fazhi/reports/370200-zfbgt/2022.html#n-88405d73-51',
  accessed: '2026-11-22',
};

test.each<[string, CitationFormat, Work, object, string]>([
  [
    '2025: full-width brackets round the date of publication',
    'gbt7714-2025',
    office,
    access,
    '青岛市人民政府办公厅. 青岛市人民政府办公厅2022年度法治政府建设报告[EB/OL]. （2023-02-01）[2026-11-22]. https://a.gov.cn/fazhi/reports/370200-zfbgt/2022.html#n-88405d73-51.',
  ],
  [
    '2015: half-width brackets',
    'gbt7714-2015',
    office,
    access,
    '青岛市人民政府办公厅. 青岛市人民政府办公厅2022年度法治政府建设报告[EB/OL]. (2023-02-01)[2026-11-22]. https://a.gov.cn/fazhi/reports/370200-zfbgt/2022.html#n-88405d73-51.',
  ],
  [
    'two bodies, no date of publication, no address, not yet accessed',
    'gbt7714-2025',
    joint,
    {},
    '中共某区工委, 某区管委会. 2023年法治政府建设情况报告[EB/OL]. [引用日期].',
  ],
  [
    'more than three bodies: three and 等',
    'gbt7714-2015',
    { ...joint, issuers: ['甲局', '乙局', '丙局', '丁局'] },
    {},
    '甲局, 乙局, 丙局, 等. 2023年法治政府建设情况报告[EB/OL]. [引用日期].',
  ],
  ['a plain link', 'link', office, access, access.url],
])('%s', (_, format, work, where, expected) => {
  expect(cite(format, work, where)).toBe(expected);
});

test('BibTeX keeps bodies whole and special characters literal, with balanced braces', () => {
  const entry = cite('bibtex', { ...joint, title: '100% {法治} 政府_建设 \\ $5' }, access);
  expect(entry).toBe(
    [
      '@online{370100-gw-2023,',
      '  author = {{中共某区工委} and {某区管委会}},',
      '  title = {{100\\% \\textbraceleft{}法治\\textbraceright{} 政府\\_建设 \\textbackslash{} \\$5}},',
      '  url = {https://a.gov.cn/fazhi/reports/370200-zfbgt/2022.html#n-88405d73-51},',
      '  urldate = {2026-11-22},',
      '  langid = {chinese}',
      '}',
    ].join('\n'),
  );
});

test('CSL-JSON has the field names and date parts of its schema, and no unknown value', () => {
  expect(JSON.parse(cite('csl-json', office, access) ?? '')).toEqual([
    {
      id: '370200-zfbgt-2022',
      type: 'webpage',
      title: '青岛市人民政府办公厅2022年度法治政府建设报告',
      author: [{ literal: '青岛市人民政府办公厅' }],
      issued: { 'date-parts': [[2023, 2, 1]] },
      accessed: { 'date-parts': [[2026, 11, 22]] },
      URL: access.url,
      language: 'zh-CN',
    },
  ]);
  expect(Object.keys(JSON.parse(cite('csl-json', joint) ?? '')[0])).not.toContain('issued');
});

test('the archive as a whole is cited as a database', () => {
  const settings = { name: '法治年报档案', description: '' };
  expect(archiveCitation(settings)).toBe('法治年报档案[DB/OL]. [引用日期].');
  expect(
    archiveCitation({ ...settings, base: 'https://a.gov.cn/fazhi/', host: { organiser: '某市司法局' } }),
  ).toBe('某市司法局. 法治年报档案[DB/OL]. [引用日期]. https://a.gov.cn/fazhi/.');
});

test.each([
  ['https://a.gov.cn/fazhi/', 'https://a.gov.cn/fazhi/reports/370200-zfbgt/2022.html#p-88405d73'],
  ['https://a.gov.cn', 'https://a.gov.cn/reports/370200-zfbgt/2022.html#p-88405d73'],
  [undefined, undefined],
])('the address of a paragraph below %s', (base, expected) => {
  expect(reportUrl(base, office, 'p-88405d73')).toBe(expected);
});
