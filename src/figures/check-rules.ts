/** content/checks.yaml, compiled. */
import { z } from 'zod';
import { ContentError, readYaml, wordList } from './yaml.ts';

const named = { id: z.string().regex(/^[a-z0-9-]+$/), name: z.string() };
const checkRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...named, kind: z.literal('sum'), total: z.string(), parts: wordList }),
  z.strictObject({ ...named, kind: z.literal('at-most'), less: z.string(), most: z.string() }),
  z.strictObject({
    ...named,
    kind: z.literal('rate'),
    part: z.string(),
    whole: z.string(),
    rate: z.string(),
  }),
  z.strictObject({ ...named, kind: z.literal('limit') }),
  z.strictObject({ ...named, kind: z.literal('parts') }),
]);

export type CheckRule = z.infer<typeof checkRuleSchema>;
export type CheckRuleOf<K extends CheckRule['kind']> = Extract<CheckRule, { kind: K }>;

const catalogueSchema = z.object({ metrics: z.array(z.object({ id: z.string() })) });

/**
 * The rules of checks.yaml, which speak of metrics of metrics.yaml and of no others.
 * @param read text of a content file by its name
 * @throws {ContentError} naming the line of checks.yaml that does not fit, and what was expected there
 */
export function loadCheckRules(read: (name: string) => string): CheckRule[] {
  const file = 'checks.yaml';
  const catalogue = readYaml('metrics.yaml', read('metrics.yaml'), catalogueSchema).data.metrics;
  const metrics = new Set(catalogue.map(({ id }) => id));
  const { data, lineOf } = readYaml(file, read(file), z.strictObject({ checks: z.array(checkRuleSchema) }));
  data.checks.forEach((rule, i) => {
    const unknown = metricsOf(rule).find((metric) => !metrics.has(metric));
    if (unknown)
      throw new ContentError(file, lineOf(['checks', i]), `expected ids of metrics.yaml, found ${unknown}`);
  });
  return data.checks;
}

function metricsOf(rule: CheckRule): string[] {
  switch (rule.kind) {
    case 'sum':
      return [rule.total, ...rule.parts];
    case 'at-most':
      return [rule.less, rule.most];
    case 'rate':
      return [rule.part, rule.whole, rule.rate];
    default:
      return [];
  }
}
