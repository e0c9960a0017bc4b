/** Nothing of a page is lost on the way: each letter and digit is in the title, in a block, or in `removed`. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentFile, PROJECT_CONTENT } from '../../src/content.ts';
import { clean } from '../../src/ingest/clean.ts';
import { readPage } from '../../src/ingest/page.ts';
import { punctuate } from '../../src/ingest/punctuation.ts';
import { loadIngestRules } from '../../src/ingest/rules.ts';
import { structure } from '../../src/ingest/structure.ts';
import { lettersAndDigits } from '../../src/report/anchors.ts';

const rules = loadIngestRules((name) => readFileSync(contentFile(PROJECT_CONTENT, name), 'utf8'));

const LINES = [
  '当前位置：首页 > 政务公开',
  '发布时间：2024-02-01 来源：本站',
  '安吉县人民政府',
  '关于2023年度法治政府建设情况的报告',
  '安吉县人民政府关于2023年度法治政府建设情况的报告',
  '县委、县政府：',
  '2023年，安吉县坚持依法行政，扎实推进法治政府建设各项工作，取得新的成效。',
  '一、主要举措和成效',
  '（一）行政复议。全年收到行政复议申请12件,受理10件。二、存在的问题。',
  '一是加强领导,召开会议4次;',
  '坚持以人民为中心，不断提升依法行政能力和水平，努力',
  '2024年1月20日',
  '扫一扫在手机打开当前页',
  '',
];

test('every letter and digit is accounted for', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...LINES), fc.string({ maxLength: 30 })), { maxLength: 20 }),
      (some) => {
        const { document, identity } = readPage(
          { text: some.join('\n'), encoding: 'utf-8', meta: {} },
          rules,
        );
        const { lines, removed } = clean(document, identity.title);
        const { blocks } = structure(lines);
        const printed = identity.title?.printed.map((i) => document.lines[i]?.text ?? '') ?? [];
        const kept = [
          ...printed,
          ...removed.map(({ text }) => text),
          ...blocks.map(({ text }) => punctuate(text).text),
        ];
        const sorted = (texts: readonly string[]) => [...lettersAndDigits(texts.join(''))].sort().join('');
        expect(sorted(kept)).toBe(sorted(document.lines.map(({ text }) => text)));
      },
    ),
    { numRuns: 300 },
  );
});
