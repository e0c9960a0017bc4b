/** How far from a number a pattern's topic and its other words stand, and what it costs to reach them. */
import type { Range, Window } from './clauses.ts';
import { lastIn, lowerBound, type Paragraph, type WordHit } from './paragraph.ts';
import type { Pattern } from './rules.ts';

export interface Reach {
  cost: number;
  /** Where the first of the words begins. */
  from: number;
}

/** In characters of distance. */
const COST = {
  sameClause: 1,
  otherClause: 2,
  perCharacterBack: 0.05,
  farthest: 2,
  sameSentence: 1,
  carried: 2.5,
  perCondition: -3,
};

/** What it costs to find a pattern's topic and its other words; undefined where one is missing. */
export function reachOfConditions(
  paragraph: Paragraph,
  window: Window,
  pattern: Pattern,
  headingTopics: ReadonlySet<string>,
): Reach | undefined {
  let cost = 0;
  let from = window.quantity.start;
  const near = { start: window.left.start, end: window.right.end };
  if (pattern.beside.length > 0) {
    if (lastIn(paragraph, pattern.beside, near) < 0) return undefined;
    cost += COST.perCondition;
  }
  for (const words of [pattern.and, pattern.also]) {
    if (words.length === 0) continue;
    const found = reachOfWords(paragraph, window, words, pattern.ahead);
    if (!found) return undefined;
    cost += found.cost + COST.perCondition;
    from = Math.min(from, found.from);
  }
  if (pattern.within.length > 0) {
    if (lastIn(paragraph, pattern.within, window.clause.sentence) < 0) return undefined;
    cost += COST.perCondition;
  }
  if (pattern.behind.length > 0) {
    const { quantity, clause } = window;
    const after = { start: quantity.after, end: nextNumber(paragraph, clause) };
    if (lastIn(paragraph, pattern.behind, after) < 0) return undefined;
    cost += COST.perCondition;
  }
  if (pattern.topics.length === 0) return { cost, from };
  const topic = reachOfTopic(paragraph, window, pattern, headingTopics);
  if (!topic) return undefined;
  return { cost: cost + topic.cost + COST.perCondition, from: Math.min(from, topic.from) };
}

/** Round the number, else in its clause, else before it in the sentence, else (`ahead`) behind it. */
function reachOfWords(
  paragraph: Paragraph,
  { quantity, clause, left, right }: Window,
  words: readonly string[],
  ahead: boolean,
): Reach | undefined {
  const near = lastIn(paragraph, words, { start: left.start, end: right.end });
  if (near >= 0) return { cost: 0, from: Math.min(near, quantity.start) };
  const inClause = lastIn(paragraph, words, clause);
  if (inClause >= 0) return { cost: COST.sameClause, from: Math.min(inClause, quantity.start) };
  const earlier = lastIn(paragraph, words, { start: clause.sentence.start, end: clause.start });
  if (earlier >= 0) {
    const far = Math.min((clause.start - earlier) * COST.perCharacterBack, COST.farthest);
    return { cost: COST.otherClause + far, from: earlier };
  }
  if (!ahead) return undefined;
  const behind = lastIn(paragraph, words, { start: clause.end, end: nextNumber(paragraph, clause) });
  return behind >= 0 ? { cost: COST.otherClause, from: quantity.start } : undefined;
}

/** Where the clauses behind a clause end that hold no number, within its sentence. */
function nextNumber({ windows }: Paragraph, { end, sentence }: Range & { sentence: Range }): number {
  let i = lowerBound(windows, end, ({ quantity }) => quantity.start);
  // 印发后15日内备案 counts nothing.
  while (windows[i]?.quantity.kind === 'duration') i += 1;
  const next = windows[i];
  return next && next.clause.start < sentence.end ? next.clause.start : sentence.end;
}

/** The topic in the window, else the one last spoken of in the paragraph, else that of the heading above. */
function reachOfTopic(
  paragraph: Paragraph,
  window: Window,
  { topics, own }: Pattern,
  headingTopics: ReadonlySet<string>,
): Reach | undefined {
  const { topicHits, subjects } = paragraph;
  const from = window.quantity.start;
  const first = lowerBound(topicHits, window.left.start, (hit) => hit.start);
  let spoken = false;
  for (let i = first; i < topicHits.length && (topicHits[i] as WordHit).start < window.right.end; i += 1) {
    const hit = topicHits[i] as WordHit;
    if (hit.payload.topics.some((topic) => topics.includes(topic)))
      return { cost: 0, from: Math.min(from, hit.start) };
    spoken ||= !own.has(hit.payload.text);
  }
  if (spoken) return undefined;
  const last = subjects[lowerBound(subjects, window.left.start, (hit) => hit.start) - 1];
  if (!last)
    return topics.some((topic) => headingTopics.has(topic)) ? { cost: COST.carried, from } : undefined;
  if (!last.payload.topics.some((topic) => topics.includes(topic))) return undefined;
  const same = last.start >= window.clause.sentence.start;
  return { cost: same ? COST.sameSentence : COST.carried, from: same ? last.start : from };
}
