/** Values, dates, links and deadlines in words. */
import { describe, expect, test } from 'vitest';
import { csv } from '../../src/client/shared/csv.ts';
import { PROJECT_CONTENT } from '../../src/content.ts';
import { formatDate, formatUnit, formatValue } from '../../src/site/format.ts';
import { loadDeadlines, timelinessOf } from '../../src/site/timeliness.ts';
import { relative, urls } from '../../src/site/urls.ts';

test.each([
  [{ value: 54894, unit: '件', bound: 'exact' }, '54,894件'],
  [{ value: 17000, unit: '条', bound: 'more-than' }, '17,000余条'],
  [{ value: 95, unit: '%', bound: 'at-least' }, '95%以上'],
  [{ value: 90.58, unit: '%', bound: 'exact' }, '90.58%'],
  [{ value: 4_590_000_000, unit: '元', bound: 'exact' }, '45.9亿元'],
  [{ value: 123_456_789, unit: '元', bound: 'exact' }, '123,456,789元'],
  [{ value: 1_430_000, unit: '户', bound: 'more-than' }, '1,430,000余户'],
  [{ value: 3, max: 5, unit: '次', bound: 'range' }, '3–5次'],
  [{ value: 0, unit: '件', bound: 'exact' }, '0件'],
  [{ value: 0.0000001, unit: '%', bound: 'exact' }, '0.0000001%'],
] as const)('%j is shown as %s', (amount, shown) => {
  expect(formatValue(amount) + formatUnit(amount)).toBe(shown);
});

test('a date is written as people write it', () => {
  expect(formatDate('2022-12-09')).toBe('2022年12月9日');
});

describe('timeliness by the rule of the year and the date of the page', () => {
  const deadlines = loadDeadlines(PROJECT_CONTENT);
  test.each([
    [2022, '2022-12-09', 'early'],
    [2022, '2022-12-31', 'early'],
    [2022, '2023-01-01', 'on-time'],
    [2022, '2023-03-31', 'on-time'],
    [2022, '2023-04-01', 'late'],
    [2017, '2018-03-31', 'on-time'],
    [2022, undefined, 'unknown'],
    [2012, '2013-02-01', 'unknown'],
  ] as const)('%i, public on %s: %s', (year, published, outcome) => {
    expect(timelinessOf({ year, published }, deadlines).outcome).toBe(outcome);
  });
  test('names the rule that held for the year', () => {
    expect(timelinessOf({ year: 2017, published: '2018-01-01' }, deadlines).deadline?.rule).toContain(
      '2015—2020',
    );
    expect(timelinessOf({ year: 2019, published: '2020-01-01' }, deadlines).deadline?.rule).toContain(
      '厅字〔2019〕28号',
    );
  });
});

test.each([
  ['index.html', 'reports/a-b/2022.html', 'reports/a-b/2022.html'],
  ['reports/a-b/2022.html', 'index.html', '../../index.html'],
  ['reports/a-b/2022.html', 'reports/a-b/2021.html', '2021.html'],
  ['reports/a-b/2022.html', 'reports/c-d/2022.html', '../c-d/2022.html'],
  ['metrics/x/2022.html', urls.metric('x'), '../x.html'],
])('from %s to %s is %s', (from, to, link) => {
  expect(relative(from, to)).toBe(link);
});

test('a saved table opens in a spreadsheet and starts nothing there', () => {
  expect(
    csv([
      ['指标', 'a"b', 'c,d'],
      ['=1+1', -5, '＝1'],
    ]),
  ).toBe('\ufeff指标,"a""b","c,d"\r\n\'=1+1,-5,\'＝1\r\n');
});
