/** content/checks.yaml, compiled. */
import { z } from 'zod';
import { readYaml, wordList } from './yaml.ts';

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

/**
 * @param read text of a content file by its name
 * @throws {ContentError} naming the line of checks.yaml that does not fit, and what was expected there
 */
export function loadCheckRules(read: (name: string) => string): CheckRule[] {
  return readYaml('checks.yaml', read('checks.yaml'), z.strictObject({ checks: z.array(checkRuleSchema) }))
    .data.checks;
}
