/** How well numbers are read, against a gold file: every number of some texts, as people labelled them. */
import { z } from 'zod';
import { fold } from '../figures/fold.ts';
import type { ReadFigures } from '../figures/read.ts';
import { numberOffset } from '../report/anchors.ts';
import type { Block } from '../report/report.ts';
import { BOUNDS, type Bound } from '../report/schema.ts';
import { isAt, placesOf } from './places.ts';

const COLUMNS = ['file', 'metric', 'value', 'unit', 'bound', 'printed', 'flags', 'quote'] as const;

const goldSchema = z.object({
  /** Start of the text's file name. */
  file: z.string().min(1),
  /** A metric's id, `figure` or `change`. */
  metric: z.string().min(1),
  value: z.coerce.number(),
  unit: z.string(),
  bound: z.enum(BOUNDS),
  printed: z.string(),
  flags: z.string(),
  /** Stands once in the text and holds the number. */
  quote: z.string().min(1),
});

export type GoldRow = z.infer<typeof goldSchema>;

/** A number that was read, whatever it was read as. */
export interface ReadNumber {
  kind: string;
  value: number;
  max?: number | undefined;
  unit: string;
  bound: Bound;
  printed: string;
  quote: string;
  /** Index of its block and offset in it. */
  block: number;
  offset: number;
}

/** @throws {SyntaxError} naming the line that does not fit. */
export function parseGold(tsv: string): GoldRow[] {
  const [header = '', ...lines] = tsv.replace(/\n$/, '').split('\n');
  const names = header.split('\t');
  const missing = COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0)
    throw new SyntaxError(
      `gold, line 1: expected the columns ${COLUMNS.join(' ')}, without ${missing.join(' ')}`,
    );
  return lines.map((line, i) => {
    const cells = line.split('\t');
    const row = goldSchema.safeParse(Object.fromEntries(names.map((name, c) => [name, cells[c]])));
    if (row.success) return row.data;
    const issue = row.error.issues[0];
    throw new SyntaxError(`gold, line ${i + 2}: ${issue?.path.join('.')}: ${issue?.message}`);
  });
}

/** All numbers of a text in one list. */
export function readNumbers(
  blocks: readonly Block[],
  { readings, figures, changes }: ReadFigures,
): ReadNumber[] {
  const index = new Map(blocks.map(({ anchor }, i) => [anchor, i]));
  const number = (kind: string, read: ReadFigures['changes'][number]): ReadNumber => {
    const block = index.get(read.paragraph) as number;
    const offset = numberOffset((blocks[block] as Block).text, read.at);
    const { value, max, unit, bound, printed, quote } = read;
    return { kind, value, max, unit, bound, printed, quote, block, offset };
  };
  return [
    ...readings.map((reading) => number(reading.metric, reading)),
    ...figures.map((figure) => number('figure', figure)),
    ...changes.map((change) => number('change', change)),
  ];
}

export interface Tally {
  gold: number;
  read: number;
  right: number;
}

/** A number missed, read falsely, or read as something else. */
export interface Mistake {
  file: string;
  mistake: 'missed' | 'false' | 'other-metric';
  expected?: string;
  read?: string;
  printed: string;
  quote: string;
}

export interface GoldScores {
  texts: number;
  /** Readings, figures and changes together: value, unit, bound and place right. */
  figures: Tally;
  /** Readings alone, and the metric right as well. */
  readings: Tally;
  metrics: Record<string, Tally>;
  mistakes: Mistake[];
}

/** Scores what was read in each text against its rows of the gold. */
export function scoreGold(
  texts: readonly { file: string; blocks: readonly Block[]; numbers: ReadFigures }[],
  gold: readonly GoldRow[],
): GoldScores {
  const scores: GoldScores = {
    texts: texts.length,
    figures: tally(),
    readings: tally(),
    metrics: {},
    mistakes: [],
  };
  for (const { file, blocks, numbers } of texts) {
    const rows = gold.filter((row) => row.file === file);
    scoreText(file, rows, blocks, readNumbers(blocks, numbers), scores);
  }
  return scores;
}

function scoreText(
  file: string,
  rows: readonly GoldRow[],
  blocks: readonly Block[],
  read: ReadNumber[],
  scores: GoldScores,
) {
  const open = new Set(read);
  const take = (row: GoldRow, sameKind: boolean): ReadNumber | undefined => {
    const places = placesOf(blocks, row.quote);
    const found = [...open].find(
      (number) =>
        isSame(row, number, blocks) && isAt(number, places) && (!sameKind || number.kind === row.metric),
    );
    if (found) open.delete(found);
    return found;
  };
  const pairs = new Map<GoldRow, ReadNumber>();
  for (const sameKind of [true, false])
    for (const row of rows) {
      const number = pairs.has(row) ? undefined : take(row, sameKind);
      if (number) pairs.set(row, number);
    }
  for (const row of rows) {
    const number = pairs.get(row);
    const { metric, printed, quote } = row;
    scores.figures.gold += 1;
    if (number) scores.figures.right += 1;
    countReading(scores, 'gold', metric);
    if (number?.kind === metric) countReading(scores, 'right', metric);
    else if (number)
      scores.mistakes.push({
        file,
        mistake: 'other-metric',
        expected: metric,
        read: number.kind,
        printed,
        quote,
      });
    else scores.mistakes.push({ file, mistake: 'missed', expected: describe(row), printed, quote });
  }
  for (const number of read) {
    scores.figures.read += 1;
    countReading(scores, 'read', number.kind);
    if (open.has(number))
      scores.mistakes.push({
        file,
        mistake: 'false',
        read: describe({ ...number, metric: number.kind }),
        printed: number.printed,
        quote: number.quote,
      });
  }
}

function countReading(scores: GoldScores, column: keyof Tally, metric: string): void {
  if (metric === 'figure' || metric === 'change') return;
  scores.metrics[metric] ??= tally();
  for (const counted of [scores.readings, scores.metrics[metric]]) counted[column] += 1;
}

function describe({
  metric,
  value,
  unit,
  bound,
}: {
  metric: string;
  value: number;
  unit: string;
  bound: Bound;
}): string {
  return `${metric} ${value} ${unit} ${bound}`;
}

function tally(): Tally {
  return { gold: 0, read: 0, right: 0 };
}

/** Value, unit and bound are the same; 以上 counts as at-least whichever the gold says. */
export function isSame(
  { value, unit, bound }: { value: number; unit: string | undefined; bound: Bound },
  number: ReadNumber,
  blocks: readonly Block[],
): boolean {
  const behind = (blocks[number.block] as Block).text.slice(number.offset + number.printed.length);
  const bounds =
    bound === number.bound ||
    (/^(?:及|或|含|[（(]含[）)])?以上/.test(behind) && isLower(bound) && isLower(number.bound));
  const values = value === number.value || value === number.max;
  return values && bounds && (unit === undefined || fold(unit) === fold(number.unit));
}

function isLower(bound: Bound): boolean {
  return bound === 'at-least' || bound === 'more-than';
}
