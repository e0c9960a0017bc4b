/** Reads every figure, reading and change of a report's text. */
import { numberAnchors } from '../report/anchors.ts';
import type { Block } from '../report/report.ts';
import type { AgencyType, Change, Figure, Flag, Level, Reading, Section } from '../report/schema.ts';
import { type ChangeWords, changeOf, listedChange } from './changes.ts';
import type { Window } from './clauses.ts';
import { countedWords } from './counts.ts';
import type { Finding } from './finding.ts';
import { pairLists } from './lists.ts';
import { allMatches, bestMatch, zeroMatches } from './match.ts';
import { type Paragraph, readParagraph } from './paragraph.ts';
import { type Found, settleParts } from './parts.ts';
import { quoteOf } from './quote.ts';
import type { FigureRules } from './rules.ts';
import { scopeOf } from './scope.ts';
import { withoutParts } from './totals.ts';
import { isThreshold, reachBack } from './window.ts';
import { plansFrom, type Time, timeOf } from './years.ts';

export interface FigureContext {
  /** The year that the report is of; where it is not known, no year that the text names is another one. */
  year?: number;
  sections: readonly Section[];
  agencyType?: AgencyType;
  level?: Level;
}

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
  const plans = planBlocks(blocks, context.sections);
  const result: ReadFigures = { readings: [], figures: [], changes: [] };
  const places: Found[] = [];
  const headings: Heading[] = [];
  let headingTopics: ReadonlySet<string> = new Set();
  let plansGoOn = false;
  blocks.forEach((block, b) => {
    const paragraph = readParagraph(block.text, rules, block.depth > 0);
    if (block.depth > 0) headingTopics = topicsBelow(headings, block.depth, paragraph);
    // What follows 下一步，…： up to the next heading goes on with the plans.
    if (block.depth > 0) plansGoOn = false;
    const plansAt = plans.has(b) || plansGoOn ? 0 : plansFrom(paragraph.text, context.year);
    plansGoOn ||= plansAt < paragraph.text.length;
    const findings = findAll(paragraph, headingTopics, context.year, plansAt);
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
  });
  return { ...result, readings: settleParts(result.readings, places, rules) };
}

/** A heading whose text has not ended, with what it speaks of. */
interface Heading {
  depth: number;
  topics: ReadonlySet<string>;
}

/** What the text below a heading speaks of: where the heading does not say (3.审结情况), the one above it does. */
function topicsBelow(headings: Heading[], depth: number, { topicHits }: Paragraph): ReadonlySet<string> {
  while (headings.length > 0 && (headings.at(-1) as Heading).depth >= depth) headings.pop();
  const own = new Set(topicHits.flatMap(({ payload }) => payload.topics));
  const topics = own.size > 0 ? own : (headings.at(-1)?.topics ?? own);
  headings.push({ depth, topics });
  return topics;
}

/** Numbers and zeros of a paragraph with what each of them is, in the order of the text; from `plansAt` on they are plans. */
function findAll(
  paragraph: Paragraph,
  headingTopics: ReadonlySet<string>,
  year: number | undefined,
  plansAt: number,
): Finding[] {
  const timeAt = (window: Window): Time =>
    window.quantity.start >= plansAt ? 'plan' : timeOf(paragraph, window, year);
  const changes = new Map<number, ChangeWords>();
  const finding = (window: Window): Finding => {
    const change = changeOf(paragraph, window) ?? listedChange(paragraph, window, changes);
    if (change) {
      changes.set(window.quantity.after, change);
      return { window, time: 'own', change };
    }
    const match = bestMatch(paragraph, reachBack(paragraph, window), headingTopics);
    return { window, time: timeAt(window), match };
  };
  const numbers = withoutParts(
    paragraph,
    pairLists(paragraph)
      .filter(({ whole }) => !isThreshold(paragraph, whole))
      .flatMap(({ whole, names }): Finding[] => {
        const found = names.map(finding);
        // 参考率、合格率均达100% is one number where neither rate is a metric.
        return found.some(({ match, change }) => match ?? change) ? found : [finding(whole)];
      }),
  );
  const zeros = paragraph.zeros
    .flatMap((window): Finding[] =>
      zeroMatches(paragraph, allMatches(paragraph, window, headingTopics)).map((match) => ({
        window,
        match,
        time: timeAt(window),
      })),
    )
    .filter(({ time }) => time === 'own');
  if (zeros.length === 0) return numbers;
  return [...numbers, ...zeros].sort((a, b) => a.window.quantity.start - b.window.quantity.start);
}

/** Indexes of the blocks that stand in a section of plans. */
function planBlocks(blocks: readonly Block[], sections: readonly Section[]): Set<number> {
  const contents = new Map(sections.map(({ anchor, content }) => [anchor, content]));
  const plans = new Set<number>();
  let plan = false;
  blocks.forEach(({ anchor }, b) => {
    if (contents.has(anchor)) plan = contents.get(anchor) === 'plans';
    if (plan) plans.add(b);
  });
  return plans;
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
