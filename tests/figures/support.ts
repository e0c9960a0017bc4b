/** The project's own rules, and phrases written with their number in []. */
import { readFileSync } from 'node:fs';
import { contentFile, PROJECT_CONTENT } from '../../src/content.ts';
import { type ReadFigures, readFigures } from '../../src/figures/read.ts';
import { type FigureRules, loadFigureRules } from '../../src/figures/rules.ts';
import { anchorBlocks, numberAnchor } from '../../src/report/anchors.ts';
import type { Block } from '../../src/report/report.ts';

export const contentText = (name: string): string => readFileSync(contentFile(PROJECT_CONTENT, name), 'utf8');
export const rules: FigureRules = loadFigureRules(contentText);

export function paragraph(text: string): Block {
  return anchorBlocks([{ depth: 0, text }])[0] as Block;
}

/** What is read from one paragraph of a report of 2022. */
export function read(text: string): ReadFigures {
  return readFigures([paragraph(text)], { year: 2022, sections: [] }, rules);
}

/** Metric and value of each reading of one paragraph, in the order of the text. */
export const readings = (text: string) => read(text).readings.map(({ metric, value }) => [metric, value]);

/** A phrase with its number in [] as a paragraph, and where that number stands in it. */
export function unmark(phrase: string): { block: Block; start: number; end: number } {
  const start = phrase.indexOf('[');
  return { block: paragraph(phrase.replace(/[[\]]/g, '')), start, end: phrase.indexOf(']') - 1 };
}

/** What is read from a phrase at its number in [], and that number. */
export function readMarked(phrase: string) {
  const { block, start, end } = unmark(phrase);
  const at = numberAnchor(block, start);
  const all = readFigures([block], { year: 2022, sections: [] }, rules);
  return {
    printed: block.text.slice(start, end),
    readings: all.readings.filter((reading) => reading.at === at),
    figures: all.figures.filter((figure) => figure.at === at),
    changes: all.changes.filter((change) => change.at === at),
  };
}
