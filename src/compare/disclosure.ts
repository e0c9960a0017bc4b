/** Whether a report states a metric: four states, of which silence is one and zero another. */

import type { Metadata } from '../report/schema.ts';
import { standing } from './metrics.ts';

/** `inconsistent`: stated with two values, or part of a check that fails. */
export type Disclosure = 'stated' | 'zero' | 'silent' | 'inconsistent';

/** The state of every metric that the report states; all others are `silent`. */
export function disclosuresOf({ readings, checks }: Metadata): Map<string, Exclude<Disclosure, 'silent'>> {
  const failing = new Set(checks.flatMap(({ outcome, numbers }) => (outcome === 'fails' ? numbers : [])));
  return new Map(
    [...Map.groupBy(readings, ({ metric }) => metric)].map(([metric, own]) => {
      if (own.some(({ at, flags }) => flags?.includes('conflict') || failing.has(at)))
        return [metric, 'inconsistent'];
      return [metric, own.every(({ value }) => value === 0) ? 'zero' : 'stated'];
    }),
  );
}

export interface Turn {
  /** The report before in the archive, and the report that differs from it. */
  from: Metadata;
  to: Metadata;
  began: string[];
  ceased: string[];
}

/** What an agency began and ceased to state from one report to the next that stands in the archive. */
export function turnsOf(reports: readonly Metadata[]): Turn[] {
  const kept = standing(reports);
  return kept.slice(1).map((to, index) => {
    const from = kept[index] as Metadata;
    return { from, to, began: without(to, from), ceased: without(from, to) };
  });
}

/** Metrics that `a` states and `b` does not, in the order of its text. */
function without(a: Metadata, b: Metadata): string[] {
  const stated = new Set(b.readings.map(({ metric }) => metric));
  return [...new Set(a.readings.map(({ metric }) => metric))].filter((metric) => !stated.has(metric));
}
