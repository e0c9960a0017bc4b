/** The whole job, stage by stage: raw texts to reports, pages, data, search and the zip. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics.ts';
import { normaliseFolder } from '../normalise/folder.ts';
import { type Edition, writeEdition } from '../publish/edition.ts';
import { replace } from '../publish/swap.ts';
import { writeData, writeFeeds, writeSitemap } from '../publish/write.ts';
import { type Archive, loadArchive } from '../report/archive.ts';
import type { Source } from '../report/schema.ts';
import { type ReportId, readReport, reportPath } from '../report/store.ts';
import { buildSearch } from '../search/build.ts';
import { renderSite } from '../site/render.ts';
import { digest } from './cache.ts';
import type { Progress } from './progress.ts';

export interface BuildOptions {
  /** Content folder; it needs only raw/. */
  content: string;
  /** Folder of the site. It is replaced whole, once the new site is complete. */
  out: string;
  /** Folder of the zip and its checksum. */
  release: string;
  zip: boolean;
  /** Folder for what makes the next build quicker. It can be deleted at any time. */
  cache: string;
}

export interface BuildResult {
  diagnostics: Diagnostic[];
  reports: number;
  /** Raw files that gave no report. */
  leftOut: number;
}

/**
 * Builds the archive in `content`. Bad sources are left out and named in `diagnostics`.
 * @throws {Error} where a content file is wrong or something cannot be written; the last good site and zip stay.
 */
export async function build(options: BuildOptions, progress: Progress): Promise<BuildResult> {
  const content = resolve(options.content);
  const cache = resolve(options.cache);
  mkdirSync(cache, { recursive: true });
  const normalised = await progress.stage('normalise', undefined, async ({ tick }) => {
    const run = await normaliseFolder(content);
    tick(run.reports.length);
    return run;
  });
  const archive = loadArchive(content);
  const count = archive.reports.size;
  const report = (id: ReportId) => readReport(content, id);
  const raw = (source: Source) => readFileSync(join(content, 'raw', source.file));

  const diagnostics = await replace(options.out, async (site) => {
    await progress.stage('pages', count, async ({ tick }) => {
      await renderSite({ content, archive, out: site, temp: join(cache, 'pages') });
      tick(count);
    });
    const notes = await progress.stage('data', count, async ({ tick }) => {
      writeData({ archive, report, raw }, site, tick);
      return writeFeeds(archive, site);
    });
    await progress.stage('search', count, ({ tick }) => index(archive, content, site, cache, tick));
    writeSitemap(archive.settings.base, site);
    if (options.zip)
      await progress.stage('zip', undefined, () => writeEdition(site, options.release, edition(archive)));
    return notes;
  });
  return {
    diagnostics: [...normalised.diagnostics, ...diagnostics],
    reports: count,
    leftOut: normalised.sources - normalised.reports.length,
  };
}

async function index(
  archive: Archive,
  content: string,
  site: string,
  cache: string,
  tick: (count: number) => void,
): Promise<void> {
  await buildSearch({
    reports: [...archive.reports].map(([id, metadata]) => ({
      metadata,
      fingerprint: digest(readFileSync(reportPath(content, id))),
      read: () => readReport(content, id),
    })),
    metrics: [...archive.metrics.values()].map(({ id, name }) => ({ id, name, aliases: [] })),
    out: join(site, 'search'),
    cache: join(cache, 'search'),
    progress: ({ reports }) => tick(reports),
  });
}

/** What the zip says of itself. Its date is the newest that the reports state: no clock shows in it. */
function edition({ settings, reports }: Archive): Edition {
  const dates = [...reports.values()].flatMap(({ collected, published }) => collected ?? published ?? []);
  return { name: settings.name, reports: reports.size, date: dates.sort().at(-1) };
}
