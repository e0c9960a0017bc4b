/**
 * What a page is rendered from. Astro bundles the pages into modules of their own, so the archive cannot be
 * handed to them as an argument: renderSite leaves it here.
 */

import type { Division } from '../divisions/division.ts';
import type { ValueChange } from '../publish/values.ts';
import type { Archive } from '../report/archive.ts';
import type { Report } from '../report/report.ts';
import type { Source } from '../report/schema.ts';
import type { ReportId } from '../report/store.ts';
import type { WordCounts } from '../words/frequency.ts';
import type { Accuracy } from './accuracy.ts';
import type { Assets } from './assets.ts';

export interface SiteContext {
  archive: Archive;
  assets: Assets;
  /** The places that stand today. */
  divisions: readonly Division[];
  /** A report with its text. */
  report(id: ReportId): Report;
  /** The text of a report as another source of it had it; undefined where both say the same. */
  older(id: ReportId, source: Source): Report | undefined;
  /** The content words of a report's text. */
  words(id: ReportId): WordCounts;
  /** What each report keeps saying and the archive does not, the weightiest word first. */
  keywords: ReadonlyMap<ReportId, readonly string[]>;
  /** Changes with anything that pages show besides reports: settings, catalogue, names of assets. */
  salt: string;
  /** The bytes of a raw text as they were collected. */
  raw(source: Source): Uint8Array;
  /** How well the rules read; undefined where nothing was measured. */
  accuracy: Accuracy | undefined;
  /** 更正记录: the published values of a report that have changed; reports that have none are left out. */
  changes: ReadonlyMap<ReportId, readonly ValueChange[]>;
}

/** On globalThis, since the bundled pages have another copy of this module than the build. */
const shared = globalThis as typeof globalThis & { fazhiArchiveSite?: SiteContext | undefined };

/** Leaves `context` for the pages while `render` runs. @throws {Error} where another site is being rendered. */
export async function withContext(context: SiteContext, render: () => Promise<void>): Promise<void> {
  if (shared.fazhiArchiveSite) throw new Error('One process renders one site at a time.');
  shared.fazhiArchiveSite = context;
  try {
    await render();
  } finally {
    shared.fazhiArchiveSite = undefined;
  }
}

/** The context of the site that is being rendered; only for pages, layouts and components. */
export function site(): SiteContext {
  const context = shared.fazhiArchiveSite;
  if (!context) throw new Error('The pages are rendered by renderSite (src/site/render.ts) only.');
  return context;
}
