/** Lines of the page that are not part of the report: rules are data (content/noise.yaml). */
import { parse } from 'yaml';
import { z } from 'zod';

const WHERE = ['head', 'tail', 'any', 'value'] as const;

const ruleSchema = z.strictObject({
  id: z.string(),
  where: z.enum(WHERE),
  /** True where only the foot of a page has such a line: what follows it goes too. */
  ends: z.literal(true).optional(),
  pattern: z.string().optional(),
  labels: z.array(z.string()).optional(),
});

export interface NoiseRule {
  id: string;
  where: (typeof WHERE)[number];
  ends: boolean;
  /** The rule is a list of labels: a line of it may leave its value to the next line. */
  labelled: boolean;
  pattern: RegExp;
}

/** The rules that one part of a page is held against, in the order of noise.yaml. */
interface Zone {
  rules: readonly NoiseRule[];
  /** Matches what any of them does, so that nearly every line is held against one pattern alone. */
  any: RegExp;
}

export interface NoiseRules {
  all: readonly NoiseRule[];
  head: Zone;
  any: Zone;
  tail: Zone;
  value: Zone;
  ends: Zone;
}

export const NO_RULES: NoiseRules = zonesOf([]);

/** By the index of a line, the id of the rule that takes it out above the text, within it, and below it. */
export interface LineNoise {
  head(index: number): string | undefined;
  any(index: number): string | undefined;
  tail(index: number): string | undefined;
  /** Whether the line shows that the page's foot has begun. */
  ends(index: number): boolean;
}

/** 索 引 号 is a label too. The space comes first, so that nothing is looked back from but a space. */
const SPACED_LABEL = /\s(?<=^[^::|]{0,8}\p{Script=Han}\s)(?=\p{Script=Han}{1,3}\s?\p{Script=Han}?\s*[:|])/gu;
/** A label that stands alone, or at the end of others: its value is the next line. */
const OPEN_LABEL = /(?:^|[\s[【|•·-])\p{Script=Han}{2,8}\s*[\]】]?\s*:?$/u;
/** Longer lines are text, whatever they hold; but not one of signs alone. */
const LONGEST = 200;

/** Noise rules from the text of noise.yaml. @throws {Error} naming the rule whose pattern is not one. */
export function parseNoiseRules(yaml: string): NoiseRules {
  const { rules } = z.strictObject({ rules: z.array(ruleSchema) }).parse(parse(yaml));
  return zonesOf(
    rules.map(({ id, where, ends = false, pattern, labels = [] }) => {
      try {
        const source = pattern ? `^(?:${pattern})$` : startingWith(labels);
        return { id, where, ends, labelled: labels.length > 0, pattern: new RegExp(source, 'u') };
      } catch (error) {
        throw new Error(`noise.yaml: rule ${id}: ${error instanceof Error ? error.message : error}`);
      }
    }),
  );
}

function zonesOf(all: readonly NoiseRule[]): NoiseRules {
  const zone = (isOfIt: (rule: NoiseRule) => boolean): Zone => {
    const rules = all.filter(isOfIt);
    const sources = rules.map(({ pattern }) => `(?:${pattern.source})`);
    return { rules, any: new RegExp(sources.join('|') || '$^', 'u') };
  };
  return {
    all,
    head: zone(({ where }) => where === 'head' || where === 'any'),
    any: zone(({ where }) => where === 'any'),
    tail: zone(({ where }) => where === 'tail' || where === 'any'),
    value: zone(({ where }) => where === 'value'),
    ends: zone(({ ends }) => ends),
  };
}

/**
 * A line without a sentence that starts with a label (`发布日期2026-01-27`), or has one and a colon within 20
 * characters.
 */
function startingWith(labels: readonly string[]): string {
  const any = labels.toSorted((a, b) => b.length - a.length).join('|');
  const first = `[\\[【(|•·\\-\\s]*(?:${any})(?:$|[\\]】)\\s:|]|(?=[A-Za-z]*\\d))`;
  return `^(?!.*。)(?:${first}|[^。!]{0,20}(?:${any})\\s*[\\]】]?\\s*:)`;
}

/**
 * Holds lines against the rules; a line is taken by the first that matches. Each line is held against the rules
 * of a zone when it is asked for, as most lines are of one zone alone.
 */
export function lineNoise(folded: readonly string[], zones: NoiseRules): LineNoise {
  const plain = folded.map((line) => line.replace(SPACED_LABEL, ''));
  const finder = (zone: Zone) => (index: number) => find(plain[index] ?? '', zone);
  const head = finder(zones.head);
  const any = finder(zones.any);
  const tail = finder(zones.tail);
  const ends = finder(zones.ends);
  const value = finder(zones.value);
  /** 发布机构: and its value on the next printed line. */
  const valueOfLabel = (index: number): NoiseRule | undefined => {
    const line = plain[index] ?? '';
    if (line === '') return undefined;
    let at = index - 1;
    while (plain[at] === '') at -= 1;
    const label = OPEN_LABEL.test(plain[at] ?? '') ? head(at) : undefined;
    return label && (label.labelled || /^\d+$/u.test(line)) ? value(index) : undefined;
  };
  return {
    head: (index) => (head(index) ?? valueOfLabel(index))?.id,
    any: (index) => any(index)?.id,
    tail: (index) => tail(index)?.id,
    ends: (index) => ends(index) !== undefined,
  };
}

function find(line: string, { rules, any }: Zone): NoiseRule | undefined {
  if (line === '' || (line.length > LONGEST && /[\p{L}\p{N}]/u.test(line)) || !any.test(line))
    return undefined;
  return rules.find(({ pattern }) => pattern.test(line));
}
