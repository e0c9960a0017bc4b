/**
 * Keys of pages: a page whose key and code are as they were in the last build is not rendered again
 * (src/site/render.ts). A key stands for all that a page shows besides code.
 */
import { hash } from 'node:crypto';
import { once } from '../compare/once.ts';
import type { Branch } from '../compare/split.ts';
import type { Metadata } from '../report/schema.ts';
import { site } from './context.ts';

/** Key of a page that shows these reports (their text, metadata or readings) and whatever else is named. */
export function pageKey(reports: Iterable<Metadata>, ...shown: unknown[]): string {
  const { salt, archive } = site();
  const fingerprintOf = byReport(archive);
  const fingerprints = Array.from(reports, (report) => fingerprintOf.get(report));
  // In one piece: overviews name thousands of reports, and to hash a line each takes three times as long.
  return hash('sha256', [salt, ...fingerprints, JSON.stringify(shown)].join('\n'));
}

/** Key of a page that says how these reports stand in the whole archive. */
export function overviewKey(reports: Iterable<Metadata>, ...shown: unknown[]): string {
  return pageKey(reports, holdings(site().archive), ...shown);
}

/** Fingerprints by report. One stands for agency and year too, as a report's file names them. */
const byReport = once(
  ({ reports, fingerprints }) =>
    new Map([...reports].map(([id, report]) => [report, fingerprints.get(id) as string])),
);

type Rows = Branch<{ report: Metadata }>;

/** Key of one of the pages that a long list is cut into: its rows, the pages below it and the way to it. */
export function branchKey(trail: readonly Rows[]): string {
  const branch = trail.at(-1) as Rows;
  const sizes = [...trail, ...branch.children].map(({ label, rows }) => [label, rows.length]);
  return overviewKey([], sizes, rowsKey(branch));
}

/** Stands for the rows of a branch, by those of the pages below it: a row is named once, not for each page above it. */
const rowsKey = once(({ rows, children }: Rows): string =>
  children.length > 0
    ? pageKey([], children.map(rowsKey))
    : pageKey(new Set(rows.map(({ report }) => report))),
);

/** Stands for which reports the archive holds: many pages say how many of them state something. */
const holdings = once(({ reports }) =>
  hash('sha256', JSON.stringify([...reports].map(([id, { agency, level }]) => [id, agency, level]))),
);
