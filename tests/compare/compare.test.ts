/** What may be compared, and what a page says of it. */
import { describe, expect, test } from 'vitest';
import { disclosuresOf, turnsOf } from '../../src/compare/disclosure.ts';
import { headlineOf } from '../../src/compare/headline.ts';
import { linesOf, yearsBetween } from '../../src/compare/lines.ts';
import { byMetric, disclosure } from '../../src/compare/metrics.ts';
import { comparedRows, comparedThemes } from '../../src/compare/rows.ts';
import { sectionsOn } from '../../src/compare/sections.ts';
import { spreads, spreadsBy } from '../../src/compare/spread.ts';
import { stripOf } from '../../src/compare/strip.ts';
import { tellingWords, termsOverTime } from '../../src/compare/words.ts';
import type { Reading } from '../../src/report/schema.ts';
import type { Compared } from '../../src/site/comparison.ts';
import type { WordCounts } from '../../src/words/frequency.ts';
import { CATALOGUE, reading, report } from './readings.ts';

const cases = (value: number, own: Partial<Reading> = {}) => reading({ metric: 'a.cases', value, ...own });

describe('the headline of a metric', () => {
  test.each<[string, Reading[], number | undefined]>([
    ['is the only reading', [cases(4)], 4],
    [
      'is the stated total beside its parts',
      [cases(17), cases(4, { part: '实地' }), cases(13, { part: '书面' })],
      17,
    ],
    ['is not made up from parts', [cases(4, { part: '实地' }), cases(13, { part: '书面' })], undefined],
    [
      'is not chosen between equal parts',
      [cases(4, { part: '实地' }), cases(4, { part: '书面' })],
      undefined,
    ],
    ['is the one of the widest scope', [cases(9, { scope: 'own' }), cases(40, { scope: 'area' })], 40],
    ['is none where two values contradict each other', [cases(9), cases(8)], undefined],
    ['is there where a text says the same twice', [cases(9), cases(9)], 9],
    ['is never a running total', [cases(900, { flags: ['cumulative'] }), cases(9)], 9],
    ['is none of two bounds', [cases(17000), cases(17000, { bound: 'more-than' })], undefined],
    [
      'is none where 人 stands beside 人次',
      [
        reading({ metric: 'a.trained', value: 5, unit: '人' }),
        reading({ metric: 'a.trained', value: 5, unit: '人次' }),
      ],
      undefined,
    ],
    ['may be given in 起 and in 件', [cases(5, { unit: '起' }), cases(5)], 5],
    ['may be zero', [cases(0)], 0],
    ['is none of no readings', [], undefined],
  ])('%s', (_, readings, value) => {
    expect(headlineOf(readings, CATALOGUE)?.value).toBe(value);
  });
});

describe('lines over the years', () => {
  const years = [
    report({ year: 2019, readings: [cases(5)] }),
    report({ year: 2020, readings: [] }),
    report({ year: 2022, readings: [cases(7), cases(3, { scope: 'own' })] }),
    report({ year: 2023, readings: [cases(8), cases(9)] }),
  ];

  test('a year without a report, a silent year and a year of two values are gaps', () => {
    expect(yearsBetween(years)).toEqual([2019, 2020, 2021, 2022, 2023]);
    const lines = linesOf(years, CATALOGUE);
    expect(lines.map(({ points }) => points.map((point) => point?.value))).toEqual([
      [5, undefined, undefined, 7, undefined],
    ]);
  });

  test('another scope is another line, and one value is none', () => {
    const own = [...years, report({ year: 2024, readings: [cases(4, { scope: 'own' })] })];
    expect(linesOf(own, CATALOGUE).map(({ points }) => points.filter(Boolean).map((p) => p?.value))).toEqual([
      [5, 7],
      [3, 4],
    ]);
  });
});

