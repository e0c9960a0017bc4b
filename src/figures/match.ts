/**
 * Binds a number to the pattern that fits its words best. A pattern fits where a head stands beside the number
 * with no other thing between, its topic is spoken of there or was last spoken of, and its other words stand
 * in the clause or earlier in the sentence. Of the patterns that fit, the one that needs the least reaching wins.
 */
import type { Range, Window } from './clauses.ts';
import { hitsIn, lastIn, lowerBound, type Paragraph, type WordHit } from './paragraph.ts';
import { type Pattern, takes } from './rules.ts';

export interface Match {
  pattern: Pattern;
  head: WordHit;
  side: 'before' | 'after';
  cost: number;
  /** Where the words begin that make the reading: the topic's where it is carried within the sentence. */
  from: number;
  /** The number counts more than the metric's own kind (规范性文件、合同等401件). */
  mixed: boolean;
}

/** What reaching costs, in characters of distance. */
const COST = {
  after: 1.5,
  /** Words between two numbers mostly belong to the second: 案件977件中直接纠错236件. */
  afterShared: 6,
  sameClause: 1,
  otherClause: 2,
  perCharacterBack: 0.05,
  farthest: 2,
  sameSentence: 1,
  carried: 2.5,
  perHeadCharacter: -0.7,
  perCondition: -3,
};
const COORDINATION = /[、和及与或]|以及/;
const LONGEST_COORDINATION = 14;
/** How near behind a head the mark stands that names another thing beside it. */
const NEXT_NAMED = 4;
const OR_TIMES = '(次)';
/** A thing this near behind a number takes it from what stands before it. */
const GRASP = 2;

/** The best match of a number; `headingTopics` are those of the heading above the paragraph. */
export function bestMatch(
  paragraph: Paragraph,
  window: Window,
  headingTopics: ReadonlySet<string>,
): Match | undefined {
  const matches = allMatches(paragraph, window, headingTopics);
  const best = matches[0];
  return best && (firstNamed(paragraph, matches, best) ?? best);
}

/** Every match of a number, the best first. */
export function allMatches(
  paragraph: Paragraph,
  window: Window,
  headingTopics: ReadonlySet<string>,
): Match[] {
  const near = {
    left: hitsIn(paragraph.hits, window.left),
    right: hitsIn(paragraph.hits, window.right),
  };
  if (near.left.some(({ payload }) => payload.aside)) return [];
  const { unit } = window.quantity;
  const grasped = near.right.find(
    ({ start, payload }) => takes(payload, unit) && !window.shared && start - window.right.start <= GRASP,
  );
  const matches: Match[] = [];
  for (const side of ['before', 'after'] as const) {
    const hits = side === 'before' ? near.left : near.right;
    for (const head of hits)
      for (const pattern of head.payload.heads) {
        if (pattern.side && pattern.side !== side) continue;
        if (!countsAs(pattern, window)) continue;
        if (side === 'before' && grasped && !pattern.own.has(grasped.payload.text)) continue;
        const match = tryPattern(paragraph, window, { pattern, head, side }, hits, near, headingTopics);
        if (match) matches.push(match);
      }
  }
  return matches.sort((a, b) => a.cost - b.cost);
}

/** A zero without a unit (未发生, 败诉案件为0) counts what only some patterns know. */
function countsAs(pattern: Pattern, { quantity }: Window): boolean {
  const { unit, value } = quantity;
  if (pattern.units.has(unit) || (pattern.zero && value === 0 && unit === '')) return true;
  // 件(次) is 件 or 件次: the text leaves it open.
  if (!unit.endsWith(OR_TIMES)) return false;
  const once = unit.slice(0, -OR_TIMES.length);
  return pattern.units.has(once) || pattern.units.has(`${once}次`);
}

type Attempt = Pick<Match, 'pattern' | 'head' | 'side'>;

