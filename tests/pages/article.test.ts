/** The text of a report as HTML: the reader's text is the report's, whatever was read in it. */
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { anchorBlocks, numberAnchor } from '../../src/report/anchors.ts';
import { articleOf, runsHtml } from '../../src/site/article.ts';
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
