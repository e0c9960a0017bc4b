/** Lines of the page that are not part of the report: rules are data (content/noise.yaml). */
import { parse } from 'yaml';
import { z } from 'zod';
import type { PageDocument } from './document.ts';

const ruleSchema = z.strictObject({
  id: z.string(),
  where: z.enum(['head', 'tail', 'any']),
  pattern: z.string().optional(),
  labels: z.array(z.string()).optional(),
});

export interface NoiseRule {
  id: string;
  where: 'head' | 'tail' | 'any';
  pattern: RegExp;
}

/** 索 引 号 is a label too. */
const SPACED_LABEL = /(?<=^[^:]{0,8}\p{Script=Han})\s(?=\p{Script=Han}{1,3}\s?\p{Script=Han}?\s*:)/gu;
/** Longer lines are text, whatever they hold. */
const LONGEST = 200;

/** Noise rules from the text of noise.yaml. @throws {Error} naming the rule whose pattern is not one. */
export function parseNoiseRules(yaml: string): NoiseRule[] {
  const { rules } = z.strictObject({ rules: z.array(ruleSchema) }).parse(parse(yaml));
  return rules.map(({ id, where, pattern, labels = [] }) => {
    try {
      return { id, where, pattern: new RegExp(pattern ? `^(?:${pattern})$` : labelled(labels), 'u') };
    } catch (error) {
      throw new Error(`noise.yaml: rule ${id}: ${error instanceof Error ? error.message : error}`);
    }
  });
}

/** A line that starts with a label (`发布日期2026-01-27`), or has one and a colon within 20 characters. */
function labelled(labels: readonly string[]): string {
  const any = labels.toSorted((a, b) => b.length - a.length).join('|');
  return `^[\\[【(|•·\\-\\s]*(?:${any})(?:$|[\\]】)\\s:]|(?=[A-Za-z]*\\d))|^[^。!]{0,20}(?:${any})\\s*[\\]】]?\\s*:`;
}

/** Id of the rule that takes the line out, or undefined where it stays. */
export function noiseRule(
  document: PageDocument,
  index: number,
  rules: readonly NoiseRule[],
): string | undefined {
  const line = document.lines[index]?.folded ?? '';
  if (line === '' || line.length > LONGEST) return undefined;
  const folded = line.replace(SPACED_LABEL, '');
  const zone = index < document.bodyStart ? 'head' : index >= document.bodyEnd ? 'tail' : undefined;
  return rules.find((rule) => (rule.where === 'any' || rule.where === zone) && rule.pattern.test(folded))?.id;
}