describe('disclosure', () => {
  test('silence, zero and contradiction are three things', () => {
    const states = disclosuresOf(
      report({
        readings: [
          cases(0),
          reading({ metric: 'b', value: 1, flags: ['conflict'] }),
          reading({ metric: 'c', value: 2 }),
        ],
      }),
    );
    expect([...states]).toEqual([
      ['a.cases', 'zero'],
      ['b', 'inconsistent'],
      ['c', 'stated'],
    ]);
  });

  test('a number of a failing check is inconsistent', () => {
    const one = cases(6);
    const states = disclosuresOf(
      report({ readings: [one], checks: [{ id: 'x', outcome: 'fails', numbers: [one.at] }] }),
    );
    expect(states.get('a.cases')).toBe('inconsistent');
  });

  test('what began and ceased is told from report to report', () => {
    const turns = turnsOf([
      report({ year: 2020, readings: [cases(1), reading({ metric: 'b', value: 1 })] }),
      report({ year: 2022, readings: [cases(1), reading({ metric: 'c', value: 1 })] }),
    ]);
    expect(turns).toMatchObject([{ from: { year: 2020 }, to: { year: 2022 }, began: ['c'], ceased: ['b'] }]);
  });

  test('rates count the reports that the archive holds, not those that exist', () => {
    const reports = [
      report({ year: 2021, readings: [cases(1)] }),
      report({ year: 2021, agencyId: '370200-zf' }),
      report({ year: 2022 }),
    ];
    const rows = byMetric(reports, CATALOGUE).get('a.cases') ?? [];
    expect(disclosure(reports, rows, ({ year }) => year)).toEqual([
      { key: 2021, held: 2, stating: 1 },
      { key: 2022, held: 1, stating: 0 },
    ]);
  });

  test('a report that was taken down is neither silent nor held, and nothing began or ceased with it', () => {
    const reports = [
      report({ year: 2020, readings: [cases(1)] }),
      report({ year: 2021, withdrawn: '内容有误' }),
      report({ year: 2022, readings: [cases(2)] }),
    ];
    const rows = byMetric(reports, CATALOGUE).get('a.cases') ?? [];
    expect(disclosure(reports, rows, ({ level }) => level ?? '')).toEqual([
      { key: 'prefecture', held: 2, stating: 2 },
    ]);
    expect(turnsOf(reports)).toMatchObject([
      { from: { year: 2020 }, to: { year: 2022 }, began: [], ceased: [] },
    ]);
  });
});

describe('a spread', () => {
  const of = (value: number, own: Partial<Reading> = {}, year = 2022) =>
    report({ year, readings: [cases(value, own)] });
  const spreadsOf = (...reports: ReturnType<typeof report>[]) =>
    spreads(byMetric(reports, CATALOGUE).get(reports[0]?.readings[0]?.metric ?? '') ?? [], CATALOGUE);

  test('never mixes scopes, and says how many values are bounds', () => {
    const [area, own, ...rest] = spreadsOf(
      of(10, { scope: 'area' }),
      of(30, { scope: 'area', bound: 'more-than' }),
      of(1, { scope: 'own' }),
      of(20, { scope: 'area' }),
    );
    expect(area).toMatchObject({ scope: 'area', bounded: 1, median: 20 });
    expect(area?.placed.map(({ reading }) => reading.value)).toEqual([10, 20, 30]);
    expect(own).toMatchObject({ scope: 'own', bounded: 0, median: 1 });
    expect(rest).toEqual([]);
  });

  test('never mixes 人 with 人次, but 件 with 起', () => {
    const trained = (value: number, unit: string) =>
      report({ readings: [reading({ metric: 'a.trained', value, unit })] });
    const units = spreadsOf(trained(5, '人次'), trained(50, '人'), trained(7, '人次'), trained(60, '名'));
    expect(units.map(({ median }) => median)).toEqual([6, 55]);
    expect(spreadsOf(of(1, { unit: '起' }), of(3))).toHaveLength(1);
  });

  test('has a reading in the middle only where one stands there', () => {
    expect(spreadsOf(of(1), of(5), of(9))[0]?.middle?.reading.value).toBe(5);
    expect(spreadsOf(of(1), of(5))[0]).not.toHaveProperty('middle');
  });

  test('is cut by year in the order of the years', () => {
    const [all] = spreadsOf(of(4, {}, 2023), of(2, {}, 2021), of(6, {}, 2021));
    const years = all && [...spreadsBy(all, ({ year }) => year)].map(([year, { median }]) => [year, median]);
    expect(years).toEqual([
      [2021, 4],
      [2023, 4],
    ]);
  });
});

