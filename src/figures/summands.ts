/** Numbers of a metric that add up to another of the same sentence, which alone is the reading. */
import type { Finding } from './finding.ts';
import type { Metric } from './rules.ts';

/** A single number that equals another is no sum. */
const LEAST_SUMMANDS = 2;
/** How many numbers away from its total a part may stand. */
const FARTHEST = 20;

/**
 * Leaves the total of 工单84件，交办23件，直办61件 where the metric takes parts, before it or behind, and none of them
 * stays a reading beside a total.
 */
export function withoutSummands(findings: readonly Finding[]): Finding[] {
  const settled = [...findings];
  findings.forEach((total, i) => {
    const metric = total.match?.pattern.metric;
    if (!metric?.parts || metric.apart.length > 0 || total.time !== 'own') return;
    const behind = summands(findings, i, 1, metric);
    const parts = behind.length > 0 ? behind : summands(findings, i, -1, metric);
    if (parts.length === 0) return;
    settled[i] = { ...total, total: true };
    for (const at of parts) {
      const { window, time } = findings[at] as Finding;
      settled[at] = { window, time };
    }
  });
  return settled;
}

/** Indexes of the nearest numbers on one side that add up to the one at `i`; none where they do not. */
function summands(findings: readonly Finding[], i: number, step: 1 | -1, metric: Metric): number[] {
  const { quantity, clause } = (findings[i] as Finding).window;
  const found: number[] = [];
  let rest = quantity.value;
  for (let at = i + step; Math.abs(at - i) <= FARTHEST && rest > 0; at += step) {
    const other = findings[at];
    if (other?.window.clause.sentence !== clause.sentence) break;
    const { value, unit } = other.window.quantity;
    if (other.match?.pattern.metric !== metric || other.time !== 'own' || unit !== quantity.unit) continue;
    found.push(at);
    rest -= value;
  }
  return rest === 0 && found.length >= LEAST_SUMMANDS ? found : [];
}
