/** Lines of a raw text, and what was counted and removed on the way to the report. */
import type { Removed, Repair } from '../report/schema.ts';

/** A line of the decoded raw text, its characters cleaned. */
export interface Line {
  /** From 1, in the decoded raw text; a line split from a longer one keeps its number. */
  number: number;
  /** Trimmed, without control characters, single-spaced. Empty for a blank line. */
  text: string;
}

/** Counts of repairs by rule id. */
export type Counts = ReadonlyMap<string, number>;

export function addCounts(...all: readonly Counts[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const counts of all) for (const [rule, count] of counts) sum.set(rule, (sum.get(rule) ?? 0) + count);
  return sum;
}

/** Repairs for the frontmatter, in the order of their ids. */
export function toRepairs(counts: Counts): Repair[] {
  return [...counts]
    .filter(([, count]) => count > 0)
    .map(([rule, count]) => ({ rule, count }))
    .sort((a, b) => (a.rule < b.rule ? -1 : 1));
}

/** A removed line as the frontmatter keeps it. */
export function removedLine(line: Line, rule: string): Removed {
  return { line: line.number, text: line.text, rule };
}
