import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  newValues,
  parseValues,
  printValues,
  RULES_CHANGED,
  valueChanges,
} from '../../src/publish/values.ts';
import type { Metadata, Reading } from '../../src/report/schema.ts';
import { sampleReport } from './sample.ts';

const report = sampleReport({}, ['办结行政复议案件12件。']).metadata;
const [reading] = report.readings as [Reading];
const withReadings = (readings: Reading[], corrections: Metadata['corrections'] = []): Metadata => ({
  ...report,
  readings,
  corrections,
});
const published = newValues([], report, '2026-01-01');

test('a report that says what was published has no correction', () => {
  expect(valueChanges(published, report)).toEqual([]);
});

test('a reading that better rules add or had not been published is no correction', () => {
  expect(valueChanges([], report)).toEqual([]);
});

test('a value that better rules read otherwise: old, new, reason, and no date before it is recorded', () => {
  const better = withReadings([{ ...reading, value: 12, bound: 'at-least' }]);
  const change = {
    at: reading.at,
    metric: reading.metric,
    from: 'exact 12件',
    to: 'at-least 12件',
    reason: RULES_CHANGED,
  };
  expect(valueChanges(published, better)).toEqual([change]);
  const recorded = [...published, ...newValues(published, better, '2026-03-03')];
  expect(valueChanges(recorded, better)).toEqual([{ ...change, date: '2026-03-03' }]);
});

test('a value that an editor corrects has the reason the editor gave', () => {
  const corrections = [{ field: reading.at, from: 12, to: 21, reason: '原网页更正' }];
  expect(valueChanges(published, withReadings([{ ...reading, value: 21 }], corrections))).toMatchObject([
    { from: 'exact 12件', to: 'exact 21件', reason: '原网页更正' },
  ]);
});

test('a number that is no longer read as the metric has no new value, and may come back', () => {
  const gone = withReadings([]);
  expect(valueChanges(published, gone)).toMatchObject([{ from: 'exact 12件', to: '' }]);
  const log = [...published, ...newValues(published, gone, '2026-02-02')];
  expect(valueChanges(log, report).map(({ from, to }) => [from, to])).toEqual([
    ['exact 12件', ''],
    ['', 'exact 12件'],
  ]);
});

test('a report that is withdrawn corrects nothing', () => {
  const gone = { ...withReadings([]), withdrawn: '应发布机关要求' };
  expect(valueChanges(published, gone)).toEqual([]);
  expect(newValues(published, gone, '2026-02-02')).toEqual([]);
});

test('whatever is published in whatever order, the log read back ends with it', () => {
  const states = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }), { maxLength: 6 });
  fc.assert(
    fc.property(states, (some) => {
      let log = published;
      let last = report;
      for (const [day, values] of some.entries()) {
        last = withReadings(
          values.map((value) => ({ ...reading, metric: `m.${value % 2}`, value })).slice(0, 1),
        );
        log = parseValues(printValues([...log, ...newValues(log, last, `2026-02-0${day + 1}`)]));
      }
      expect(newValues(log, last, '2027-01-01')).toEqual([]);
      expect(valueChanges(log, last).every(({ date, from, to }) => date !== undefined && from !== to)).toBe(
        true,
      );
    }),
  );
});
