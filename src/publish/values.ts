/**
 * The published value of every reading, kept as a log: where better rules or an editor change one, the line is
 * added, never changed, so that 更正记录 can show the old value, the new one, the day and the reason.
 * One line each, tab-separated: date, year, number's anchor, metric, value, reason (empty for the first).
 */

import { byCodeUnit } from '../order.ts';
import type { Bound, Metadata, Reading } from '../report/schema.ts';
import { formatUnit, formatValue } from '../site/format.ts';

export interface PublishedValue {
  /** ISO date on which this value was recorded as published. */
  date: string;
  year: number;
  /** Anchor of the number. */
  at: string;
  metric: string;
  /** Value, bound and unit (`more-than 17000条`); empty from when it was no longer read as this metric. */
  value: string;
  reason: string;
}

/** A published value that is another now. */
export interface ValueChange {
  /** Absent while the change is not yet recorded as published. */
  date?: string;
  at: string;
  metric: string;
  /** As in PublishedValue; `to` is empty where the number is no longer read as this metric. */
  from: string;
  to: string;
  reason: string;
}

/** What a change is put down to where no correction of an editor names a reason. */
export const RULES_CHANGED = '识读规则改进';

export function parseValues(text: string): PublishedValue[] {
  return text.split('\n').flatMap((line) => {
    const [date, year, at, metric, value = '', reason = ''] = line.split('\t');
    if (!date || !year || !at || !metric || date.startsWith('#')) return [];
    return { date, year: Number(year), at, metric, value, reason };
  });
}

export function printValues(values: readonly PublishedValue[]): string {
  return values.map((v) => `${[v.date, v.year, v.at, v.metric, v.value, v.reason].join('\t')}\n`).join('');
}

/** `exact 12件`, `range 3–5次`: all that makes a reading's amount. */
function amountOf({ bound, value, max, unit }: Reading): string {
  return `${bound} ${value}${max === undefined ? '' : `–${max}`}${unit}`;
}

const AMOUNT = /^(\S+) (-?[\d.]+(?:e[+-]?\d+)?)(?:–(-?[\d.]+(?:e[+-]?\d+)?))?(.*)$/;

/** A value of the log as readers see it: `more-than 17000条` is 17,000余条. */
export function describeAmount(printed: string): string {
  const [, bound, value, max, unit = ''] = AMOUNT.exec(printed) ?? [];
  if (value === undefined) return '未列入该指标';
  const amount = {
    bound: bound as Bound,
    value: Number(value),
    max: max === undefined ? undefined : Number(max),
    unit,
  };
  return formatValue(amount) + formatUnit(amount);
}

const keyOf = ({ at, metric }: { at: string; metric: string }) => `${at} ${metric}`;

/**
 * What is read of a report now and is not what its log says was published last: new readings with an empty
 * `from`, others with both or an empty `to`. By anchor and metric. A withdrawn report corrects nothing.
 */
export function unrecorded(log: readonly PublishedValue[], report: Metadata): ValueChange[] {
  if (report.withdrawn) return [];
  const published = new Map(log.filter(({ year }) => year === report.year).map((v) => [keyOf(v), v]));
  const readings = new Map(report.readings.map((reading) => [keyOf(reading), reading]));
  const pairs = [...new Set([...published.keys(), ...readings.keys()])].sort(byCodeUnit);
  return pairs.flatMap((key): ValueChange[] => {
    const reading = readings.get(key);
    const known = published.get(key);
    const from = known?.value ?? '';
    const to = reading ? amountOf(reading) : '';
    if (from === to) return [];
    const { at, metric } = (reading ?? known) as { at: string; metric: string };
    return [{ at, metric, from, to, reason: known ? reasonFor(report, at) : '' }];
  });
}

function reasonFor({ corrections }: Metadata, at: string): string {
  return corrections.find(({ field }) => field === at)?.reason ?? RULES_CHANGED;
}

/** The lines to append on `date` so that the log has what is read of `report` now. */
export function newValues(log: readonly PublishedValue[], report: Metadata, date: string): PublishedValue[] {
  return unrecorded(log, report).map(({ at, metric, to, reason }) => ({
    date,
    year: report.year,
    at,
    metric,
    value: to,
    reason,
  }));
}

/** 更正记录 of a report: every published value that changed, oldest first; changes not yet recorded come last. */
export function valueChanges(log: readonly PublishedValue[], report: Metadata): ValueChange[] {
  const last = new Map<string, string>();
  const recorded: ValueChange[] = [];
  for (const { date, year, at, metric, value, reason } of log) {
    if (year !== report.year) continue;
    const from = last.get(keyOf({ at, metric }));
    if (from !== undefined) recorded.push({ date, at, metric, from, to: value, reason });
    last.set(keyOf({ at, metric }), value);
  }
  return [
    ...recorded,
    ...unrecorded(log, report).filter(({ at, metric }) => last.has(keyOf({ at, metric }))),
  ];
}
