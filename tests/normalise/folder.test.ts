import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseReport } from '../../src/report/markdown.ts';
import { codes, contentWith, markdown, normalise, normalised, page } from './folder.ts';

test('each bad source is named with its code, and the good ones are read', async () => {
  const run = await normalised({
    'good.txt': page(),
    'empty.txt': '',
    'blank.txt': ' \n\n\u3000\n',
    'picture.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]),
    'noise.txt': Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256),
    'nobody.txt': page({ agency: '我局' }),
    'unplaced.txt': page({ agency: '区司法局' }),
    'yearless.txt':
      '桃源县人民政府关于法治政府建设情况的报告\n\n桃源县人民政府坚持依法行政，现将法治政府建设情况报告如下。\n\n一、主要成效\n\n成效明显。\n',
    'news.txt':
      '近日，桃源县召开2022年度法治政府建设工作推进会，县委书记出席会议并讲话，会议强调要扎实推进。\n',
  });
  expect(codes(run.diagnostics)).toEqual({
    'empty.txt': 'empty-file',
    'blank.txt': 'empty-file',
    'picture.txt': 'binary-file',
    'noise.txt': expect.stringMatching(/binary-file|undecodable-file/),
    'nobody.txt': 'no-agency',
    'unplaced.txt': 'no-agency',
    'yearless.txt': 'no-year',
    'news.txt': 'not-a-report',
  });
  expect(run.reports.map(({ metadata }) => `${metadata.agencyId}/${metadata.year}`)).toEqual([
    '430725-zf/2022',
  ]);
  expect([run.sources, run.leftOut]).toEqual([9, 8]);
  for (const { hint } of run.diagnostics) expect(hint).not.toBe('');
});

test('sub-folders are read, links and rights are respected', async () => {
  const content = contentWith({ '2022/桃源 #1%&.txt': page(), 'secret.txt': page({ year: 2021 }) });
  symlinkSync('/etc', join(content, 'raw', 'link'));
  symlinkSync(join(content, 'raw', 'secret.txt'), join(content, 'raw', 'link.txt'));
  mkdirSync(join(content, 'raw', 'folder.txt'));
  chmodSync(join(content, 'raw', 'secret.txt'), 0o000);
  const run = await normalise(content);
  const named = codes(run.diagnostics);
  expect(named).toMatchObject({ link: 'symbolic-link', 'link.txt': 'symbolic-link' });
  // Whoever may read everything is not stopped by a file's rights.
  if (process.getuid?.() !== 0) expect(named['secret.txt']).toBe('unreadable-file');
  expect(run.reports.map(({ metadata }) => metadata.source.file)).toContain('2022/桃源 #1%&.txt');
});

test('a second run changes nothing, and says so', async () => {
  const content = contentWith({ 'a.txt': page(), 'b.txt': page({ agency: '桃源县司法局' }) });
  const first = await normalise(content);
  expect(first.changed).toEqual(['agencies.yaml', 'reports/430725-sfj/2022.md', 'reports/430725-zf/2022.md']);
  expect(first.review.filter(({ what }) => what === 'new-agency').map(({ about }) => about)).toEqual([
    '430725-zf',
    '430725-sfj',
  ]);
  const second = await normalise(content, { check: true });
  expect(second.changed).toEqual([]);
  expect(second.review.filter(({ what }) => what === 'new-agency')).toEqual([]);
});

test('an id stays when its rule would now give another', async () => {
  const content = contentWith({ 'a.txt': page() });
  writeFileSync(
    join(content, 'agencies.yaml'),
    '- { id: 430725-old, name: 桃源县人民政府, region: "430725", organ: 人民政府, level: county, type: government }\n',
  );
  const { reports } = await normalise(content);
  expect(reports[0]?.metadata.agencyId).toBe('430725-old');
});

test('two bodies with the same initials get different ids', async () => {
  const { reports } = await normalised({
    'a.txt': page({ agency: '桃源县司法局' }),
    'b.txt': page({ agency: '桃源县税法局' }),
    'c.txt': page({ agency: '桃源县思法局' }),
  });
  expect(reports.map(({ metadata }) => metadata.agencyId)).toEqual([
    '430725-sfj',
    '430725-sfj-2',
    '430725-sfj-3',
  ]);
});

