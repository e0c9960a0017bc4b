/** Colours of a chart: the page's own on the screen, those of a printed page on paper and in a saved picture. */

export interface Palette {
  ink: string;
  muted: string;
  rule: string;
  paper: string;
  /** Of the lines, in turn. */
  lines: readonly string[];
  /** Font family of the page. */
  family: string;
}

const family = () => getComputedStyle(document.body).fontFamily;

export function screenPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: colour('--ink'),
    muted: colour('--muted'),
    rule: colour('--rule'),
    paper: colour('--paper'),
    lines: ['--accent', '--link', '--ok', '--warn', '--ink'].map(colour),
    family: family(),
  };
}

export function paperPalette(): Palette {
  return {
    ink: '#1d1b18',
    muted: '#444',
    rule: '#ccc',
    paper: '#fff',
    lines: ['#9e2a1f', '#1b4f72', '#2f6b4f', '#805300', '#1d1b18'],
    family: family(),
  };
}
