/** A report's text as it is set: blocks with their numbers marked and their readings beside them. */
import { type Catalogue, headlines } from '../compare/headline.ts';
import { numberOffsets } from '../report/anchors.ts';
import type { Block, Report } from '../report/report.ts';
import type { Change, Figure, Reading } from '../report/schema.ts';
import { escapeHtml } from './html.ts';
import { signatureOf } from './signature.ts';

/** A stretch of a block's text. Those of one block joined are the text, character for character. */
export interface Run {
  text: string;
  /** Ids that the stretch answers to; empty for text that is not a number. */
  ids: string[];
  /** True where a reading of the catalogue stands here. */
  reading: boolean;
}

export interface ArticleBlock {
  block: Block;
  runs: Run[];
  /** Readings that stand in the block, in the order of the text. */
  readings: Reading[];
  /** True where it belongs to the signature below the text. */
  signature: boolean;
}

type Numbered = Reading | Figure | Change;

/** The blocks of a report with every number that was read in them. */
export function articleOf(report: Report, catalogue: Catalogue): ArticleBlock[] {
  const { readings, figures, changes } = report.metadata;
  const metrics = new Map([...headlines(readings, catalogue)].map(([metric, reading]) => [reading, metric]));
  const spans = Map.groupBy(
    [
      ...readings.map((number) => ({ number, ids: idsOf(number, metrics.get(number)), reading: true })),
      ...[...figures, ...changes].map((number) => ({ number, ids: idsOf(number), reading: false })),
    ],
    ({ number }) => number.paragraph,
  );
  const notes = Map.groupBy(readings, (reading) => reading.paragraph);
  const signature = signatureOf(report);
  return report.blocks.map((block) => {
    const numbers = spans.get(block.anchor);
    return {
      block,
      runs: numbers ? runsOf(block.text, numbers) : [{ text: block.text, ids: [], reading: false }],
      readings: notes.get(block.anchor)?.sort((a, b) => position(a) - position(b)) ?? [],
      signature: signature.has(block.anchor),
    };
  });
}

/** A number answers to its own anchor, the headline of a metric to the metric's id too. */
function idsOf({ at }: Numbered, metric?: string): string[] {
  return metric === undefined ? [at] : [at, metric];
}

/** How many letters and digits stand before the number in its block. */
function position({ at }: Numbered): number {
  return Number(at.slice(at.lastIndexOf('-') + 1));
}

/**
 * Numbers that overlap (one that was read twice, 12 within 十二) share one stretch, which covers and answers
 * to all of them. Those of one anchor always overlap, so that no id is given twice.
 */
function runsOf(text: string, numbers: { number: Numbered; ids: string[]; reading: boolean }[]): Run[] {
  const offsets = numberOffsets(
    text,
    numbers.map(({ number }) => number.at),
  );
  const spans = numbers
    .map(({ number, ids, reading }, i) => ({ ...locate(text, number, offsets[i] as number), ids, reading }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const stretches: typeof spans = [];
  for (const span of spans) {
    const last = stretches.at(-1);
    if (last && span.start < last.end) {
      last.end = Math.max(last.end, span.end);
      last.ids = [...new Set([...last.ids, ...span.ids])];
      last.reading ||= span.reading;
    } else stretches.push(span);
  }
  const runs: Run[] = [];
  let at = 0;
  for (const { start, end, ids, reading } of stretches) {
    if (start > at) runs.push({ text: text.slice(at, start), ids: [], reading: false });
    runs.push({ text: text.slice(start, end), ids, reading });
    at = end;
  }
  if (at < text.length) runs.push({ text: text.slice(at), ids: [], reading: false });
  return runs;
}

/** Where the printed number stands: the occurrence that covers the place `at` that its anchor counts to. */
function locate(text: string, { printed }: Numbered, at: number): { start: number; end: number } {
  const offset = Math.max(0, at);
  const start = text.lastIndexOf(printed, offset);
  const covers = start >= 0 && start + printed.length > offset;
  return covers ? { start, end: start + printed.length } : { start: offset, end: offset + 1 };
}

/** A block as HTML, with the link to itself; `index` counts the report's blocks from 0. */
export function blockHtml(article: ArticleBlock, index: number): string {
  const { anchor, depth } = article.block;
  const tag = depth === 0 ? 'p' : `h${depth}`;
  const pin = `<a class="pin" href="#${anchor}" aria-label="第${index + 1}段的链接"></a>`;
  const name = article.signature ? ' class="signature"' : '';
  return `<${tag}${name} id="${anchor}">${pin}${runsHtml(article.runs)}</${tag}>`;
}

/** The runs of a block as HTML; its text is the block's, character for character. */
export function runsHtml(runs: readonly Run[]): string {
  return runs
    .map(({ text, ids: [id, ...more], reading }) => {
      if (id === undefined) return escapeHtml(text);
      const anchors = more.map((other) => `<span id="${other}"></span>`).join('');
      return `${anchors}<a class="${reading ? 'num reading' : 'num'}" id="${id}" href="#${id}">${escapeHtml(text)}</a>`;
    })
    .join('');
}
