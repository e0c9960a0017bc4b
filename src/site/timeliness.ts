/** Whether a report was public by the day that the rule of its year set. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { contentFile } from '../content.ts';
import type { Metadata } from '../report/schema.ts';

const deadlineSchema = z.strictObject({
  /** First and last report year that the rule holds for. */
  from: z.number().int(),
  to: z.number().int().optional(),
  /** Day of the next year, MM-DD; the report must be public before it. */
  before: z.string().regex(/^\d\d-\d\d$/),
  /** The rule's name, and its words for the time. */
  rule: z.string(),
  says: z.string(),
});

export type Deadline = z.infer<typeof deadlineSchema>;

export const TIMELINESS = ['early', 'on-time', 'late', 'unknown'] as const;

export interface Timeliness {
  /** `early`: public before its year was over, so not on the whole year. `unknown`: no date, or no rule. */
  outcome: (typeof TIMELINESS)[number];
  /** The rule of the report's year, where one is known. */
  deadline?: Deadline;
}

export const TIMELINESS_LABELS: Record<Timeliness['outcome'], string> = {
  early: '早于年末，未覆盖全年',
  'on-time': '按期',
  late: '晚于期限',
  unknown: '无法判断',
};

export function loadDeadlines(content: string): Deadline[] {
  return z.array(deadlineSchema).parse(parse(readFileSync(contentFile(content, 'deadlines.yaml'), 'utf8')));
}

/** Judged by the date that the page itself states; a signing or capture date says nothing on publication. */
export function timelinessOf(
  { year, published }: Pick<Metadata, 'year' | 'published'>,
  deadlines: readonly Deadline[],
): Timeliness {
  const deadline = deadlines.find(({ from, to = Number.POSITIVE_INFINITY }) => from <= year && year <= to);
  if (published === undefined || !deadline) return { outcome: 'unknown', ...(deadline && { deadline }) };
  if (published <= `${year}-12-31`) return { outcome: 'early', deadline };
  return { outcome: published < `${year + 1}-${deadline.before}` ? 'on-time' : 'late', deadline };
}

/** The report years that a rule holds for, in words: 2015—2018年度, 2019年度起. */
export function deadlineYears({ from, to }: Deadline): string {
  return to === undefined ? `${from}年度起` : `${from}—${to}年度`;
}