describe('an axis', () => {
  test('begins at zero and holds every value', () => {
    const strip = stripOf([3, 7, 7, 19], false);
    expect(strip?.dots.reduce((sum, { count }) => sum + count, 0)).toBe(4);
    expect(strip?.ticks.map(({ value }) => value)).toEqual([0, 5, 10, 15, 20]);
    expect(strip?.logarithmic).toBe(false);
  });
  test('of a rate goes to 100 %', () => {
    expect(stripOf([50, 95, 99.5], true)?.ticks.at(-1)).toEqual({ at: 1, value: 100 });
  });
  test('is logarithmic where values are far apart, and zero has its place on it', () => {
    const strip = stripOf([0, 4, 2340, 1_430_000], false);
    expect(strip?.logarithmic).toBe(true);
    expect(strip?.dots[0]).toEqual({ at: 0, count: 1 });
    expect(strip?.dots.every(({ at }) => at >= 0 && at <= 1)).toBe(true);
  });
  test('is not drawn for what a table says better', () => {
    expect(stripOf([100, 100, 50], true)).toBeUndefined();
  });
});

describe('the sections on a theme', () => {
  const block = (anchor: string, depth: 0 | 2 | 3) => ({ anchor, depth, text: anchor });
  const blocks = [
    block('a', 2),
    block('b', 0),
    block('c', 3),
    block('d', 0),
    block('e', 2),
    block('f', 0),
    block('g', 0),
  ];
  const section = (anchor: string, theme: string, content: 'measures' | 'plans') => ({
    anchor,
    theme,
    content,
  });
  const anchors = (theme: string, sections: ReturnType<typeof section>[]) =>
    sectionsOn(theme, blocks, sections).map((own) => own.map(({ anchor }) => anchor));

  test('go on to the next heading that is as wide', () => {
    expect(anchors('x', [section('a', 'x', 'measures'), section('e', 'y', 'measures')])).toEqual([
      ['a', 'b', 'c', 'd'],
    ]);
  });
  test('end where a paragraph begins another of the required contents', () => {
    expect(anchors('x', [section('e', 'x', 'measures'), section('g', 'plans', 'plans')])).toEqual([
      ['e', 'f'],
    ]);
  });
  test('without a heading are the paragraphs to the next section', () => {
    expect(anchors('p', [section('f', 'p', 'measures'), section('g', 'plans', 'plans')])).toEqual([['f']]);
  });
});

test('chosen reports show their differences first, then silence, then what all say', () => {
  const compared = (readings: Record<string, string>): Compared => ({
    id: 'x/2022',
    agency: '',
    year: 2022,
    sections: {},
    readings: Object.fromEntries(
      Object.entries(readings).map(([metric, text]) => [
        metric,
        [{ text, value: 0, at: '', quote: '', apart: '' }],
      ]),
    ),
  });
  const rows = comparedRows(
    [compared({ same: '1件', silent: '2件', other: '3件' }), compared({ same: '1件', other: '4件' })],
    ['same', 'silent', 'other', 'nobody'],
  );
  expect(rows.map(({ metric, kind }) => [metric, kind])).toEqual([
    ['other', 'differs'],
    ['silent', 'partly'],
    ['same', 'same'],
  ]);
});

test('themes that only some reports have come first, then those that differ, then the same word for word', () => {
  const compared = (sections: Record<string, string>): Compared => ({
    id: '370100-zf/2022',
    agency: '某市人民政府',
    year: 2022,
    readings: {},
    sections: Object.fromEntries(
      Object.entries(sections).map(([theme, text], at) => [theme, [[`p-0000000${at}`, text]]]),
    ),
  });
  const themes = comparedThemes(
    [compared({ same: '甲', other: '乙', some: '丙' }), compared({ other: '丁', same: '甲', few: '戊' })],
    ['same', 'some', 'other', 'nobody', 'few'],
  );
  expect(themes).toEqual([
    { theme: 'some', kind: 'partly' },
    { theme: 'few', kind: 'partly' },
    { theme: 'other', kind: 'differs' },
    { theme: 'same', kind: 'same' },
  ]);
});

describe('words', () => {
  const text = (...words: string[]): WordCounts => ({
    total: words.length,
    counts: [...Map.groupBy(words, (word) => word)].map(([word, own]) => [word, own.length]),
  });
  test('that every year uses tell nothing of one', () => {
    const years = tellingWords(
      [
        { year: 2021, words: text('疫情', '疫情', '执法', '执法') },
        { year: 2022, words: text('营商', '营商', '执法', '执法') },
      ],
      5,
    );
    expect(years.map(({ telling }) => telling)).toEqual([['疫情'], ['营商']]);
  });
  test('are counted per ten thousand', () => {
    expect(termsOverTime([text('执法', '执法', '复议', '营商'), text('执法', '复议')], 1)).toEqual([
      { word: '执法', rates: [5000, 5000] },
    ]);
  });
});
