/** Numbers of a metric that add up to another of their sentence or the one beside it, which alone is the reading. */
import type { Range } from './clauses.ts';
import { asFigure, type Finding } from './finding.ts';
import type { Match } from './match.ts';
import type { Paragraph } from './paragraph.ts';

/** A single number that equals another is no sum. */
const LEAST_SUMMANDS = 2;
/** How many numbers away from its total a part may stand. */
const FARTHEST = 20;
/** 撤销22件、确认违法21件，共43件: a total whose own words name no metric. */
const SAYS_SUM = /(?:合计|共计|总计|累计|共)(?:达|为|有)?$/;
const LONGEST_SAYING = 3;

/**
 * Leaves the total of 工单84件，交办23件，直办61件 where the metric takes parts, before it or behind, and none of them
 * stays a reading beside a total.
 */
export function withoutSummands({ text }: Paragraph, findings: readonly Finding[]): Finding[] {
  const settled = [...findings];
  findings.forEach(({ match, change, time, window }, i) => {
    if (time !== 'own' || change) return;
    const { before } = window.quantity;
    const isSaid = !match && SAYS_SUM.test(text.slice(Math.max(0, before - LONGEST_SAYING), before));
    const named = isSaid ? findings[i - 1]?.match : match;
    if (!named?.pattern.metric.parts || named.pattern.metric.apart.length > 0) return;
    const behind = isSaid ? [] : summands(findings, i, 1, named);
    const parts = behind.length > 0 ? behind : summands(findings, i, -1, named);
    if (parts.length === 0) return;
    settled[i] = { window, time, match: named, total: true };
    for (const at of parts) settled[at] = asFigure(findings[at] as Finding);
  });
  return settled;
}

/** The same sentence or the one beside it. */
function isNear(a: Range, b: Range): boolean {
  return a === b || a.end + 1 === b.start || b.end + 1 === a.start;
}

/** Indexes of the nearest numbers on one side that add up to the one at `i`; none where they do not. */
function summands(findings: readonly Finding[], i: number, step: 1 | -1, { pattern }: Match): number[] {
  const { quantity, clause } = (findings[i] as Finding).window;
  const found: number[] = [];
  let rest = quantity.value;
  for (let at = i + step; Math.abs(at - i) <= FARTHEST && rest > 0; at += step) {
    const other = findings[at];
    if (!other || !isNear(other.window.clause.sentence, clause.sentence)) break;
    const { value, unit } = other.window.quantity;
    if (other.match?.pattern.metric !== pattern.metric || other.time !== 'own' || unit !== quantity.unit)
      continue;
    found.push(at);
    rest -= value;
  }
  return rest === 0 && found.length >= LEAST_SUMMANDS ? found : [];
}
