/** The pages that one long list is cut into, for every list that can be long. */
import { type MetricRow, metricIndex } from '../compare/metrics.ts';
import { once } from '../compare/once.ts';
import { type Branch, BY_LEVEL, BY_PLACE, split, trail } from '../compare/split.ts';
import type { Level, Metadata } from '../report/schema.ts';

/** Bytes, gzipped, of the readings of a metric that one page lists. */
const METRIC_LIMIT = 75_000;
/**
 * What the readings of one report take of them: 35 bytes for each and 1.4 for each character of its quote, measured
 * on 925 generated readings with 22 characters each (58 kB).
 */
const readingBytes = ({ readings }: MetricRow) =>
  readings.reduce((sum, { quote }) => sum + 35 + 1.4 * quote.length, 0);
/** Reports that stand side by side on one page of the matrix. */
const MATRIX_LIMIT = 60;
/** Reports whose sections on one theme stand side by side on one page. */
const THEME_LIMIT = 60;
/** Reports that one page of a year lists. */
const YEAR_LIMIT = 300;

/** Reports of one level of which one page says who reported when. */
const LEVEL_LIMIT = 700;

/** By metric; a metric that no report states has a page too. */
export const metricBranches = once((archive): ReadonlyMap<string, Branch<MetricRow>> => {
  const index = metricIndex(archive);
  return new Map(
    [...archive.metrics.keys()].map((id) => [
      id,
      split(index.get(id) ?? [], METRIC_LIMIT, { dimensions: BY_LEVEL, weigh: readingBytes }),
    ]),
  );
});

/** Reports for the disclosure matrix. */
export const matrixBranches = once(
  (archive): Branch<{ report: Metadata }> =>
    split(
      [...archive.reports.values()].map((report) => ({ report })),
      MATRIX_LIMIT,
    ),
);

/** By theme: the reports that have a section on it. */
export const themeBranches = once((archive): ReadonlyMap<string, Branch<{ report: Metadata }>> => {
  const index = new Map([...archive.themes.keys()].map((id) => [id, [] as { report: Metadata }[]]));
  for (const report of archive.reports.values())
    for (const theme of new Set(report.sections.map((section) => section.theme)))
      if (theme !== undefined) index.get(theme)?.push({ report });
  return new Map([...index].map(([id, rows]) => [id, split(rows, THEME_LIMIT)]));
});

/** By level. */
export const levelBranches = once(
  (archive): ReadonlyMap<Level, Branch<{ report: Metadata }>> =>
    new Map(
      [...Map.groupBy(archive.reports.values(), ({ level }) => level)].flatMap(([level, reports]) =>
        level === undefined
          ? []
          : [
              [
                level,
                split(
                  reports.map((report) => ({ report })),
                  LEVEL_LIMIT,
                  { dimensions: BY_PLACE },
                ),
              ],
            ],
      ),
    ),
);

/** By year. */
export const yearBranches = once(
  (archive): ReadonlyMap<string, Branch<{ report: Metadata }>> =>
    new Map(
      [...Map.groupBy(archive.reports.values(), ({ year }) => String(year))].map(([year, reports]) => [
        year,
        split(
          reports.map((report) => ({ report })),
          YEAR_LIMIT,
        ),
      ]),
    ),
);

/** The branches of `id` that lead to `keys`. @throws {Error} where there is no such page. */
export function trailOf<Id extends string, Row>(
  all: ReadonlyMap<Id, Branch<Row>>,
  id: Id,
  keys: readonly string[],
): Branch<Row>[] {
  const root = all.get(id);
  if (!root) throw new Error(`No page ${id}`);
  return trail(root, keys);
}
