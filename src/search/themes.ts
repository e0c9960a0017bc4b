/** Which theme a place in a report belongs to. */

/**
 * Positions (of tokens) where a theme starts, ascending, and the theme, empty for none; before the first of them
 * there is none. Position 0 is the first token of the title.
 */
export type ThemePositions = [position: number, theme: string][];

/** The themes of many reports: names once, and for each report position steps and indexes into them by turns. */
export interface PackedThemes {
  names: string[];
  reports: number[][];
}

export function packThemes(reports: readonly ThemePositions[]): PackedThemes {
  const names = [...new Set(reports.flatMap((themes) => themes.map(([, theme]) => theme)))].sort();
  const indexes = new Map(names.map((name, i) => [name, i]));
  return {
    names,
    reports: reports.map((themes) =>
      themes.flatMap(([position, theme], i) => [
        position - (themes[i - 1]?.[0] ?? 0),
        indexes.get(theme) ?? 0,
      ]),
    ),
  };
}

/** The themes of one report. */
export function unpackThemes({ names, reports }: PackedThemes, report: number): ThemePositions {
  const packed = reports[report] ?? [];
  const themes: ThemePositions = [];
  let position = 0;
  for (let i = 0; i + 1 < packed.length; i += 2) {
    position += packed[i] ?? 0;
    themes.push([position, names[packed[i + 1] ?? 0] ?? '']);
  }
  return themes;
}

/** The themes that the positions lie in. */
export function themesOf(positions: readonly number[], themes: ThemePositions): Set<string> {
  const found = new Set(positions.map((at) => themes.findLast(([start]) => start <= at)?.[1] ?? ''));
  found.delete('');
  return found;
}
