/** The names of what is compared: metrics and themes, as content/metrics.yaml and themes.yaml list them. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { contentFile } from '../content.ts';

/** The patterns that find a metric stand in the same file and are read by src/figures; here they are passed over. */
const metricSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Other words for it, apart by spaces, by which readers look for it. */
  aliases: z.string().optional(),
  theme: z.string(),
  /**
   * Units of each series (件, 宗, 起): readings of two series are never compared. In the file they stand apart by
   * spaces, and `@name` stands for a list of `words`.
   */
  series: z.array(z.string().transform((units) => units.split(' '))),
  /** What it counts, and what is not it, in words for the reader. */
  counts: z.string().optional(),
  not: z.string().optional(),
});
const catalogueSchema = z.object({
  words: z.record(z.string(), z.string()).optional(),
  metrics: z.array(metricSchema),
});
const themeSchema = z.object({ id: z.string(), name: z.string() });

export type Metric = z.infer<typeof metricSchema>;
export type Theme = z.infer<typeof themeSchema>;

/** Metrics in the order of the catalogue. */
export function loadMetrics(content: string): Metric[] {
  const { words = {}, metrics } = load(content, 'metrics.yaml', catalogueSchema);
  return metrics.map((metric) => ({
    ...metric,
    series: metric.series.map((units) =>
      units.flatMap((unit) => (unit.startsWith('@') ? (words[unit.slice(1)] ?? '').split(' ') : unit)),
    ),
  }));
}

/** Names of the checks (content/checks.yaml) by id; how they are made is read by src/figures. */
export function loadCheckNames(content: string): Map<string, string> {
  const { checks } = load(content, 'checks.yaml', z.object({ checks: z.array(themeSchema) }));
  return new Map(checks.map(({ id, name }) => [id, name]));
}

/** Themes in the order of the 法治政府建设实施纲要. */
export function loadThemes(content: string): Theme[] {
  return load(content, 'themes.yaml', z.object({ themes: z.array(themeSchema) })).themes;
}

/** @throws {Error} naming the file and the place in it that is wrong. */
function load<T>(content: string, name: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(parse(readFileSync(contentFile(content, name), 'utf8')));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Error(`${name}: ${issue?.path.join('.')}: ${issue?.message}`);
}
