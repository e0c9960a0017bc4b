/**
 * Binds a number to the pattern that fits its words best. A pattern fits where a head stands beside the number
 * with no other thing between, its topic is spoken of there or was last spoken of, and its other words stand
 * in the clause or earlier in the sentence. Of the patterns that fit, the one that needs the least reaching wins.
 */
import type { Range, Window } from './clauses.ts';
import { hitsIn, lastIn, type Paragraph, type WordHit } from './paragraph.ts';
import { reachOfConditions } from './reach.ts';
import type { Pattern } from './rules.ts';
import { takes } from './word.ts';

export interface Match {
  pattern: Pattern;
  head: WordHit;
  side: 'before' | 'after';
  cost: number;
  /** Where the words begin that make the reading: the topic's where it is carried within the sentence. */
  from: number;
  /** The number counts more than the metric's own kind (规范性文件、合同等401件). */
  mixed: boolean;
  /** Only as the first named of a list does the pattern fit: 普法宣传 of 普法宣传、法治讲座36场. */
  listed: boolean;
}

/** What stands between head and number costs its characters, and this. */
const COST = {
  after: 1.5,
  /** Words between two numbers mostly belong to the second: 案件977件中直接纠错236件. */
  afterShared: 6,
  perHeadCharacter: -0.7,
};
const COORDINATION = /[、和及与或]|以及/;
const BEGINS_WITH_MARK = /^(?:[、和及与或]|以及)/;
const LONGEST_COORDINATION = 14;
/** What one zero is said of may be many words: 无行政复议变更、撤销、重新作出行政行为案件和行政诉讼败诉案件. */
const LONGEST_OF_ZERO = 24;
/** How near behind a head the mark stands that names another thing beside it. */
const NEXT_NAMED = 4;
const OR_TIMES = '(次)';
/** Of 行政审批类5187件 the number counts one kind of something, which only a head that says so may be. */
const KIND = '类';
/** A thing this near behind a number takes it from what stands before it. */
const GRASP = 2;
const LONGEST_TITLE = 60;

/**
 * The best match of a number, none where no pattern fits; `headingTopics` are those of the heading above the paragraph.
 * Where it is known by what is said of it, so may others be: 制定文件6件，均经合法性审查并备案 counts both.
 */
export function bestMatches(
  paragraph: Paragraph,
  window: Window,
  headingTopics: ReadonlySet<string>,
): Match[] {
  const matches = everyMatch(paragraph, window, headingTopics);
  const best = matches.find(({ listed }) => !listed);
  if (!best) return [];
  if (best.pattern.yields) return ofEachMetric(matches.filter(({ pattern }) => pattern.yields));
  return [firstNamed(paragraph, matches, best) ?? best];
}

/** The first of each metric. */
function ofEachMetric(matches: readonly Match[]): Match[] {
  return [...new Map(matches.toReversed().map((match) => [match.pattern.metric, match])).values()].reverse();
}

/** Every match of a number that may bind it alone, the best first. */
export function allMatches(
  paragraph: Paragraph,
  window: Window,
  headingTopics: ReadonlySet<string>,
): Match[] {
  return everyMatch(paragraph, window, headingTopics).filter(({ listed }) => !listed);
}

function everyMatch(paragraph: Paragraph, window: Window, headingTopics: ReadonlySet<string>): Match[] {
  const near = {
    left: hitsIn(paragraph.hits, window.left),
    right: hitsIn(paragraph.hits, window.right),
  };
  const isKind = window.left.start < window.left.end && paragraph.text[window.left.end - 1] === KIND;
  if (near.left.some((hit) => isAside(paragraph.text, window, hit))) return [];
  const { unit } = window.quantity;
  const grasped = near.right.find(
    ({ start, payload }) => takes(payload, unit) && !window.shared && start - window.right.start <= GRASP,
  );
  const excluding = {
    left: near.left.filter(({ payload }) => payload.excludes),
    right: window.shared ? [] : near.right.filter(({ payload }) => payload.excludes),
  };
  const matches: Match[] = [];
  for (const side of SIDES) {
    const hits = side === 'before' ? near.left : near.right;
    for (const head of hits) {
      if (head.payload.heads.length === 0) continue;
      if (isKind && !head.payload.text.endsWith(KIND)) continue;
      const gap = gapOf(window, head, side);
      // Made where a pattern asks: of most heads none counts the number's unit.
      let stand: Stand | undefined;
      for (const pattern of head.payload.heads) {
        if (pattern.side && pattern.side !== side) continue;
        if (gap.end - gap.start > pattern.reach || !countsAs(pattern, window, paragraph.text)) continue;
        if (side === 'before' && grasped && !pattern.own.has(grasped.payload.text)) continue;
        stand ??= standOf(window, head, side, hits, gap);
        const match = tryPattern(paragraph, window, pattern, stand, excluding, headingTopics);
        if (match) matches.push(match);
      }
    }
  }
  return matches.sort((a, b) => a.cost - b.cost);
}

