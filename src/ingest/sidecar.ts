/** `<file name>.yaml` beside a source: what the page does not say, corrections, redactions, withdrawal. */
import { RE2JS } from 're2js';
import { parse } from 'yaml';
import { z } from 'zod';
import { FIRST_YEAR, LAST_YEAR, LEVELS } from '../report/schema.ts';

const date = z.iso.date('a date, YYYY-MM-DD');
const reason = z.string().min(1);
const linearPattern = z.string().min(1).refine(compiles, 'a regular expression of RE2');

const sidecarSchema = z
  .strictObject({
    /** Address of the page, and the day it was collected. */
    url: z.url({ protocol: /^https?$/ }).optional(),
    collected: date.optional(),
    /** True where the text is a report although the rules take it for something else. */
    report: z.literal(true).optional(),
    agency: z.string().optional(),
    year: z.number().int().min(FIRST_YEAR).max(LAST_YEAR).optional(),
    title: z.string().optional(),
    published: date.optional(),
    signed: date.optional(),
    level: z.enum(LEVELS).optional(),
    /** Why: needed where one of the six fields above is set. */
    reason: reason.optional(),
    /** Values of readings, by the `n-` anchor of their number. */
    readings: z.record(z.string().regex(/^n-/), z.strictObject({ value: z.number(), reason })).optional(),
    /** Words to take out everywhere; patterns are regular expressions of RE2 (linear in time). */
    redact: z.array(z.strictObject({ pattern: linearPattern, reason })).optional(),
    /** True where identity and mobile numbers in the text are meant to be public. */
    unmask: z.literal(true).optional(),
    /** Why the report was taken down. */
    withdrawn: reason.optional(),
  })
  .refine((s) => s.reason !== undefined || CORRECTABLE.every((field) => s[field] === undefined), {
    path: ['reason'],
    message: 'a correction needs its reason',
  });

function compiles(pattern: string): boolean {
  try {
    return RE2JS.compile(pattern) !== undefined;
  } catch {
    return false;
  }
}

/** Fields of a report that a sidecar can correct. */
export const CORRECTABLE = ['agency', 'year', 'title', 'published', 'signed', 'level'] as const;

export type Sidecar = z.infer<typeof sidecarSchema>;

/** @throws {Error} naming the field that is wrong. */
export function parseSidecar(yaml: string): Sidecar {
  const result = sidecarSchema.safeParse(parse(yaml, { logLevel: 'error' }) ?? {});
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Error(`${issue?.path.join('.') || 'file'}: ${issue?.message}`);
}