test('Markdown that was edited by hand is named and kept until it is forced', async () => {
  const content = contentWith({ 'a.txt': page() });
  await normalise(content);
  const file = join(content, 'reports/430725-zf/2022.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace('12件', '13件'));
  const run = await normalise(content);
  expect(codes(run.diagnostics)).toEqual({ 'reports/430725-zf/2022.md': 'edited-by-hand' });
  expect(readFileSync(file, 'utf8')).toContain('13件');
  await normalise(content, { force: true });
  expect(readFileSync(file, 'utf8')).not.toContain('13件');
});

test('a report that the disk has no room for is written by the next run, and not taken for edited', async () => {
  const content = contentWith({ 'a.txt': page({ body: '全年开展行政执法检查120次。'.repeat(200) }) });
  const folder = fileURLToPath(new URL('../../src/normalise/folder.ts', import.meta.url));
  const script = `import { normaliseFolder } from ${JSON.stringify(folder)};
    await normaliseFolder(${JSON.stringify(content)});`;
  const command = ['--input-type=module', '--eval', script];
  const run = spawnSync('sh', ['-c', 'ulimit -f 8; exec "$0" "$@"', process.execPath, ...command], {
    encoding: 'utf8',
  });
  expect(run.stderr).toContain('EFBIG');
  const { diagnostics, reports } = await normalise(content);
  expect(codes(diagnostics)).toEqual({});
  expect(reports.map(({ blocks }) => blocks.some(({ text }) => text.includes('执法检查120次')))).toEqual([
    true,
  ]);
});

test('a report whose source is gone goes too', async () => {
  const content = contentWith({ 'a.txt': page(), 'b.txt': page({ year: 2021 }) });
  await normalise(content);
  writeFileSync(join(content, 'raw/b.txt'), '');
  const run = await normalise(content);
  expect(run.changed).toEqual(['reports/430725-zf/2021.md']);
  expect(existsSync(join(content, 'reports/430725-zf/2021.md'))).toBe(false);
});

test('a reading that changes with the text is on the review list, with the reason', async () => {
  const content = contentWith({ 'a.txt': page() });
  await normalise(content);
  writeFileSync(join(content, 'raw/a.txt'), page().replace('12件', '15件'));
  const run = await normalise(content);
  const changed = run.review.filter(({ what }) => what === 'changed-reading');
  expect(changed.length).toBeGreaterThan(0);
  for (const { message } of changed) expect(message).toContain('the text changed');
});

test('the same text from two sites is one report with two sources', async () => {
  const { reports, diagnostics } = await normalised({
    'a.txt': page(),
    'b.txt': page({ head: '当前位置：首页 > 公告\n' }),
  });
  expect(diagnostics).toEqual([]);
  expect(reports).toHaveLength(1);
  expect(reports[0]?.metadata.versions).toMatchObject([{ identical: true }]);
});

test('two bodies of one name are not taken for one, a text and its copy are', async () => {
  const heading = '城中区应急管理局2022年度法治政府建设情况报告\n\n';
  const west = `${heading}2022年，我局处置突发事件3起。\n\n一、主要做法\n\n开展高原冰雪灾害演练2次，检查危险化学品企业41家。\n`;
  const south = `${heading}一年来，本局组织防汛值守。\n\n一、工作成效\n\n转移沿江群众620人，约谈烟花爆竹经营户9户。\n`;
  const { reports, diagnostics, leftOut } = await normalised({
    'a.txt': west,
    'b.txt': south,
    'c.txt': west.replace('41家', '43家'),
  });
  expect(reports).toHaveLength(1);
  expect(reports[0]?.metadata.versions).toHaveLength(1);
  const strangers = diagnostics.filter(({ code }) => code === 'same-report');
  expect(strangers).toMatchObject([{ file: 'b.txt', message: expect.stringContaining('a.txt') }]);
  expect(leftOut).toBe(1);
});

test('of two different texts the one collected last is shown, and the other is kept', async () => {
  const { content, reports } = await normalised({
    'new.txt': page({ body: '\n（二）行政应诉。办理应诉案件5件。\n' }),
    'new.txt.yaml': 'url: https://a.gov.cn/1.html\ncollected: 2024-05-01\n',
    'old.txt': page(),
    'old.txt.yaml': 'collected: 2023-03-01\n',
  });
  expect(reports).toHaveLength(1);
  const [{ metadata }] = reports as [(typeof reports)[0]];
  expect(metadata).toMatchObject({
    collected: '2024-05-01',
    source: { file: 'new.txt', url: 'https://a.gov.cn/1.html' },
    versions: [{ source: { file: 'old.txt' }, collected: '2023-03-01', identical: false }],
  });
  const older = metadata.versions?.[0]?.source.sha256.slice(0, 8);
  const kept = parseReport(markdown(content, `430725-zf/2022.${older}`));
  expect(kept.blocks.some(({ text }) => text.includes('应诉'))).toBe(false);
});
