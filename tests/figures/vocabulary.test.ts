import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Vocabulary } from '../../src/figures/vocabulary.ts';

const written = fc.string({ unit: fc.constantFrom(...'行政复议处罚案𠮷a'), maxLength: 4 });

test('every word is found wherever it stands, of one start the longest first', () => {
  fc.assert(
    fc.property(fc.array(written), fc.array(written), (words, pieces) => {
      const text = pieces.join('');
      const vocabulary = new Vocabulary(words.map((word) => [word, word]));
      const known = [...new Set(words)].filter((word) => word !== '').sort((a, b) => b.length - a.length);
      const at = (start: number) => known.filter((word) => text.startsWith(word, start));
      const starts = Array.from(text.split('').keys());
      expect(vocabulary.hits(text).map(({ start, payload }) => [start, payload])).toEqual(
        starts.flatMap((start) => at(start).map((word) => [start, word])),
      );
      for (const start of starts) expect(vocabulary.longestAt(text, start)?.payload).toBe(at(start)[0]);
    }),
  );
});

test('of two equal words the later one counts, and a range has the words that start in it', () => {
  const vocabulary = new Vocabulary([
    ['复议', 1],
    ['复议', 2],
  ]);
  expect(vocabulary.hits('复议复议', 1, 3)).toEqual([{ start: 2, end: 4, payload: 2 }]);
});
