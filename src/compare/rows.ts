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

export interface ComparedTheme {
  theme: string;
  /** Whether only some reports have a part on it, all have and differ, or all say the same word for word. */
  kind: ComparedKind;
}

/** In the order in which they are shown: what is missing is seen at once, two texts have to be read to be compared. */
export const THEME_KINDS = ['partly', 'differs', 'same'] as const satisfies ComparedKind[];

/** The themes that at least one report has a part on, differences first; each kind in the order of `themes`. */
export function comparedThemes(reports: readonly Compared[], themes: readonly string[]): ComparedTheme[] {
  const found = themes.flatMap((theme): ComparedTheme[] => {
    const parts = reports.map(({ sections }) => sections[theme]?.map(([, text]) => text).join('\n'));
    if (parts.every((part) => part === undefined)) return [];
    const kind = parts.includes(undefined) ? 'partly' : new Set(parts).size > 1 ? 'differs' : 'same';
    return [{ theme, kind }];
  });
  return found.sort((a, b) => THEME_KINDS.indexOf(a.kind) - THEME_KINDS.indexOf(b.kind));
}
