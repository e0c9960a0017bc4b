/** The words that set readings of one metric apart, and the flag of those that contradict each other. */
import { seriesOf } from '../compare/headline.ts';
import type { Reading } from '../report/schema.ts';
import type { Window } from './clauses.ts';
import type { Match } from './match.ts';
import { hitsIn, type Paragraph } from './paragraph.ts';

const LONGEST = 20;
const EMPTY =
  /共计|累计|合计|总计|开展|组织|举办|完成|办理|进行|召开|全年|今年以来|一年来|其中|目前|已经|分别|达到|实现|全市|全县|全区|全省|各类|各级|[共已了的达为约有等在对将并及由、“”"'\s\d%]/g;

/** What the words round a number say besides the metric itself: 实地 of 开展实地督察4次. */
export function partOf(
  paragraph: Paragraph,
  { left, right }: Window,
  { pattern, side, head }: Match,
): string {
  const range = side === 'before' ? left : right;
  const end = side === 'before' ? range.end : head.end;
  const own = hitsIn(paragraph, { start: range.start, end }).filter(({ payload }) =>
    pattern.own.has(payload.text),
  );
  let rest = '';
  let from = range.start;
  for (const { start, end: hitEnd } of own) {
    if (start > from) rest += paragraph.text.slice(from, start);
    from = Math.max(from, hitEnd);
  }
  return (rest + paragraph.text.slice(from, end)).replace(EMPTY, '').slice(-LONGEST);
}

/**
 * Gives each reading its part where another reading has the same metric and scope, and flags as `conflict`
 * those that are then still equal in all three and differ in value.
 */
export function settleParts(readings: readonly Reading[], parts: readonly string[]): Reading[] {
  const siblings = group(readings, keyOf);
  const withParts = readings.map((reading, i): Reading => {
    const part = parts[i];
    return part && (siblings.get(keyOf(reading)) ?? []).length > 1 ? { ...reading, part } : reading;
  });
  const same = group(withParts, (reading) => `${keyOf(reading)}|${reading.part ?? ''}`);
  return withParts.map((reading) => {
    const others = same.get(`${keyOf(reading)}|${reading.part ?? ''}`) ?? [];
    const conflict = others.some(
      ({ value, max, bound }) => value !== reading.value || max !== reading.max || bound !== reading.bound,
    );
    return conflict ? { ...reading, flags: [...(reading.flags ?? []), 'conflict'] } : reading;
  });
}

function keyOf({ metric, scope, unit }: Reading): string {
  return `${metric}|${scope}|${seriesOf(unit)}`;
}

function group(readings: readonly Reading[], key: (reading: Reading) => string): Map<string, Reading[]> {
  const groups = new Map<string, Reading[]>();
  for (const reading of readings) {
    const list = groups.get(key(reading));
    if (list) list.push(reading);
    else groups.set(key(reading), [reading]);
  }
  return groups;
}
