/** Chosen reports side by side, differences first. Pure: the browser runs it. */
import type { Compared, ComparedReading } from '../site/comparison.ts';

export interface ComparedRow {
  metric: string;
  /** One list for each report, in their order; empty where it is silent. */
  cells: ComparedReading[][];
  /** Whether all state it and differ, only some state it, or all say the same. */
  kind: ComparedKind;
}

/** In the order in which they are shown. */
export const COMPARED_KINDS = ['differs', 'partly', 'same'] as const;
export type ComparedKind = (typeof COMPARED_KINDS)[number];

/**
 * The metrics that at least one report states: first those on which they differ and that all state, then those
 * that some are silent on (the fewest first), then those on which all say the same; each in the order of `metrics`.
 */
export function comparedRows(reports: readonly Compared[], metrics: readonly string[]): ComparedRow[] {
  const rows = metrics.flatMap((metric): ComparedRow[] => {
    const cells = reports.map(({ readings }) => readings[metric] ?? []);
    if (cells.every((cell) => cell.length === 0)) return [];
    const said = new Set(cells.map((cell) => cell.map(({ text, apart }) => `${apart} ${text}`).join('|')));
    const silent = cells.some((cell) => cell.length === 0);
    return [{ metric, cells, kind: silent ? 'partly' : said.size > 1 ? 'differs' : 'same' }];
  });
  const silence = ({ cells }: ComparedRow) => cells.filter((cell) => cell.length === 0).length;
  return rows.sort(
    (a, b) => COMPARED_KINDS.indexOf(a.kind) - COMPARED_KINDS.indexOf(b.kind) || silence(a) - silence(b),
  );
}
