/**
 * What is known of generated reports, read from the files that `npm run generate` writes and tabulated here, with
 * nothing of the site's own code.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface KnownNumber {
  metric: string;
  value: number;
  exact: boolean;
}

export interface KnownReport {
  /** File name below raw/ without its ending. */
  id: string;
  year: number;
  level: string;
  province: string;
  /** The date that the page shows. */
  published: string | null;
  numbers: KnownNumber[];
}

/** The reports of a generated content folder, from gold.tsv and labels.jsonl. */
export function knownReports(content: string): KnownReport[] {
  const [, ...rows] = readFileSync(join(content, 'gold.tsv'), 'utf8').trimEnd().split('\n');
  const numbers = rows.map((row) => {
    const [id = '', metric = '', value, , bound] = row.split('\t');
    return { id, metric, value: Number(value), exact: bound === 'exact' };
  });
  const byReport = Map.groupBy(numbers, ({ id }) => id);
  const labels = readFileSync(join(content, 'labels.jsonl'), 'utf8').trimEnd().split('\n');
  return labels.map((line) => {
    const { id, year_covered, level, province, published, inferred } = JSON.parse(line);
    return {
      id,
      year: year_covered,
      level: level ?? inferred.level,
      province: province ?? inferred.province,
      published,
      numbers: byReport.get(id) ?? [],
    };
  });
}

/** The values of a metric in these reports, the least first. */
export function valuesOf(reports: readonly KnownReport[], metric: string): number[] {
  return reports
    .flatMap(({ numbers }) => numbers.filter((one) => one.metric === metric))
    .map(({ value }) => value)
    .sort((a, b) => a - b);
}

/** How many state the metric, and the middle of what they state: [stating, least, median, most]. */
export function summary(reports: readonly KnownReport[], metric: string): number[] {
  const values = valuesOf(reports, metric);
  const stating = reports.filter(({ numbers }) => numbers.some((one) => one.metric === metric)).length;
  if (values.length === 0) return [stating];
  const middle = values.slice(Math.floor((values.length - 1) / 2), Math.floor(values.length / 2) + 1);
  const median = middle.reduce((sum, value) => sum + value, 0) / middle.length;
  return [stating, values[0] as number, Math.round(median * 100) / 100, values.at(-1) as number];
}

/** The number that a reader sees in a cell: 1,234余件 is 1234, 4.5亿元 is 450000000. NaN where there is none. */
export function numberIn(text: string): number {
  const [, digits = 'none', large] = /([\d.]+)(亿?)/.exec(text.replaceAll(',', '')) ?? [];
  return Number(digits) * (large ? 1e8 : 1);
}
