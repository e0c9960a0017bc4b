/** Chosen reports side by side, differences first. Pure: the browser runs it. */
import type { Compared, ComparedReading } from '../site/comparison.ts';

export interface ComparedRow {
  metric: string;
  /** One list for each report, in their order; empty where it is silent. */
  cells: ComparedReading[][];
  /** True where the reports do not all say the same. */
  differs: boolean;
}

/**
 * The metrics that at least one report states: first those on which they differ and that all state, then those
 * that some are silent on, then those on which all say the same; each in the order of `metrics`.
 */
export function comparedRows(reports: readonly Compared[], metrics: readonly string[]): ComparedRow[] {
  const rows = metrics.flatMap((metric): (ComparedRow & { rank: number })[] => {
    const cells = reports.map(({ readings }) => readings[metric] ?? []);
    if (cells.every((cell) => cell.length === 0)) return [];
    const said = new Set(cells.map((cell) => cell.map(({ text, apart }) => `${apart} ${text}`).join('|')));
    const differs = said.size > 1;
    const silent = cells.some((cell) => cell.length === 0);
    return [{ metric, cells, differs, rank: differs ? (silent ? 1 : 0) : 2 }];
  });
  return rows.sort((a, b) => a.rank - b.rank).map(({ rank: _, ...row }) => row);
}
