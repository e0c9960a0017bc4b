import { expect, test } from 'vitest';
import { publicRaw } from '../../src/normalise/raw.ts';
import { codes, markdown, normalised, page } from './folder.ts';

test('an editor corrects what the page says, with the reason', async () => {
  const { reports } = await normalised({
    'a.txt': page(),
    'a.txt.yaml': 'agency: 临澧县人民政府\nyear: 2021\npublished: 2022-03-01\nreason: 页面误植\n',
  });
  expect(reports[0]?.metadata).toMatchObject({
    agency: '临澧县人民政府',
    agencyId: '430724-zf',
    regionCode: '430724',
    year: 2021,
    published: '2022-03-01',
    corrections: [
      { field: 'agency', from: '桃源县人民政府', to: '临澧县人民政府', reason: '页面误植' },
      { field: 'year', from: 2022, to: 2021, reason: '页面误植' },
      { field: 'published', to: '2022-03-01', reason: '页面误植' },
    ],
  });
});

test('an editor corrects a reading by its anchor; a stale anchor is named', async () => {
  const { reports } = await normalised({ 'a.txt': page() });
  const reading = reports[0]?.metadata.readings.find(({ metric }) => metric === 'reconsideration.received');
  expect(reading?.value).toBe(12);
  const again = await normalised({
    'a.txt': page(),
    'a.txt.yaml': `readings:\n  ${reading?.at}: { value: 14, reason: 勘误 }\n  n-00000000-1: { value: 1, reason: 旧 }\n`,
  });
  const { metadata } = again.reports[0] as (typeof again.reports)[0];
  expect(metadata.readings.find(({ at }) => at === reading?.at)).toMatchObject({
    value: 14,
    flags: ['corrected'],
  });
  expect(metadata.corrections).toEqual([{ field: reading?.at, from: 12, to: 14, reason: '勘误' }]);
  expect(codes(again.diagnostics)).toEqual({ 'a.txt': 'stale-correction' });
});

test.each([
  ['year: 2021\n', /reason/],
  ['colour: red\n', /colour|file/],
  ['redact:\n  - { pattern: "(a", reason: x }\n', /redact/],
  ['collected: yesterday\n', /collected/],
  ['a: [\n', /./],
  ['year: 1066\nreason: x\n', /year/],
  ['published: 2024-02-30\nreason: x\n', /published/],
  ['url: "javascript:alert(1)"\n', /url/],
  ['agency: ../../etc\nreason: x\n', /agency/],
  [
    `a: &a [x]\n${Array.from({ length: 9 }, (_, i) => `b${i}: &b${i} [${`*${i ? `b${i - 1}` : 'a'},`.repeat(9)}]\n`).join('')}`,
    /alias/,
  ],
  ['year: 2021\nyear: 2022\nreason: x\n', /^a\.txt\.yaml: [^\n]*$/],
])('a wrong sidecar leaves its source out: %s', async (yaml, message) => {
  const run = await normalised({ 'a.txt': page(), 'a.txt.yaml': yaml });
  expect(run.reports).toEqual([]);
  expect(run.diagnostics).toMatchObject([{ code: 'bad-sidecar', message: expect.stringMatching(message) }]);
});

test('redacted words are nowhere: not in the Markdown, not in the copy of the source', async () => {
  const { content, reports } = await normalised({
    'a.txt': page({ body: '\n联系人张三丰，电话0736-1234567。\n' }),
    'a.txt.yaml': 'redact:\n  - { pattern: "张三.|0736-\\\\d+", reason: 个人信息 }\n',
  });
  expect(markdown(content, '430725-zf/2022')).not.toMatch(/张三|0736/);
  const { source, repairs } = (reports[0] as (typeof reports)[0]).metadata;
  expect(repairs).toContainEqual({ rule: 'redacted', count: 2 });
  const copy = new TextDecoder().decode(publicRaw(content, source));
  expect(copy).not.toMatch(/张三|0736/);
  expect(copy).toContain('行政复议申请12件');
});

test('identity and mobile numbers are masked and listed until the editor says otherwise', async () => {
  const body =
    '\n咨询电话13807361234，身份证430725198001011234，总投资13800000000元，索引号11430725006123456P。\n';
  const masked = await normalised({ 'a.txt': page({ body }) });
  const text = markdown(masked.content, '430725-zf/2022');
  expect(text).not.toMatch(/13807361234|430725198001011234/);
  expect(text).toContain('13800000000元');
  expect(text).toContain('11430725006123456P');
  expect(masked.diagnostics.map(({ code }) => code)).toEqual(['personal-data', 'personal-data']);
  expect(JSON.stringify(masked.diagnostics)).not.toContain('13807361234');
  const meant = await normalised({ 'a.txt': page({ body }), 'a.txt.yaml': 'unmask: true\n' });
  expect(markdown(meant.content, '430725-zf/2022')).toContain('13807361234');
});

test('a withdrawn report keeps who, when and why, and nothing of its text', async () => {
  const { content, reports } = await normalised({
    'a.txt': page(),
    'a.txt.yaml': 'withdrawn: 应发布机关要求撤下\n',
  });
  const { metadata, blocks } = reports[0] as (typeof reports)[0];
  expect(metadata).toMatchObject({
    agency: '桃源县人民政府',
    year: 2022,
    withdrawn: '应发布机关要求撤下',
    readings: [],
  });
  expect(blocks).toEqual([]);
  expect(markdown(content, '430725-zf/2022')).not.toContain('行政复议');
  expect(new TextDecoder().decode(publicRaw(content, metadata.source))).not.toContain('行政复议');
});

test('what the rules take for another page is a report where the editor says so', async () => {
  const news = page().replace('关于2022年度法治政府建设情况的报告', '召开2022年度法治政府建设情况报告');
  expect((await normalised({ 'a.txt': news })).reports).toEqual([]);
  expect((await normalised({ 'a.txt': news, 'a.txt.yaml': 'report: true\n' })).reports).toHaveLength(1);
});
