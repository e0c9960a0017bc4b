/** Reads every figure, reading and change of a report's text. */
import { numberAnchors } from '../report/anchors.ts';
import type { Block } from '../report/report.ts';
import type { Change, Figure, Flag, Reading } from '../report/schema.ts';
import { countedWords } from './counts.ts';
import { type FigureContext, findNumbers } from './find.ts';
import type { Finding } from './finding.ts';
import type { Paragraph } from './paragraph.ts';
import { type Found, settleParts } from './parts.ts';
import { quoteOf } from './quote.ts';
import type { FigureRules } from './rules.ts';
import { scopeOf } from './scope.ts';

export interface ReadFigures {
  readings: Reading[];
  /** Numbers that are neither a reading nor a change. */
  figures: Figure[];
  changes: Change[];
}

const FIGURE_RULE = 'quantity';

/**
 * Every number of the text with its quote and place, in the order of the text.
 * Time is linear in the length of the text; nothing is kept between calls.
 */
export function readFigures(
  blocks: readonly Block[],
  context: FigureContext,
  rules: FigureRules,
): ReadFigures {
  const result: ReadFigures = { readings: [], figures: [], changes: [] };
  const places: Found[] = [];
  for (const { block, paragraph, findings } of findNumbers(blocks, context, rules)) {
    const anchors = numberAnchors(
      block,
      findings.map(({ window }) => window.quantity.start),
    );
    let last: Reading | undefined;
    findings.forEach((finding, i) => {
      const place = placeOf(paragraph, block, finding, anchors[i] as string);
      const amount = amountOf(block, finding);
      if (finding.change) {
        const metric = last && sameSentence(paragraph, finding, last, block) ? last.metric : undefined;
        result.changes.push({ ...(metric && { metric }), ...amount, ...finding.change, ...place });
        return;
      }
      const own = scopeOf(paragraph, finding.window);
      const metric = finding.match?.pattern.metric.id;
      const scope = own === 'unknown' && last && metric && kin(last.metric, metric) ? last.scope : own;
      const flags = flagsOf(paragraph, finding);
      // Assigned, as spreads with conditions in them take many times as long, and there is a number in each line.
      const read = Object.assign(amount, { scope }, place, flags.length > 0 ? { flags } : undefined);
      if (finding.match && (finding.time === 'own' || finding.time === 'running-total')) {
        const { metric, rule } = finding.match.pattern;
        last = Object.assign({ metric: metric.id }, read, { rule });
        result.readings.push(last);
        places.push({
          paragraph,
          window: finding.window,
          match: finding.match,
          total: finding.total ?? false,
        });
      } else {
        const counts = countedWords(paragraph, block.text, finding.window);
        result.figures.push(Object.assign(read, { rule: FIGURE_RULE, counts }));
      }
    });
  }
  return { ...result, readings: settleParts(result.readings, places, rules) };
}

function placeOf(paragraph: Paragraph, block: Block, { window, match }: Finding, at: string) {
  const { start, end } = quoteOf(paragraph, window, match?.from);
  return {
    printed: block.text.slice(window.quantity.start, window.quantity.end),
    at,
    quote: block.text.slice(start, end),
    paragraph: block.anchor,
    start,
  };
}

/** A number's value, unit and bound, as a new object. */
function amountOf(block: Block, finding: Finding): Pick<Figure, 'value' | 'max' | 'unit' | 'bound'> {
  const { value, max, unit, bound } = finding.window.quantity;
  const printed = original(block, finding, unit);
  return max === undefined ? { value, unit: printed, bound } : { value, max, unit: printed, bound };
}

/** The unit as the text prints it, which may be in traditional characters. */
function original(block: Block, { window: { quantity } }: Finding, unit: string): string {
  const printed = block.text.slice(quantity.end - unit.length, quantity.end);
  return unit === '%' ? unit : printed;
}

function flagsOf({ text }: Paragraph, { window, match, time }: Finding): Flag[] {
  const { quantity, clause } = window;
  const behind = text.slice(quantity.end, quantity.end + 12);
  const carried =
    match !== undefined &&
    (/^\((?:含|包括)[^)]*结转/.test(behind) ||
      /(?:含|包括)[^,。;)]*结转[^,。;)]*$/.test(text.slice(clause.start, quantity.start)));
  const flags: Flag[] = [];
  if (time === 'running-total') flags.push('cumulative');
  if (match?.mixed) flags.push('mixed');
  if (carried) flags.push('carried-over');
  return flags;
}

/** Metrics of one subject: a scope that was said once goes on for them (全市收到申请98件。审结79件). */
function kin(a: string, b: string): boolean {
  const subject = a.slice(0, a.indexOf('.') + 1);
  return b.startsWith(subject);
}

/** Whether a change stands in the sentence of the reading before it. */
function sameSentence({ text }: Paragraph, { window }: Finding, reading: Reading, block: Block): boolean {
  if (reading.paragraph !== block.anchor) return false;
  return !/[。!?]/.test(text.slice(reading.start + reading.quote.length, window.quantity.start));
}
