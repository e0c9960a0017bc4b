/** Tells a metric's total from the parts that a report says of it: of 处罚116起，其中简易程序79起 the first is the reading. */
import type { Window } from './clauses.ts';
import { asFigure, type Finding } from './finding.ts';
import { lastIn, type Paragraph } from './paragraph.ts';
import type { Metric } from './rules.ts';
import { scopeOf } from './scope.ts';

const GOES_ON = '其中';
const BEGINS_PARTS = /其中|\(|^:|[,:](?:具体|包括|包含)/;

/**
 * Of 受理诉求1420件，其中转派480件 the first number is the total, and the second no reading where the metric says so
 * and no word sets it apart.
 */
export function withoutParts(paragraph: Paragraph, findings: readonly Finding[]): Finding[] {
  const wholes = new Map<string, Finding>();
  return findings.map((finding) => {
    const { match, time, window } = finding;
    if (!match || time !== 'own') return finding;
    const { metric } = match.pattern;
    const whole = wholes.get(metric.id);
    const isPart = whole !== undefined && isPartOf(paragraph, whole.window, window, metric);
    if (isPart && metric.parts && lastIn(paragraph, metric.apart, window.left) < 0) return asFigure(finding);
    if (isPart) whole.total = true;
    else wholes.set(metric.id, finding);
    return finding;
  });
}

/** Whether a smaller number behind another of its metric counts a part of that one. */
function isPartOf(paragraph: Paragraph, whole: Window, window: Window, { partNames }: Metric): boolean {
  // A part of a rate may be higher than the whole.
  if (whole.quantity.value <= window.quantity.value && whole.quantity.unit !== '%') return false;
  // 全市办件30件，其中许可16件；市本级办件9件: another scope is a reading of its own.
  const scope = scopeOf(paragraph, window);
  if (scope !== 'unknown' && scope !== scopeOf(paragraph, whole)) return false;
  const { text } = paragraph;
  const { start, end } = whole.clause.sentence;
  const { sentence } = window.clause;
  const isNamed = ({ left }: Window) => lastIn(paragraph, partNames, left) >= 0;
  const named = isNamed(window) && !isNamed(whole);
  // 处罚116件。其中，简易程序79件: the sentence behind goes on with the parts.
  if (end + 1 === sentence.start) return text.startsWith(GOES_ON, sentence.start);
  if (start !== sentence.start) return false;
  if (named) return true;
  return BEGINS_PARTS.test(text.slice(whole.quantity.after, window.quantity.before));
}
