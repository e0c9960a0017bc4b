/**
 * The shape of a report as it is kept in frontmatter. Absent means unknown: a field is left out, never
 * filled with null, an empty string or 0.
 */
import { z } from 'zod';

export const AGENCY_TYPES = ['government', 'department', 'development-zone', 'township', 'ministry'] as const;
export const LEVELS = ['national', 'province', 'prefecture', 'county', 'township'] as const;
export const BOUNDS = ['exact', 'more-than', 'at-least', 'at-most', 'nearly', 'about', 'range'] as const;
export const SCOPES = ['area', 'own', 'unknown'] as const;
/** `cumulative`: a running total since another year; `mixed`: counts a mixed set; `carried-over`: 含结转;
 * `conflict`: another reading of the same metric, scope and part has another value. */
export const FLAGS = ['cumulative', 'mixed', 'carried-over', 'conflict', 'corrected'] as const;
/** The contents that an annual report must have (厅字〔2019〕28号): 主要举措和成效, 不足和原因,
 * 第一责任人履职, 下一年度安排, 其他. */
export const CONTENTS = ['measures', 'shortcomings', 'responsibility', 'plans', 'other'] as const;

/** Years that a report may be of: the first outline asked for reports from 2004 on. */
export const FIRST_YEAR = 2004;
export const LAST_YEAR = 2100;

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'an ISO date, YYYY-MM-DD');
const paragraphAnchor = z.string().regex(/^p-[0-9a-f]{8}(-\d+)?$/);
const numberAnchor = z.string().regex(/^n-[0-9a-f]{8}(-\d+)?-\d+$/);

/** Where a number stands and how it was read; shared by readings, figures and changes. */
const place = {
  /** The number as it stands, with bound words and unit: 1.7万余条. */
  printed: z.string().min(1),
  /** Permanent anchor of the number. */
  at: numberAnchor,
  /** Exact substring of the paragraph that states the number. */
  quote: z.string().min(1),
  /** Anchor of the paragraph. */
  paragraph: paragraphAnchor,
  /** Offset of `quote` in the paragraph, in UTF-16 code units. */
  start: z.number().int().nonnegative(),
};

const amount = {
  /** In base units: 1.7万 is 17000, 45.9亿元 is 4590000000, 95% is 95. */
  value: z.number(),
  /** Upper end of a range; only with bound `range`. */
  max: z.number().optional(),
  /** As printed (件, 人次, 个工作日), % for rates, empty where none stands. */
  unit: z.string(),
  bound: z.enum(BOUNDS),
};

const read = {
  /** area: 全市/全县/全系统; own: 本级/我局. */
  scope: z.enum(SCOPES),
  /** The words that set it apart from a sibling (实地, 书面). */
  part: z.string().optional(),
  ...place,
  /** Id of the rule that read it. */
  rule: z.string(),
  flags: z.array(z.enum(FLAGS)).optional(),
};

export const figureSchema = z.strictObject({ ...amount, ...read, counts: z.string() });
export const readingSchema = z.strictObject({ metric: z.string(), ...amount, ...read });
export const changeSchema = z.strictObject({
  /** The metric that changed, where it is known. */
  metric: z.string().optional(),
  ...amount,
  direction: z.enum(['up', 'down']).optional(),
  /** What it is measured against, as printed: 上年, 去年, 2024年. */
  against: z.string().optional(),
  ...place,
});
export const checkSchema = z.strictObject({
  id: z.string(),
  outcome: z.enum(['holds', 'fails', 'cannot-tell']),
  /** Anchors of the numbers it compared, in the order of its formula. */
  numbers: z.array(numberAnchor),
  /** Metrics that would be needed and are not stated; only with `cannot-tell`. */
  missing: z.array(z.string()).optional(),
});
export const sectionSchema = z.strictObject({
  /** The heading's anchor, or the first paragraph's where the part has no heading. */
  anchor: paragraphAnchor,
  theme: z.string().optional(),
  content: z.enum(CONTENTS).optional(),
});
export const removedSchema = z.strictObject({
  /** Line in the decoded raw text, from 1. */
  line: z.number().int().positive(),
  text: z.string(),
  rule: z.string(),
});
export const repairSchema = z.strictObject({ rule: z.string(), count: z.number().int().positive() });
export const correctionSchema = z.strictObject({
  /** A frontmatter key, or the `n-` anchor of a reading. */
  field: z.string(),
  from: z.union([z.string(), z.number()]).optional(),
  to: z.union([z.string(), z.number()]).optional(),
  reason: z.string(),
});
export const sourceSchema = z.strictObject({
  /** Path below content/raw, with forward slashes. */
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().nonnegative(),
  /** Lower-case WHATWG label: utf-8, gb18030, big5, utf-16le. */
  encoding: z.string(),
  url: z.string().optional(),
  site: z.string().optional(),
  /** Something in it must not be published: its copy is what `publicRaw` (src/normalise) gives. */
  hidden: z.literal(true).optional(),
});
export const versionSchema = z.strictObject({
  source: sourceSchema,
  published: isoDate.optional(),
  collected: isoDate.optional(),
  /** True for a second source of the very same text. */
  identical: z.boolean(),
});

export const metadataSchema = z.strictObject({
  title: z.string().min(1),
  /** The title as printed, where it differs (no place name, broken over lines). */
  printedTitle: z.string().optional(),
  /** The page prints no title: `title` was made of agency and year. */
  composedTitle: z.literal(true).optional(),
  agency: z.string().min(1),
  agencyId: z.string().regex(/^[0-9a-z]+(-[0-9a-z]+)+$/),
  issuers: z.array(z.string()).min(2).optional(),
  agencyType: z.enum(AGENCY_TYPES).optional(),
  level: z.enum(LEVELS).optional(),
  province: z.string().optional(),
  city: z.string().optional(),
  county: z.string().optional(),
  /** GB/T 2260 code. */
  regionCode: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  year: z.number().int().min(FIRST_YEAR).max(LAST_YEAR),
  published: isoDate.optional(),
  signed: isoDate.optional(),
  collected: isoDate.optional(),
  /** Why the report was taken down; its text and numbers are left out. */
  withdrawn: z.string().optional(),
  source: sourceSchema,
  versions: z.array(versionSchema).optional(),
  sections: z.array(sectionSchema),
  readings: z.array(readingSchema),
  figures: z.array(figureSchema),
  changes: z.array(changeSchema),
  checks: z.array(checkSchema),
  removed: z.array(removedSchema),
  repairs: z.array(repairSchema),
  corrections: z.array(correctionSchema),
  /** Digest of the file without this line: shows whether somebody edited it by hand. */
  digest: z.string().optional(),
});

export type AgencyType = (typeof AGENCY_TYPES)[number];
export type Level = (typeof LEVELS)[number];
export type Bound = (typeof BOUNDS)[number];
export type Scope = (typeof SCOPES)[number];
export type Flag = (typeof FLAGS)[number];
export type Content = (typeof CONTENTS)[number];
export type Figure = z.infer<typeof figureSchema>;
export type Reading = z.infer<typeof readingSchema>;
export type Change = z.infer<typeof changeSchema>;
export type Check = z.infer<typeof checkSchema>;
export type Section = z.infer<typeof sectionSchema>;
export type Removed = z.infer<typeof removedSchema>;
export type Repair = z.infer<typeof repairSchema>;
export type Correction = z.infer<typeof correctionSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type Version = z.infer<typeof versionSchema>;
/** Everything known of a report but its text. */
export type Metadata = z.infer<typeof metadataSchema>;
