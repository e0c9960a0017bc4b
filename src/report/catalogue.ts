/** The names of what is compared: metrics and themes, as content/metrics.yaml and themes.yaml list them. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { contentFile } from '../content.ts';

/** The rules that find a metric stand in the same file and are read by src/figures; here they are passed over. */
const metricSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Units of each series, such as 件 宗 起; readings of two series are never compared. */
  series: z.array(z.string()),
  theme: z.string(),
  /** What it counts, and what is not it, in words for the reader. */
  counts: z.string().optional(),
  not: z.string().optional(),
});
const themeSchema = z.object({ id: z.string(), name: z.string() });

export type Metric = z.infer<typeof metricSchema>;
export type Theme = z.infer<typeof themeSchema>;

/** Metrics in the order of the catalogue. */
export function loadMetrics(content: string): Metric[] {
  return load(content, 'metrics.yaml', metricSchema);
}

/** Themes in the order of the 法治政府建设实施纲要. */
export function loadThemes(content: string): Theme[] {
  return load(content, 'themes.yaml', themeSchema);
}

/** A list, at the top of the file or under the key that is the file's name. */
function load<T>(content: string, name: string, item: z.ZodType<T>): T[] {
  const data = parse(readFileSync(contentFile(content, name), 'utf8'));
  const result = z.array(item).safeParse(Array.isArray(data) ? data : data[name.replace('.yaml', '')]);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Error(`${name}: ${issue?.path.join('.')}: ${issue?.message}`);
}
