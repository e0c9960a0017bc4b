/** The five reports of the archive: raw in, the committed Markdown out, and what a reader must find in them. */
import { expect, test } from 'vitest';
import { PROJECT_CONTENT } from '../../src/content.ts';
import { normalise } from './folder.ts';

const run = await normalise(PROJECT_CONTENT, { check: true });
const report = (id: string) => {
  const found = run.reports.find(({ metadata }) => metadata.agencyId === id);
  if (!found) throw new Error(`no report of ${id}`);
  return found;
};
const headings = (id: string, depth: number) =>
  report(id)
    .blocks.filter((block) => block.depth === depth)
    .map(({ text }) => text);
const section = (id: string, theme: string) => {
  const { metadata, blocks } = report(id);
  const anchor = metadata.sections.findLast((s) => s.theme === theme)?.anchor;
  return blocks.find((block) => block.anchor === anchor);
};

test('the committed Markdown is what the raw texts give', () => {
  expect(run.changed).toEqual([]);
  expect(run.diagnostics).toEqual([]);
});

test.each([
  [
    '370200-zfbgt',
    '青岛市人民政府办公厅',
    'department',
    'prefecture',
    '370200',
    2022,
    '2023-02-01',
    undefined,
  ],
  ['630202-zf', '海东市乐都区人民政府', 'government', 'county', '630202', 2022, '2022-12-09', undefined],
  [
    '370100-xjdnzhqbqgwh',
    '中共济南新旧动能转换起步区工委、济南新旧动能转换起步区管委会',
    'development-zone',
    'county',
    '370100',
    2023,
    undefined,
    '2024-01-31',
  ],
  ['371300-zf', '临沂市人民政府', 'government', 'prefecture', '371300', 2022, '2023-02-28', undefined],
  [
    '441400-zfbgs',
    '梅州市人民政府办公室',
    'department',
    'prefecture',
    '441400',
    2020,
    '2021-01-07',
    '2021-01-07',
  ],
] as const)(
  '%s is by whom, where and when it says',
  (id, agency, agencyType, level, regionCode, year, published, signed) => {
    const { metadata } = report(id);
    expect({ ...metadata, published: metadata.published, signed: metadata.signed }).toMatchObject({
      agency,
      agencyType,
      level,
      regionCode,
      year,
      published,
      signed,
    });
  },
);

test('titles are whole and name who reports; what was printed is kept', () => {
  expect(report('370200-zfbgt').metadata).toMatchObject({
    title: '青岛市人民政府办公厅2022年度法治政府建设报告',
    printedTitle: '2022年度法治政府建设报告',
  });
  expect(report('370100-xjdnzhqbqgwh').metadata.title).toBe(
    '中共济南新旧动能转换起步区工委 济南新旧动能转换起步区管委会关于2023年度法治政府建设情况报告',
  );
  expect(report('441400-zfbgs').metadata.title).toBe('梅州市人民政府办公室2020年法治政府建设年度报告');
});

test('headings stand at their depth, and enumerations stay text', () => {
  expect(headings('370200-zfbgt', 2)).toHaveLength(7);
  expect(headings('630202-zf', 2)).toHaveLength(6);
  expect(headings('370100-xjdnzhqbqgwh', 2)).toHaveLength(4);
  expect(headings('370100-xjdnzhqbqgwh', 3)).toEqual([]);
  expect(headings('371300-zf', 2)).toHaveLength(3);
  expect(headings('371300-zf', 3)).toHaveLength(11);
  expect(headings('441400-zfbgs', 2)).toHaveLength(4);
  expect(headings('441400-zfbgs', 4)).toHaveLength(6);
  for (const { blocks } of run.reports)
    expect(blocks.filter(({ depth, text }) => depth > 0 && /^[一二三四五六七]是/.test(text))).toEqual([]);
});

test('problems and plans are found as sections and as closing paragraphs', () => {
  expect(section('370200-zfbgt', 'problems')?.text).toMatch(/^一年来，法治建设虽然/);
  expect(section('370200-zfbgt', 'plans')?.text).toMatch(/^2023年，市政府办公厅将/);
  expect(section('630202-zf', 'problems')?.text).toMatch(/仍存在一些问题和不足/);
  expect(section('630202-zf', 'plans')?.text).toMatch(/^下一步/);
  expect(section('371300-zf', 'problems')?.text).toBe('二、存在问题');
  expect(section('441400-zfbgs', 'plans')?.text).toBe('四、下一步工作计划');
});

test('no line of the page is left in a text, and each is on record', () => {
  for (const { metadata, blocks } of run.reports) {
    const text = blocks.map((block) => block.text).join('\n');
    expect(text).not.toMatch(/^(?:字体大小|字号|浏览|当前位置|扫一扫|来源|时间|.*发布日期)/m);
    for (const { line } of metadata.removed) expect(line).toBeGreaterThan(0);
  }
  expect(report('370200-zfbgt').metadata.removed.map(({ rule }) => rule)).toEqual([
    'page-data',
    'font-size',
    'qr-code',
  ]);
});

test('brackets inside book marks are text', () => {
  const text = report('371300-zf')
    .blocks.map((block) => block.text)
    .join('\n');
  expect(text).toContain('《临沂市贯彻落实〈法治政府建设实施纲要（2021—2025年）〉实施方案》');
  expect(text).toContain('《贯彻落实<法治政府建设实施纲要（2021—2025年）>实施方案》');
});
