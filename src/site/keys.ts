/**
 * Keys of pages: a page whose key and code are as they were in the last build is not rendered again
 * (src/site/render.ts). A key stands for all that a page shows besides code.
 */
import { createHash } from 'node:crypto';
import { once } from '../compare/once.ts';
import type { Branch } from '../compare/split.ts';
import type { Metadata } from '../report/schema.ts';
import { reportId } from '../report/store.ts';
import { site } from './context.ts';

/** Key of a page that shows these reports (their text, metadata or readings) and whatever else is named. */
export function pageKey(reports: Iterable<Metadata>, ...shown: unknown[]): string {
  const { salt, archive } = site();
  const hash = createHash('sha256').update(salt);
  for (const report of reports) {
    const id = reportId(report);
    hash.update(`\n${id} ${archive.fingerprints.get(id)}`);
  }
  return hash.update(JSON.stringify(shown)).digest('hex');
}

/** Key of a page that says how these reports stand in the whole archive. */
export function overviewKey(reports: Iterable<Metadata>, ...shown: unknown[]): string {
  return pageKey(reports, holdings(site().archive), ...shown);
}

/** Key of one of the pages that a long list is cut into: its rows, the pages below it and the way to it. */
export function branchKey(trail: readonly Branch<{ report: Metadata }>[]): string {
  const { rows = [], children = [] } = trail.at(-1) ?? {};
  const reports = new Set(rows.map(({ report }) => report));
  const sizes = [...trail, ...children].map(({ label, rows }) => [label, rows.length]);
  return overviewKey(reports, sizes);
}

/** Stands for which reports the archive holds: many pages say how many of them state something. */
const holdings = once(({ reports }) =>
  createHash('sha256')
    .update(JSON.stringify([...reports].map(([id, { agency, level }]) => [id, agency, level])))
    .digest('hex'),
);
