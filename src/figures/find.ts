/** Finds what each number of a report's text is: of which metric, of which time, or a change. */
import type { Block } from '../report/report.ts';
import type { AgencyType, Content, Level, Section } from '../report/schema.ts';
import { type ChangeWords, changeOf, listedChange } from './changes.ts';
import type { Window } from './clauses.ts';
import { asFigure, type Finding } from './finding.ts';
import { pairLists } from './lists.ts';
import { allMatches, bestMatches, zeroMatches } from './match.ts';
import { type Paragraph, readParagraph } from './paragraph.ts';
import type { FigureRules } from './rules.ts';
import { withoutSummands } from './summands.ts';
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

/** A block with what each of its numbers is, in the order of the text. */
export interface FoundBlock {
  block: Block;
  paragraph: Paragraph;
  findings: Finding[];
}

/** Every number of the blocks with what it is, by block and in the order of the text. */
export function findNumbers(
  blocks: readonly Block[],
  context: FigureContext,
  rules: FigureRules,
): FoundBlock[] {
  const apart = blocksApart(blocks, context.sections);
  const headings: Heading[] = [];
  let headingTopics: ReadonlySet<string> = new Set();
  let plansGoOn = false;
  const found = blocks.map((block, b): FoundBlock => {
    const paragraph = readParagraph(block.text, rules, block.depth > 0);
    if (block.depth > 0) headingTopics = topicsBelow(headings, block.depth, paragraph);
    // What follows 下一步，…： up to the next heading goes on with the plans.
    if (block.depth > 0) plansGoOn = false;
    const plansAt = apart.has(b) || plansGoOn ? 0 : plansFrom(paragraph.text, context.year);
    plansGoOn ||= plansAt < paragraph.text.length;
    return { block, paragraph, findings: findAll(paragraph, headingTopics, context.year, plansAt) };
  });
  return withoutImplied(found);
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
  const findings = (window: Window): Finding[] => {
    const change = changeOf(paragraph, window) ?? listedChange(paragraph, window, changes);
    if (change) {
      changes.set(window.quantity.after, change);
      return [{ window, time: 'own', change }];
    }
    const time = timeAt(window);
    const matches = bestMatches(paragraph, reachBack(paragraph, window), headingTopics);
    return matches.length > 0 ? matches.map((match) => ({ window, time, match })) : [{ window, time }];
  };
  const said = pairLists(paragraph)
    .filter(({ whole }) => !isThreshold(paragraph, whole))
    .flatMap(({ whole, names }): Finding[] => {
      const found = names.flatMap(findings);
      // 参考率、合格率均达100% is one number where neither rate is a metric.
      return found.some(({ match, change }) => match ?? change) ? found : findings(whole);
    });
  const numbers = withoutParts(paragraph, withoutSummands(paragraph, said));
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

/** Sections whose numbers are not what was done in the year: of plans, and of what fell short (有2个镇全年执法不足5件). */
const APART: ReadonlySet<Content | undefined> = new Set<Content>(['plans', 'shortcomings']);

/** Indexes of the blocks that stand in such a section. */
function blocksApart(blocks: readonly Block[], sections: readonly Section[]): Set<number> {
  const contents = new Map(sections.map(({ anchor, content }) => [anchor, content]));
  const apart = new Set<number>();
  let isApart = false;
  blocks.forEach(({ anchor }, b) => {
    if (contents.has(anchor)) isApart = APART.has(contents.get(anchor));
    if (isApart) apart.add(b);
  });
  return apart;
}

/** 制定文件6件，均经审查 tells how many were reviewed only where the report nowhere says it outright. */
function withoutImplied(found: FoundBlock[]): FoundBlock[] {
  if (!found.some(({ findings }) => findings.some(({ match }) => match?.pattern.yields))) return found;
  const stated = new Set(
    found.flatMap(({ findings }) =>
      findings.flatMap(({ match, time }) =>
        match && !match.pattern.yields && time === 'own' ? match.pattern.metric : [],
      ),
    ),
  );
  const isImplied = ({ match }: Finding) => match?.pattern.yields && stated.has(match.pattern.metric);
  return found.map(({ findings, ...block }) => {
    const kept = new Set(findings.filter((finding) => !isImplied(finding)).map(({ window }) => window));
    const settled = findings.flatMap((finding) => {
      if (!isImplied(finding)) return finding;
      if (kept.has(finding.window)) return [];
      kept.add(finding.window);
      return asFigure(finding);
    });
    return { ...block, findings: settled };
  });
}
