import fc from 'fast-check';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  anchorBlocks,
  lettersAndDigits,
  numberAnchor,
  numberOffset,
  numberOffsets,
} from '../../src/report/anchors.ts';
import { parseBody, printBody } from '../../src/report/body.ts';
import { parseFrontmatter, printFrontmatter } from '../../src/report/frontmatter.ts';

/** Text as structure hands it on: one trimmed line without control characters. */
const line = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.string({
      unit: fc.constantFrom(...'1.2-+*_#>`~[]()!<&;:|\\$^{}=@"\'/ \u3000\u00a0年件一〇，。'),
      minLength: 1,
    }),
    fc.constantFrom(
      '1986. 年',
      '3~5日，100~200元',
      '---',
      '{{x}}',
      '<script>',
      '&lt;',
      '[a](b)',
      '#题',
      'http://a.cn/b_c_',
    ),
  )
  .map((text) => text.replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, '').trim())
  .filter((text) => text !== '');
const blocks = fc.array(fc.record({ depth: fc.constantFrom(0, 2, 3, 4), text: line }), { minLength: 1 });

test('Markdown gives back every block, character for character', () => {
  fc.assert(
    fc.property(blocks, (some) => {
      const anchored = anchorBlocks(some as Parameters<typeof anchorBlocks>[0]);
      expect(parseBody(printBody(anchored))).toEqual(anchored);
    }),
    { numRuns: 500 },
  );
});

test('a Markdown parser reads the same headings and paragraphs of plain text', () => {
  const parser = unified().use(remarkParse).freeze();
  fc.assert(
    fc.property(blocks, (some) => {
      const body = printBody(anchorBlocks(some as Parameters<typeof anchorBlocks>[0]));
      const parsed = parser.parse(body).children.map((node) => ({
        depth: node.type === 'heading' ? node.depth : 0,
        text:
          'children' in node ? node.children.map((child) => child.type === 'text' && child.value).join() : '',
      }));
      expect(parsed).toEqual(parseBody(body).map(({ depth, text }) => ({ depth, text })));
    }),
    { numRuns: 500 },
  );
});

test('frontmatter reads back as written, by our reader and by any YAML reader', () => {
  const data = fc.dictionary(
    fc.stringMatching(/^[a-z]{1,8}$/),
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer(),
      fc.array(fc.dictionary(fc.stringMatching(/^[a-z]+$/), line), { minLength: 1 }),
    ),
    { minKeys: 1 },
  );
  fc.assert(
    fc.property(data, (written) => {
      const file = printFrontmatter(written);
      expect({ ...parseFrontmatter(`${file}body`).data }).toEqual({ ...written });
      expect(parse(file.replace(/^---$/gm, '').trim() || '{}')).toEqual({ ...written });
    }),
  );
});

test('a damaged frontmatter line is named', () => {
  expect(() => parseFrontmatter('---\ntitle: "a"\nyear: two\n---\n')).toThrow(
    /^line 3: expected "key: <JSON>"/,
  );
});

test('an anchor survives spaces, punctuation and width, and a repeated text gets its own', () => {
  const [a, b, c] = anchorBlocks(
    ['收到申请6件,受理４件', '收到申请 6件，受理4件。', '收到申请6件'].map((text) => ({ depth: 0, text })),
  );
  expect(b?.anchor).toBe(`${a?.anchor}-2`);
  expect(c?.anchor).not.toBe(a?.anchor);
});

test('the anchor of a number leads back to the number', () => {
  fc.assert(
    fc.property(line, fc.nat(), (text, pick) => {
      const [block] = anchorBlocks([{ depth: 0, text }]);
      const offsets = [...text.matchAll(/[\p{Nd}]/gu)].map((m) => m.index);
      fc.pre(offsets.length > 0 && lettersAndDigits(text) === [...text].map(lettersAndDigits).join(''));
      const offset = offsets[pick % offsets.length] as number;
      expect(numberOffset(text, numberAnchor(block as never, offset))).toBe(offset);
      const anchors = offsets.map((one) => numberAnchor(block as never, one)).reverse();
      expect(numberOffsets(text, anchors)).toEqual(offsets.toReversed());
    }),
  );
});
