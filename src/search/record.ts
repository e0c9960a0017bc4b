/** A report as it is indexed, and as the search page shows it. */
import type { Report } from '../report/report.ts';
import type { Simplify } from './fold.ts';
import { isTraditional } from './simplify.ts';
import type { ThemePositions } from './themes.ts';
import { encodeTokens } from './tokens.ts';
import { joinUnits, type Unit, unitsOf } from './units.ts';

/** The printed text of a report, from which excerpts are taken. */
export interface ReportText {
  title: string;
  /** Anchor, depth (0 for a paragraph) and text of each block. */
  blocks: [anchor: string, depth: number, text: string][];
  /** Where a theme starts (index into `blocks`), and the theme, empty for none. */
  themes: [block: number, theme: string][];
  /** Present where characters of the text are folded to Simplified ones. */
  traditional?: true;
}

export interface IndexRecord {
  /** What Pagefind indexes: the tokens of the text, then those of the appendix. */
  tokens: string[];
  /** Position where the appendix starts. */
  appendix: number;
  themes: ThemePositions;
  text: ReportText;
}

/**
 * The record of a report: the tokens of its title and of each block in turn. Blocks whose units differ when
 * punctuation is taken out are indexed again in that reading, in an appendix.
 */
export function indexRecord({ metadata, blocks }: Report, simplify: Simplify): IndexRecord {
  const themeAt = new Map(metadata.sections.map(({ anchor, theme }) => [anchor, theme ?? '']));
  const text: ReportText = { title: metadata.title, blocks: [], themes: [] };
  let last = '';
  const main = new Tokens();
  const appendix = new Tokens();
  const index = (paragraph: string) => {
    const parted = unitsOf(paragraph, simplify);
    const joined = joinUnits(parted);
    main.add(parted);
    if (joined !== parted) appendix.add(joined);
  };
  index(metadata.title);
  blocks.forEach((block, i) => {
    const theme = themeAt.get(block.anchor) ?? last;
    if (theme !== last) {
      text.themes.push([i, theme]);
      main.startTheme(theme);
      appendix.startTheme(theme);
      last = theme;
    }
    text.blocks.push([block.anchor, block.depth, block.text]);
    index(block.text);
  });
  if (isTraditional([metadata.title, ...blocks.map((block) => block.text)].join(''), simplify))
    text.traditional = true;
  const shift = main.tokens.length;
  return {
    tokens: [...main.tokens, ...appendix.tokens],
    appendix: shift,
    themes: [
      ...main.themes,
      [shift, ''],
      ...appendix.themes.map(([at, theme]): [number, string] => [at + shift, theme]),
    ],
    text,
  };
}

class Tokens {
  readonly tokens: string[] = [];
  readonly themes: ThemePositions = [];

  add(units: readonly Unit[]): void {
    for (const token of encodeTokens(units)) this.tokens.push(token);
  }

  /** A theme that starts where another has no token yet takes its place. */
  startTheme(theme: string): void {
    if (this.themes.at(-1)?.[0] === this.tokens.length) this.themes.pop();
    this.themes.push([this.tokens.length, theme]);
  }
}
