import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findWord, parseQuery, type QueryWord } from '../../src/search/match.ts';
import { isRare, isTraditional } from '../../src/search/simplify.ts';
import { SIMPLIFY } from '../../src/search/simplify-table.ts';
import { encodePair, encodeTokens, encodeUnit, startsWithUnit } from '../../src/search/tokens.ts';
import { joinUnits, type Unit, unitsOf } from '../../src/search/units.ts';
import { stands } from './ground-truth.ts';

const units = (text: string) => unitsOf(text, SIMPLIFY).map(({ text }) => text);

/** Text of the kinds that meet in reports, and any other. */
const text = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...'行政复议法治政府第年件率，。、“”《》（）—-· 0123.%％．aBc①㎡é'),
    maxLength: 30,
  }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

test.each([
  ['出庭应诉率98.4%', ['出', '庭', '应', '诉', '率', '98.4', '%']],
  ['（2021—2025年）', ['2021', '2025', '年']],
  ['ＰＭ２．５低于３５％。', ['pm', '2.5', '低', '于', '35', '%']],
  ['第3.项 5 % a.b %', ['第', '3', '项', '5', '%', 'a', 'b']],
  ['優化營商環境', ['优', '化', '营', '商', '环', '境']],
  ['12345热线5G', ['12345', '热', '线', '5', 'g']],
  ['cafe\u0301 CAFÉ', ['café', 'café']],
  ['', []],
])('the units of %s', (printed, expected) => {
  expect(units(printed)).toEqual(expected);
});

test('taking punctuation out joins numbers and Latin runs', () => {
  expect(joinUnits(unitsOf('e-mail 1,303件', SIMPLIFY)).map(({ text }) => text)).toEqual([
    'email',
    '1303',
    '件',
  ]);
  const same = unitsOf('行政，复议', SIMPLIFY);
  expect(joinUnits(same)).toBe(same);
});

test('units stand in order at the printed characters that they are made of', () => {
  fc.assert(
    fc.property(text, (printed) => {
      let last = 0;
      for (const unit of unitsOf(printed, SIMPLIFY)) {
        expect(unit.start).toBeGreaterThanOrEqual(last);
        expect(unit.end).toBeGreaterThan(unit.start);
        const standing = printed.slice(unit.start, unit.end);
        if (unit.kind === 'percent') expect(standing.normalize('NFKC')).toContain('%');
        else expect(units(standing).join('')).toContain(unit.text);
        last = unit.start;
      }
    }),
  );
});

test('tokens hold nothing that Pagefind would change, and different units have different tokens', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      const a = unitsOf(one, SIMPLIFY);
      const b = unitsOf(other, SIMPLIFY);
      for (const token of encodeTokens(a)) {
        expect(token).toMatch(/^[\p{Script=Han}a-z0-9\u01c0-\u01c3]+$/u);
        expect(token.normalize('NFD').toLowerCase()).toBe(token);
      }
      const same = JSON.stringify(a.map(({ text }) => text)) === JSON.stringify(b.map(({ text }) => text));
      expect(encodeTokens(a).join(' ') === encodeTokens(b).join(' ')).toBe(same);
    }),
  );
});

test('a token starts with its first unit and no other', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      const a = unitsOf(one, SIMPLIFY);
      for (const [i, unit] of a.entries()) {
        const next = a[i + 1];
        const token = next ? encodePair(unit, next) : encodeUnit(unit);
        for (const candidate of [...a, ...unitsOf(other, SIMPLIFY)])
          expect(startsWithUnit(token, candidate)).toBe(candidate.text === unit.text);
      }
    }),
  );
});

test('no character is Simplified of one and Traditional of another', () => {
  for (const simplified of SIMPLIFY.values()) expect(isTraditional(simplified, SIMPLIFY)).toBe(false);
});

const found = (query: string, paragraph: string) =>
  parseQuery(query, SIMPLIFY).map((word) =>
    findWord(word, unitsOf(paragraph, SIMPLIFY)).map(({ start, end }) => paragraph.slice(start, end)),
  );

test.each([
  ['4894件', '调解54894件', []],
  ['54894件', '调解 54,894 件', ['54,894 件']],
  ['2025年', '（2021—2025年）', ['2025年']],
  ['20212025年', '（2021—2025年）', ['2021—2025年']],
  ['2021-2025年', '（２０２１—２０２５年）', ['２０２１—２０２５年']],
  ['98', '98.4%', []],
  ['98.4', '98.4%和98.4％', ['98.4', '98.4']],
  ['.4%', '98.4%', []],
  ['放管服改革', '深化“放管服”改革', ['放管服”改革']],
  ['应用', 'App应用', ['应用']],
  ['ap', 'App应用', []],
  ['email', 'E-mail', ['E-mail']],
  ['人人', '人人人', ['人人']],
])('%s in %s', (query, paragraph, expected) => {
  expect(found(query, paragraph)).toEqual([expected]);
});

test.each([
  ['行政 复议', ['行政', '复议']],
  ['行政　复议', ['行政', '复议']],
  ['"行政 复议" 应诉', ['"行政 复议"', '应诉']],
  ['“放管服”改革', ['“放管服”改革']],
  ['《纲要 （2021—2025年）》', ['《纲要 （2021—2025年）》']],
  ['复议 复议 。', ['复议']],
  ['"未闭合 引号', ['"未闭合', '引号']],
])('the words of %s', (query, expected) => {
  expect(parseQuery(query, SIMPLIFY).map(({ printed }) => printed)).toEqual(expected);
});

test('a word is found in a paragraph exactly where other code finds it', () => {
  const paragraph = fc.string({ unit: fc.constantFrom(...'行政12.%-，ab、'), maxLength: 14 });
  const word = fc.string({ unit: fc.constantFrom(...'行政12.%-，ab、'), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(paragraph, word, (printed, needle) => {
      const [parsed] = parseQuery(needle, SIMPLIFY) as [QueryWord?];
      fc.pre(parsed !== undefined);
      expect(findWord(parsed as QueryWord, unitsOf(printed, SIMPLIFY) as Unit[]).length > 0).toBe(
        stands(needle, printed),
      );
    }),
    { numRuns: 3000 },
  );
});

test('a query asks for the table of Traditional characters where it has one, everyday text does not', () => {
  const unknown = [...SIMPLIFY.keys()].filter((character) => !isRare(character));
  expect(unknown.length).toBeLessThan(20);
  expect(isRare('行政機關')).toBe(true);
  expect(isRare('行政机关负责人出庭应诉率98.4%，“放管服”改革、营商环境。App')).toBe(false);
});
