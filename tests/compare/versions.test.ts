/** The difference between two texts of a report. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differencesOf } from '../../src/compare/versions.ts';
import { anchorBlocks } from '../../src/report/anchors.ts';

const blocks = (...texts: string[]) => anchorBlocks(texts.map((text) => ({ depth: 0, text })));

test('a changed number is shown within its paragraph, and paragraphs that agree are left out', () => {
  const differences = differencesOf(blocks('甲', '审结16件。', '乙'), blocks('甲', '审结18件。', '乙'));
  expect(differences).toEqual([
    [
      { text: '审结1', in: 'both' },
      { text: '6', in: 'older' },
      { text: '8', in: 'newer' },
      { text: '件。', in: 'both' },
    ],
  ]);
});

test('a paragraph that was added or dropped is shown whole', () => {
  expect(differencesOf(blocks('甲'), blocks('甲', '乙', '丙'))).toEqual([
    [{ text: '乙', in: 'newer' }],
    [{ text: '丙', in: 'newer' }],
  ]);
  expect(differencesOf(blocks('甲', '乙'), blocks('乙'))).toEqual([[{ text: '甲', in: 'older' }]]);
});

test('nothing of either text is lost or made up', () => {
  const texts = fc.array(fc.stringMatching(/^[甲乙丙丁0-9，。]{1,12}$/), { maxLength: 6 });
  fc.assert(
    fc.property(texts, texts, (older, newer) => {
      const pieces = differencesOf(blocks(...older), blocks(...newer)).flat();
      const shown = (where: 'older' | 'newer') =>
        pieces
          .filter((piece) => piece.in === where)
          .map(({ text }) => text)
          .join('');
      for (const character of new Set(shown('older'))) expect(older.join('')).toContain(character);
      for (const character of new Set(shown('newer'))) expect(newer.join('')).toContain(character);
      if (older.join('\n') === newer.join('\n')) expect(pieces).toEqual([]);
      else expect(pieces.length).toBeGreaterThan(0);
    }),
  );
});
