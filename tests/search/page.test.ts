/** What the search page does with what was found; the page itself is tested in tests/site/search.test.ts. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cut, findHits } from '../../src/client/search/excerpt.ts';
import { choose, countFacet, type Found, passes } from '../../src/client/search/facets.ts';
import { frequencies } from '../../src/client/search/frequency.ts';
import { rank } from '../../src/client/search/rank.ts';
import { matchMetrics } from '../../src/client/search/readings.ts';
import { relatedTerms } from '../../src/client/search/related.ts';
import { readState, writeState } from '../../src/client/search/state.ts';
import { parseQuery, type QueryWord } from '../../src/search/match.ts';
import { indexRecord } from '../../src/search/record.ts';
import { SIMPLIFY } from '../../src/search/simplify-table.ts';
import { addTerms, countTerms, makeVocabulary } from '../../src/search/terms.ts';
import { packThemes, type ThemePositions, unpackThemes } from '../../src/search/themes.ts';
import { tagWords } from '../../src/words/segment.ts';
import { makeReport, rawReports } from './sample.ts';

const words = (query: string) => parseQuery(query, SIMPLIFY);

function found(
  agencyId: string,
  year: number,
  more: Partial<Found> & { level?: 'county' | 'province' } = {},
): Found {
  const shard = { id: 'a', reports: 1, years: [year], provinces: [''] };
  const report: Found['report'] = [
    agencyId,
    year,
    `${agencyId}政府`,
    more.level ?? 'county',
    '',
    '',
    '',
    1000,
  ];
  return { shard, page: 0, report, length: 1000, positions: [[1]], themes: new Set(), ...more };
}

test('the address gives back the state that it was written from', () => {
  const state = fc.record({
    query: fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed()),
    within: fc.constantFrom('', '370200-zfbgt', '370200-zfbgt/2022'),
    order: fc.constantFrom('relevance', 'newest', 'oldest'),
    chosen: fc
      .array(fc.constantFrom('2022', '2023', '山东省'), { maxLength: 2 })
      .map((values) => choose(() => values)),
  });
  fc.assert(
    fc.property(state, (some) => {
      expect(readState(writeState(some as never))).toEqual(some);
    }),
  );
});

test('an excerpt is the printed text: marked where the word stands, with … where something is left out', () => {
  const text = `${'很长的前文，'.repeat(20)}行政机关负责人出庭应诉率达到100%。${'很长的后文。'.repeat(40)}`;
  const start = text.indexOf('出庭应诉率');
  const pieces = cut(text, [{ start, end: start + 5 }]);
  expect(pieces[1]).toBe('出庭应诉率');
  expect(pieces.join('')).toMatch(/^….*…$/);
  expect(text).toContain(pieces.join('').slice(1, -1));
  expect(cut('短的一段。', [{ start: 0, end: 1 }])).toEqual(['', '短', '的一段。']);
});

test('pieces of any excerpt lie in the text in order and part no character', () => {
  const any = fc.string({
    unit: fc.constantFrom(...'行政复议𠀀。，e\u0301 9'),
    minLength: 1,
    maxLength: 500,
  });
  fc.assert(
    fc.property(any, fc.nat(), (text, at) => {
      const query = [...text][at % [...text].length] as string;
      for (const { pieces } of findHits(
        { title: '', blocks: [['p-1', 0, text]], themes: [] },
        words(query),
        SIMPLIFY,
      )) {
        const whole = pieces.join('');
        expect(whole.isWellFormed()).toBe(true);
        expect(text).toContain(whole.replace(/^…|…$/g, ''));
      }
    }),
  );
});

test('hits are the paragraphs and headings with a word, those with most words first, with their theme', () => {
  const report = makeReport('100000-a', 2022, ['报告', '一、概况', '有甲。', '有乙，也有甲。', '都没有。']);
  const { text } = indexRecord(report, SIMPLIFY);
  const hits = findHits(text, words('甲 乙'), SIMPLIFY);
  expect(hits.map((hit) => [hit.text, hit.theme])).toEqual([
    ['有乙，也有甲。', 'test'],
    ['有甲。', 'test'],
  ]);
});

test('a facet counts what choosing its value would give, whatever else is chosen in it', () => {
  const all = [found('a', 2022), found('b', 2022, { level: 'province' }), found('c', 2023)];
  const chosen = { ...choose(() => []), year: ['2023'] };
  expect(countFacet('year', all, chosen)).toEqual([
    ['2023', 1],
    ['2022', 2],
  ]);
  expect(countFacet('level', all, chosen)).toEqual([['county', 1]]);
  const nowhere = { ...chosen, level: ['province'] };
  expect(all.filter((each) => passes(each, nowhere))).toEqual([]);
  expect(countFacet('level', all, nowhere)).toEqual([
    ['province', 0],
    ['county', 1],
  ]);
});

test('a report that says the word more often comes first, an agency of that name before all', () => {
  const once = found('甲', 2020);
  const often = found('乙', 2019, { positions: [[1, 5, 9, 30]] });
  expect(rank([once, often], words('复议'), 'relevance', SIMPLIFY)).toEqual([often, once]);
  expect(rank([once, often], words('甲'), 'relevance', SIMPLIFY)).toEqual([once, often]);
  expect(rank([often, once], words('复议'), 'newest', SIMPLIFY)).toEqual([once, often]);
});

test('frequencies count reports, times and times in ten thousand characters', () => {
  const with2 = found('甲', 2022, { positions: [[1, 5]] });
  const none = found('乙', 2022);
  expect(frequencies([with2], [with2.report, none.report], 'year')).toEqual([
    { value: '2022', reports: 1, of: 2, times: 2, perTenThousand: 10 },
  ]);
});

test('metrics are found by words of their names and by names within the words', () => {
  const metrics = [
    { id: 'a', names: ['负责人出庭应诉率'], shards: [] },
    { id: 'b', names: ['行政复议受理', '复议受理数'], shards: [] },
  ];
  const ids = (query: string) => matchMetrics(words(query), metrics, SIMPLIFY).map(({ id }) => id);
  expect(ids('出庭应诉')).toEqual(['a']);
  expect(ids('复议 受理')).toEqual(['b']);
  expect(ids('行政机关负责人出庭应诉率')).toEqual(['a']);
  expect(ids('火星')).toEqual([]);
});

test('related terms stand by the word more often than elsewhere', () => {
  const terms: [string, number][] = [
    ['案件', 40],
    ['复议', 12],
    ['诉讼', 10],
    ['行政诉讼', 8],
    ['建设', 90],
    ['调解', 5],
  ];
  const near = [
    '行政复议案件办结，行政诉讼败诉率下降。',
    '办理行政复议和行政诉讼案件，推进建设。',
    '行政复议。',
  ];
  expect(relatedTerms(near, { paragraphs: 100, terms }, ['行政复议'])).toEqual(['行政诉讼', '案件']);
});

test('the vocabulary has the words of the reports, each with the number of its paragraphs', () => {
  const reports = rawReports();
  const counts = addTerms(reports.map(({ blocks }) => countTerms(blocks.map(({ text }) => tagWords(text)))));
  const { terms, paragraphs } = makeVocabulary([counts, counts]);
  expect(paragraphs).toBe(2 * reports.flatMap(({ blocks }) => blocks).length);
  expect(terms.length).toBeGreaterThan(100);
  for (const [term, count] of terms) {
    expect(term).toMatch(/^\p{Script=Han}{2,}$/u);
    const standing = reports.flatMap(({ blocks }) => blocks).filter(({ text }) => text.includes(term));
    expect(count).toBeLessThanOrEqual(2 * standing.length);
  }
});

test('themes come back from their packed form', () => {
  const themes = fc
    .uniqueArray(fc.nat(100_000), { maxLength: 8 })
    .map((at) => at.sort((a, b) => a - b).map((position, i): [number, string] => [position, `t${i % 3}`]));
  fc.assert(
    fc.property(fc.array(themes, { minLength: 1 }), (reports: ThemePositions[]) => {
      const packed = JSON.parse(JSON.stringify(packThemes(reports)));
      expect(reports.map((_, i) => unpackThemes(packed, i))).toEqual(reports);
    }),
  );
});

test('a word is known by its units, however it is written', () => {
  const [one] = words('行政復議') as [QueryWord];
  const [other] = words('行政、复议') as [QueryWord];
  expect(one.parted.map(({ text }) => text)).toEqual(other.parted.map(({ text }) => text));
});
