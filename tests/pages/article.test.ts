/** The text of a report as HTML: the reader's text is the report's, whatever was read in it. */
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { anchorBlocks, numberAnchor } from '../../src/report/anchors.ts';
import { articleOf, blockHtml, runsHtml } from '../../src/site/article.ts';
import { outlineOf } from '../../src/site/outline.ts';
import { reading, report } from '../compare/readings.ts';

const hostile = fc.constantFrom(
  '<script>alert(1)</script>',
  '&lt;',
  '"',
  '‘',
  '12件',
  '近3,000余人',
  '】',
  ' ',
  '𠀀',
  '一百二十起',
);
const text = fc
  .array(fc.oneof(hostile, fc.string({ unit: 'binary' })), { minLength: 1 })
  .map((parts) => parts.join(''));

test('marks add no character and hostile text stays text', () => {
  fc.assert(
    fc.property(text, fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 6 }))), (words, cuts) => {
      const [block] = anchorBlocks([{ depth: 0, text: words }]);
      if (!block) return;
      const characters = [...words];
      const readings = cuts.map(([at, length], index) => {
        const start = at % characters.length;
        return reading({
          metric: `m${index}`,
          value: 1,
          printed: characters.slice(start, start + length).join(''),
          at: numberAnchor(block, characters.slice(0, start).join('').length),
          paragraph: block.anchor,
        });
      });
      const [article] = articleOf({ metadata: report({ readings }), blocks: [block] }, new Map());
      expect(article?.runs.map((run) => run.text).join('')).toBe(words);
      const ids = article?.runs.flatMap((run) => run.ids) ?? [];
      expect(new Set(ids).size).toBe(ids.length);
      for (const { at } of readings) expect(ids).toContain(at);
    }),
  );
});

test('numbers that overlap are one stretch, and each number is marked whole', () => {
  const words = '查处案件12－3件以上';
  const [block] = anchorBlocks([{ depth: 0, text: words }]);
  if (!block) throw new Error('no block');
  const readings = ['12－3', '－3件', '3件'].map((printed, index) =>
    reading({
      metric: `m${index}`,
      value: 1,
      printed,
      at: numberAnchor(block, words.indexOf(printed)),
      paragraph: block.anchor,
    }),
  );
  const [article] = articleOf({ metadata: report({ readings }), blocks: [block] }, new Map());
  expect(article?.runs.map((run) => run.text)).toEqual(['查处案件', '12－3件', '以上']);
  for (const { at } of readings) expect(article?.runs[1]?.ids).toContain(at);
});

describe('a paragraph', () => {
  const words = '收到复议申请6件，不予受理2件 <b>&amp;</b>';
  const [block] = anchorBlocks([{ depth: 0, text: words }]);
  if (!block) throw new Error('no block');
  const own = reading({
    metric: 'reconsideration.received',
    value: 6,
    printed: '6件',
    at: numberAnchor(block, words.indexOf('6件')),
    paragraph: block.anchor,
  });
  const [article] = articleOf({ metadata: report({ readings: [own] }), blocks: [block] }, new Map());
  const { document } = parseHTML(`<p>${runsHtml(article?.runs ?? [])}</p>`);

  test('shows its text', () => {
    expect(document.querySelector('p')?.textContent).toBe(words);
    expect(document.querySelector('b')).toBeNull();
  });
  test('has its number at its anchor, and at the id of the metric that it is the headline of', () => {
    expect(document.getElementById(own.at)?.textContent).toBe('6件');
    expect(document.getElementById('reconsideration.received')).not.toBeNull();
  });
});

describe('the signature', () => {
  const own = {
    agency: '甲市人民政府、甲市乙委员会',
    issuers: ['甲市人民政府', '甲市乙委员会'],
    signed: '2023-01-07',
  };
  const signed = (texts: string[], metadata = {}) => {
    const blocks = anchorBlocks(texts.map((text) => ({ depth: 0 as const, text })));
    return articleOf({ metadata: report({ ...own, ...metadata }), blocks }, new Map())
      .filter(({ signature }) => signature)
      .map(({ block }) => block.text);
  };
  const text = '2023年1月7日，甲市人民政府召开会议。';

  test.each([
    ['issuers line by line', ['甲市人民政府', '甲市乙委员会', '2023年1月7日']],
    ['joint issuers on one line', ['甲市人民政府 甲市乙委员会', '2023年1月7日']],
    ['issuer and date on one line', ['甲市人民政府　2023年1月7日']],
    ['a date in characters', ['甲市人民政府', '二〇二三年一月七日']],
    ['a date alone', ['（2023年1月7日）']],
  ])('is found: %s', (_, lines) => {
    expect(signed([text, ...lines])).toEqual(lines);
    expect(signed([text, ...lines, '附件：任务清单'])).toEqual(lines);
  });
  test('is found without a date at the end of the text', () => {
    expect(signed([text, '甲市人民政府'], { signed: undefined })).toEqual(['甲市人民政府']);
  });
  test.each([
    ['another body', ['丙市人民政府']],
    ['another day', ['2023年1月8日']],
    ['a sentence', [text]],
    ['too short a name', ['政府']],
  ])('is not %s', (_, lines) => {
    expect(signed([text, ...lines])).toEqual([]);
  });
  test('keeps its text character for character', () => {
    const blocks = anchorBlocks([{ depth: 0, text: '甲市人民政府　 2023年1月7日' }]);
    const [article] = articleOf({ metadata: report(own), blocks }, new Map());
    const { document } = parseHTML(article ? blockHtml(article, 0) : '');
    expect(document.querySelector('p.signature')?.textContent).toBe('甲市人民政府　 2023年1月7日');
  });
});

test('the contents give a heading without the full stop at its end', () => {
  const blocks = anchorBlocks([
    { depth: 2, text: '一、履行职责。' },
    { depth: 3, text: '（一）“三统一”。做法' },
  ]);
  expect(outlineOf(blocks, []).map(({ text }) => text)).toEqual(['一、履行职责', '（一）“三统一”。做法']);
});

test('parts on one theme that follow each other without a heading are listed once', () => {
  const blocks = anchorBlocks(
    ['一、主要举措', '一是强化学习。', '二是听取汇报。', '三是严格执法。'].map((text, i) => ({
      depth: i === 0 ? (2 as const) : (0 as const),
      text,
    })),
  );
  const sections = blocks
    .slice(1)
    .map(({ anchor }, i) => ({ anchor, theme: i < 2 ? 'leadership' : 'enforcement' }));
  expect(outlineOf(blocks, sections).map(({ text, theme }) => text ?? theme)).toEqual([
    '一、主要举措',
    'leadership',
    'enforcement',
  ]);
});
