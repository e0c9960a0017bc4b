/** 更正记录 of a report's page. */
import { expect, test } from 'vitest';
import { correctionViews } from '../../src/site/corrections.ts';
import { reading, report } from '../compare/readings.ts';

const metrics = new Map([['reconsideration.received', { name: '行政复议申请' }]]);
const received = reading({ metric: 'reconsideration.received', value: 6, flags: ['corrected'] });
const correction = { field: received.at, from: 5, to: 6, reason: '见更正公告' };
const change = {
  date: '2026-11-20',
  at: received.at,
  metric: received.metric,
  from: 'exact 5件',
  to: 'exact 6件',
  reason: '见更正公告',
};

test('a correction made before anything was published names the metric, with unit, and has no date', () => {
  const metadata = report({ readings: [received], corrections: [correction] });
  expect(correctionViews(metadata, [], metrics)).toEqual([
    { name: '行政复议申请', at: received.at, from: '5件', to: '6件', reason: '见更正公告' },
  ]);
});

test('a published value that an editor corrected is told once, with its date', () => {
  const metadata = report({ readings: [received], corrections: [correction] });
  expect(correctionViews(metadata, [change], metrics)).toEqual([
    {
      date: '2026-11-20',
      name: '行政复议申请',
      at: received.at,
      from: '5件',
      to: '6件',
      reason: '见更正公告',
    },
  ]);
});

test('a number that is no longer read leads nowhere', () => {
  const gone = { ...change, to: '', reason: '识读规则改进' };
  expect(correctionViews(report({}), [gone], metrics)).toEqual([
    { date: '2026-11-20', name: '行政复议申请', from: '5件', to: '未列入该指标', reason: '识读规则改进' },
  ]);
});

test('fields of the report are told in Chinese', () => {
  const corrections = [
    { field: 'published', to: '2023-02-01', reason: '页面误植' },
    { field: 'level', from: 'county', to: 'prefecture', reason: '页面误植' },
  ];
  expect(correctionViews(report({ corrections }), [], metrics)).toEqual([
    { name: '公开日期', from: '未标注', to: '2023年2月1日', reason: '页面误植' },
    { name: '层级', from: '县级', to: '市级', reason: '页面误植' },
  ]);
});
