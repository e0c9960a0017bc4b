/** Everything that a folder of strangers' texts may hold: one run ends by itself and names each bad one. */
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'recheck';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { PROJECT_CONTENT } from '../../src/content.ts';
import { parseNoiseRules } from '../../src/ingest/noise.ts';
import { parseReport } from '../../src/report/markdown.ts';
import { docx } from '../ingest/documents.ts';
import { codes, contentWith, markdown, normalise, normalised, page } from './folder.ts';

/** Texts that try to become something else, each in a paragraph of its own. */
const TRICKS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<iframe src="https://evil.example"></iframe>',
  '[点我](javascript:alert(1))',
  '![图](https://evil.example/a.png)',
  '---',
  'title: "假标题"',
  '# 假一级标题',
  '- 列表',
  '1986. 年',
  '    代码',
  '```js',
  '| 表 | 格 |',
  '{{ constructor }}',
  '{% raw %}',
  '<%= 1 %>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a text that somebody may have left in a page.
  '${process.env}',
  '=HYPERLINK("https://evil.example")',
  '../../../etc/passwd',
  '&lt;b&gt;',
  '*强调* _下划_ ~~删除~~',
  '<!-- 注释 -->',
];

test('text that would become markup stays text, sign for sign', async () => {
  const { content, reports } = await normalised({
    'a.txt': page({ body: TRICKS.map((trick) => `\n${trick}全文如此，不作改动。\n`).join('') }),
  });
  const file = markdown(content, '430725-zf/2022');
  const { metadata, blocks } = parseReport(file);
  expect(metadata.title).toBe('桃源县人民政府关于2022年度法治政府建设情况的报告');
  expect(blocks).toEqual(reports[0]?.blocks);
  const text = blocks.map((block) => block.text).join('\n');
  for (const trick of TRICKS)
    expect(text.replace(/[，：；:;]/g, ',')).toContain(trick.trim().replace(/[，：；:;]/g, ','));
  expect(blocks.filter(({ depth }) => depth > 0).map((block) => block.text)).not.toContain('假一级标题');
});

test('NUL, control, zero-width and bidi characters leave no trace but a count', async () => {
  const { content, reports } = await normalised({
    'a.txt': page({ body: '\n全\u0000市\u200b各\u202e级\u0007机\ufeff关\u00a0依\u2066法\u00ad行政。\n' }),
  });
  expect(markdown(content, '430725-zf/2022')).toContain('全市各级机关 依法行政。');
  const rules = reports[0]?.metadata.repairs.map(({ rule }) => rule);
  expect(rules).toEqual(expect.arrayContaining(['bidi', 'control', 'zero-width']));
});

test('a folder of giants, links and odd names ends in seconds and names each bad one', async () => {
  const longLine = `${'全市依法行政工作，'.repeat(230_000)}。`;
  const numbers = Array.from({ length: 50_000 }, (_, i) => `办理案件${i}件`).join('，');
  const content = contentWith({
    'good.txt': page(),
    'long-line.txt': page({ year: 2021, body: `\n${longLine}\n` }),
    'list.txt': page({ year: 2013, body: `\n${numbers.replaceAll('，', '、')}。\n` }),
    'numbers.txt': page({ year: 2020, body: `\n${numbers}。\n` }),
    'brackets.txt': page({ year: 2019, body: `\n${'（('.repeat(50_000)}\n` }),
    'spaces.txt': page({
      year: 2018,
      body: `\n当前位置${' '.repeat(100_000)}>\n${'\u3000'.repeat(100_000)}来源\n`,
    }),
    'headings.txt': page({ year: 2017, body: '一、\n'.repeat(10_000) }),
    'question.txt': `${'什么'.repeat(100_000)}?`,
    'addresses.txt': page({ year: 2016, body: `\n${'a.b@'.repeat(50_000)}\n` }),
    'nul.txt': new Uint8Array(100_000),
    "我's #1%&?.txt": page({ year: 2015 }),
    '..txt': page({ year: 2014 }),
  });
  mkdirSync(join(content, 'raw', 'folder.txt'));
  symlinkSync('/dev/zero', join(content, 'raw', 'endless.txt'));
  const run = await normalise(content);
  expect(codes(run.diagnostics)).toEqual({
    'endless.txt': 'symbolic-link',
    'nul.txt': 'binary-file',
    'question.txt': 'not-a-report',
  });
  expect(run.reports.map(({ metadata }) => metadata.year).sort()).toEqual([
    2013, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022,
  ]);
}, 180_000);

test('bombs, bottomless pages, endless lists and links in circles are named at once', async () => {
  const content = contentWith({
    'good.txt': page(),
    'bomb.docx': await docx(['a'.repeat(40_000_000)]),
    'paragraphs.docx': await docx(Array.from({ length: 30_000 }, (_, i) => `第${i}段`)),
    'deep.html': `<html><body>${'<div>'.repeat(50_000)}${page({ year: 2021 })}`,
    'marks.html': `<html><body>${'<'.repeat(500_000)}`,
    'lines.txt': page({ year: 2020, body: '一、\n'.repeat(1_000_000) }),
    'blank.txt': page({ year: 2019, body: '\n'.repeat(1_000_000) }),
    'open.pdf': `%PDF-1.4\n${'1 0 obj << '.repeat(50_000)}`,
    'folder/inside.txt': page({ year: 2018 }),
  });
  symlinkSync('..', join(content, 'raw', 'folder', 'circle'));
  symlinkSync('/etc/hostname', join(content, 'raw', 'good.txt.yaml'));
  const run = await normalise(content);
  expect(codes(run.diagnostics)).toEqual({
    'good.txt.yaml': 'symbolic-link',
    'folder/circle': 'symbolic-link',
    'bomb.docx': 'oversized-file',
    'paragraphs.docx': 'oversized-file',
    'deep.html': 'oversized-file',
    'marks.html': 'oversized-file',
    'lines.txt': 'oversized-file',
    'blank.txt': 'oversized-file',
    'open.pdf': 'binary-file',
  });
  expect(run.reports.map(({ metadata }) => metadata.year).sort()).toEqual([2018, 2022]);
}, 60_000);

const NAMES = ['noise', 'kinds', 'organs'] as const;

/** Every pattern that the rules of a content file hold. */
function patternsOf(name: (typeof NAMES)[number]): string[] {
  const text = readFileSync(join(PROJECT_CONTENT, `${name}.yaml`), 'utf8');
  if (name === 'noise') return parseNoiseRules(text).all.map(({ pattern }) => pattern.source);
  const data = parse(text) as { rules?: { pattern: string }[]; types?: { pattern: string }[] };
  return [...(data.rules ?? []), ...(data.types ?? [])].map(({ pattern }) => pattern);
}

test.each(NAMES)(
  'no pattern of %s.yaml can be made to run for ever',
  async (name) => {
    for (const pattern of patternsOf(name)) {
      const verdict = JSON.stringify(await check(pattern, 'u', { timeout: 1000 }));
      expect(verdict.includes('"exponential"') ? pattern : '').toBe('');
    }
  },
  180_000,
);
