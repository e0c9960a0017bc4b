import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exercises } from '../../src/publish/exercises.ts';
import { comparisonSheets, exerciseSheets, reportSheets } from '../../src/publish/handouts.ts';
import type { Reading } from '../../src/report/schema.ts';
import { publication, sampleReport } from './sample.ts';

const of = (...readings: Partial<Reading>[][]) =>
  publication(
    readings.map((own, i) => {
      const { metadata, blocks } = sampleReport({ year: 2020 + i });
      const [first] = metadata.readings;
      return {
        blocks,
        metadata: { ...metadata, readings: own.map((some) => ({ ...first, ...some }) as Reading) },
      };
    }),
  ).archive;
const asked = (reading: Partial<Reading>) => exercises(of([reading]))[0];

test.each<[string, Partial<Reading>, RegExp, RegExp]>([
  [
    'a claim that has lost its 余 does not hold',
    { value: 17_000, bound: 'more-than', printed: '1.7万余件' },
    /行政复议案件办结正好是17,000件。”/,
    /^站不住。原文是“1\.7万余件”/,
  ],
  [
    'a claim that is rounded down and says so holds',
    { value: 2340, printed: '2340件' },
    /行政复议案件办结超过2,300件。”/,
    /^站得住。原文是“2340件”/,
  ],
  ['a round number is asked for plainly', { value: 2300 }, /报告里，“行政复议案件办结”是多少/, /^2,300件。$/],
  ['so is a rate', { value: 99.7, unit: '%' }, /是多少/, /^99\.7%。$/],
])('%s', (_, reading, question, answer) => {
  expect(asked(reading)).toMatchObject({
    question: expect.stringMatching(question),
    answer: expect.stringMatching(answer),
  });
});

test('of two claims with a round number one goes beyond what is stated, and does not hold', () => {
  const [, second] = exercises(
    of([{ value: 2340, printed: '2340件' }], [{ value: 4441, printed: '4441件' }]),
  );
  expect(second?.question).toContain('超过4,500件');
  expect(second?.answer).toBe('站不住。原文是“4441件”，没有超过4,500件。');
});

test('what the archive itself is not sure of is no exercise', () => {
  expect(exercises(of([{ flags: ['conflict'] }], [{ part: '甲' }, { part: '乙' }], []))).toEqual([]);
});

test('however many there are to choose from, as many as asked for, none twice, always the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 30 }), (available, count) => {
      const archive = of(...Array.from({ length: available }, () => [{}]));
      const some = exercises(archive, count);
      expect(new Set(some.map(({ report }) => report.year)).size).toBe(Math.min(available, count));
      expect(exercises(archive, count)).toEqual(some);
    }),
  );
});

test('exercises are numbered through, six a sheet', () => {
  const sheets = exerciseSheets(of(...Array.from({ length: 8 }, () => [{}])));
  expect(sheets.map((sheet) => sheet.map(({ number }) => number))).toEqual([
    [1, 2, 3, 4, 5, 6],
    [7, 8],
  ]);
});

test('a sheet of a report has its headline readings with quotes; one of a comparison only what is comparable', () => {
  const archive = of([{ value: 12 }], [{ value: 15 }], [{ value: 3, scope: 'own' }], []);
  expect(reportSheets(archive).map(({ rows }) => rows.map(({ value }) => value))).toEqual([
    ['12件'],
    ['15件'],
    ['3件'],
    [],
  ]);
  expect(comparisonSheets(archive)).toMatchObject([
    {
      title: '比较：行政复议案件办结',
      rows: [
        { label: '青岛市人民政府，2020年', value: '12件', quote: '全年办结行政复议案件12件。' },
        { label: '青岛市人民政府，2021年', value: '15件' },
      ],
      more: 0,
    },
  ]);
});

test('a sheet holds fewer rows the longer their quotes are, and says how many it has no room for', () => {
  const quotes = ['短句。', '很长的一句话，'.repeat(20)];
  const [short, long] = quotes.map(
    (quote) => comparisonSheets(of(...Array.from({ length: 40 }, () => [{ quote }])))[0],
  );
  for (const sheet of [short, long]) expect((sheet?.rows.length ?? 0) + (sheet?.more ?? 0)).toBe(40);
  expect(short?.rows.length).toBeGreaterThan(20);
  expect(long?.rows.length).toBeLessThan(10);
});