function tryPattern(
  paragraph: Paragraph,
  window: Window,
  attempt: Attempt,
  sideHits: readonly WordHit[],
  near: { left: WordHit[]; right: WordHit[] },
  headingTopics: ReadonlySet<string>,
): Match | undefined {
  const { pattern, head, side } = attempt;
  const gap: Range =
    side === 'before'
      ? { start: head.end, end: window.left.end }
      : { start: window.right.start, end: head.start };
  if (gap.end - gap.start > pattern.reach) return undefined;
  if (pattern.unless.length > 0) {
    const sofar = { start: window.clause.sentence.start, end: window.clause.end };
    if (lastIn(paragraph, pattern.unless, sofar) >= 0) return undefined;
  }
  if (pattern.without.size > 0) {
    const excluded = ({ payload }: WordHit) => pattern.without.has(payload.text);
    if (near.left.some(excluded) || (!window.shared && near.right.some(excluded))) return undefined;
  }

  const thing = sideHits.find(
    (hit) =>
      hit.start >= gap.start &&
      hit.end <= gap.end &&
      takes(hit.payload, window.quantity.unit) &&
      !isOwn(pattern, hit, sideHits),
  );
  const coordinated =
    thing &&
    side === 'before' &&
    COORDINATION.test(paragraph.text.slice(head.end, Math.min(thing.start, head.end + NEXT_NAMED)));
  if (thing && !coordinated) return undefined;

  const reach = reachOfConditions(paragraph, window, pattern, headingTopics);
  if (!reach) return undefined;
  return {
    ...attempt,
    cost:
      gap.end -
      gap.start +
      (side === 'before' ? 0 : window.shared ? COST.afterShared : COST.after) +
      (head.end - head.start) * COST.perHeadCharacter +
      reach.cost,
    from: Math.min(head.start, reach.from),
    mixed: coordinated || (side === 'before' && followsThing(paragraph, head, sideHits)),
  };
}

/** Whether a thing is one of the pattern's words or stands inside one (清单 in 权责清单). */
function isOwn(pattern: Pattern, thing: WordHit, hits: readonly WordHit[]): boolean {
  return hits.some(
    ({ start, end, payload }) => start <= thing.start && end >= thing.end && pattern.own.has(payload.text),
  );
}

/** 发布文件、政策解读220份: another thing is named before the head, with only a list mark between. */
function followsThing({ text }: Paragraph, head: WordHit, hits: readonly WordHit[]): boolean {
  return (
    text[head.start - 1] === '、' && hits.some(({ end, payload }) => payload.thing && end === head.start - 1)
  );
}

/** What it costs to find a pattern's topic and its other words; undefined where one is missing. */
function reachOfConditions(
  paragraph: Paragraph,
  window: Window,
  pattern: Pattern,
  headingTopics: ReadonlySet<string>,
): { cost: number; from: number } | undefined {
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
): { cost: number; from: number } | undefined {
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
  const next = windows[lowerBound(windows, end, ({ quantity }) => quantity.start)];
  return next && next.clause.start < sentence.end ? next.clause.start : sentence.end;
}

/** The topic in the window, else the one last spoken of in the paragraph, else that of the heading above. */
function reachOfTopic(
  paragraph: Paragraph,
  window: Window,
  { topics, own }: Pattern,
  headingTopics: ReadonlySet<string>,
): { cost: number; from: number } | undefined {
  const { topicHits } = paragraph;
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
  const last = topicHits[first - 1];
  if (!last)
    return topics.some((topic) => headingTopics.has(topic)) ? { cost: COST.carried, from } : undefined;
  if (!last.payload.topics.some((topic) => topics.includes(topic))) return undefined;
  const same = last.start >= window.clause.sentence.start;
  return { cost: same ? COST.sameSentence : COST.carried, from: same ? last.start : from };
}

/** A mixed set is kept under its first-named kind: of 规范性文件、合同等 the 规范性文件. */
function firstNamed(paragraph: Paragraph, matches: readonly Match[], best: Match): Match | undefined {
  if (best.side !== 'before') return undefined;
  const earlier = matches.filter(({ head, side, pattern }) => {
    if (side !== 'before' || pattern.metric === best.pattern.metric || head.end > best.head.start)
      return false;
    const between = paragraph.text.slice(head.end, best.head.start);
    return between.length <= LONGEST_COORDINATION && COORDINATION.test(between);
  });
  const first = earlier.sort((a, b) => a.head.start - b.head.start || a.cost - b.cost)[0];
  return first && { ...first, mixed: true };
}

/** Metrics that one zero speaks of: both of 未发生行政复议、行政诉讼案件. */
export function zeroMatches({ text }: Paragraph, matches: readonly Match[]): Match[] {
  const best = matches[0];
  if (!best) return [];
  const others = matches.filter(({ head, pattern }, i) => {
    if (matches.findIndex((other) => other.pattern.metric === pattern.metric) !== i) return false;
    const between = text.slice(best.head.end, head.start);
    return (
      pattern.metric !== best.pattern.metric &&
      between.length <= LONGEST_COORDINATION &&
      COORDINATION.test(between)
    );
  });
  return [best, ...others];
}