/** 每季度听取汇报、开展学法7次: what is said of the words before a new verb says nothing of the number. */
const NEW_VERB = /[,、](?:全年|年内|累计|共)*(?:开展|组织|召开|举办|完成)/;

/** Whether a word tells that the number is no reading (每村3名). */
function isAside(text: string, { quantity }: Window, { end, payload }: WordHit): boolean {
  return payload.aside && !NEW_VERB.test(text.slice(end, quantity.start));
}

const SIDES = ['before', 'after'] as const;

/** Where a head stands beside a number. */
interface Stand {
  head: WordHit;
  side: Match['side'];
  /** The words of that side. */
  hits: readonly WordHit[];
  /** What lies between head and number, and the things there that the number may count. */
  gap: Range;
  things: readonly WordHit[];
}

/** What lies between a head and its number. */
function gapOf(window: Window, head: WordHit, side: Match['side']): Range {
  return side === 'before'
    ? { start: head.end, end: window.left.end }
    : { start: window.right.start, end: head.start };
}

function standOf(
  window: Window,
  head: WordHit,
  side: Match['side'],
  hits: readonly WordHit[],
  gap: Range,
): Stand {
  const things = hits.filter(
    ({ start, end, payload }) => start >= gap.start && end <= gap.end && takes(payload, window.quantity.unit),
  );
  return { head, side, hits, gap, things };
}

/** A zero without a unit counts anything where it is a digit (罚款金额为0), in words (未发生) what only some patterns know. */
function countsAs(pattern: Pattern, { quantity }: Window, text: string): boolean {
  const { value } = quantity;
  const unit = quantity.lent ?? quantity.unit;
  if (pattern.units.has(unit)) return true;
  if (unit === '' && value === 0 && (pattern.zero || text[quantity.start] === '0')) return true;
  // 件(次) is 件 or 件次: the text leaves it open.
  if (!unit.endsWith(OR_TIMES)) return false;
  const once = unit.slice(0, -OR_TIMES.length);
  return pattern.units.has(once) || pattern.units.has(`${once}次`);
}

function tryPattern(
  paragraph: Paragraph,
  window: Window,
  pattern: Pattern,
  { head, side, hits, gap, things }: Stand,
  excluding: { left: WordHit[]; right: WordHit[] },
  headingTopics: ReadonlySet<string>,
): Match | undefined {
  if (pattern.unless.length > 0) {
    const { sentence, end } = window.clause;
    const range = pattern.ahead ? sentence : { start: sentence.start, end };
    if (lastIn(paragraph, pattern.unless, range) >= 0) return undefined;
  }
  const isExcluded = (hit: WordHit) =>
    pattern.without.has(hit.payload.text) && !isTitled(paragraph.text, hit);
  if (excluding.right.some(isExcluded)) return undefined;
  const left = excluding.left.filter(isExcluded);
  const listed = left.length > 0;
  const beside = (hit: WordHit) => BEGINS_WITH_MARK.test(paragraph.text.slice(head.end, hit.start));
  if (listed && (!pattern.lists || side === 'after' || !left.every(beside))) return undefined;

  const thing = things.find((hit) => !isOwn(pattern, hit, hits));
  const coordinated =
    thing &&
    side === 'before' &&
    COORDINATION.test(paragraph.text.slice(head.end, Math.min(thing.start, head.end + NEXT_NAMED)));
  if (thing && !coordinated) return undefined;

  const reach = reachOfConditions(paragraph, window, pattern, headingTopics);
  if (!reach) return undefined;
  return {
    pattern,
    head,
    side,
    cost:
      gap.end -
      gap.start +
      (side === 'before' ? 0 : window.shared ? COST.afterShared : COST.after) +
      (head.end - head.start) * COST.perHeadCharacter +
      reach.cost,
    from: Math.min(head.start, reach.from),
    listed,
    mixed: coordinated || (side === 'before' && followsThing(paragraph, head, hits)),
  };
}

/** What a document is called says nothing of the number: 制定《规范性文件管理规定》等3件规章. */
function isTitled(text: string, { start }: WordHit): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_TITLE), start);
  return before.lastIndexOf('《') > before.lastIndexOf('》');
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
    const [first, second] = head.start < best.head.start ? [head, best.head] : [best.head, head];
    const between = text.slice(first.end, second.start);
    return (
      pattern.metric !== best.pattern.metric &&
      between.length <= LONGEST_OF_ZERO &&
      COORDINATION.test(between)
    );
  });
  return [best, ...others];
}
