/** Renders the whole site with Astro into a folder. */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentFile } from '../content.ts';
import { parseDivisions } from '../divisions/division.ts';
import { publicRaw } from '../normalise/raw.ts';
import { readChanges } from '../publish/record.ts';
import type { Archive } from '../report/archive.ts';
import type { Metadata } from '../report/schema.ts';
import { fingerprintOf, type ReportId, readOlder, readText } from '../report/store.ts';
import { owns, type Shard } from '../shard.ts';
import type { WordCounts } from '../words/frequency.ts';
import { loadAccuracy } from './accuracy.ts';
import { buildAssets } from './assets.ts';
import { type SiteContext, withContext } from './context.ts';
import { archiveKeywords } from './keywords.ts';
import { urls } from './urls.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface RenderOptions {
  /** The content folder that `archive` was read from; bodies and raw texts are read from there. */
  content: string;
  archive: Archive;
  /** The words of a report of the archive. */
  words(id: ReportId): WordCounts;
  /** Folder for the site. What lies there already stays, unless the site has a file of that name. */
  out: string;
  /**
   * Folder for all that the renderer writes besides. It must lie within the working directory, as Astro puts
   * its bundles for any other folder into one shared place there; no two runs at a time may share it.
   */
  temp: string;
  /** Another folder than src with a folder `pages` in it, to render these alone. */
  pagesOf?: string | undefined;
  /** Renders the pages of this shard alone, of those that a later run takes from `temp`. */
  shard?: Shard | undefined;
}

/** Writes every page, script and stylesheet of the site of `archive` below `out`. */
export async function renderSite({
  content,
  archive,
  words,
  out,
  temp,
  pagesOf,
  shard,
}: RenderOptions): Promise<void> {
  clearInterrupted(temp);
  // A folder of its own for every run: Node keeps the modules that Astro imports from it for ever.
  const rendered = mkdtempSync(join(temp, RENDERED));
  const context = await prepareSite({ content, archive, words }, rendered);
  await withContext(context, () => runAstro(rendered, temp, { pagesOf, shard }));
  mkdirSync(out, { recursive: true });
  for (const name of readdirSync(rendered)) move(join(rendered, name), join(out, name));
  rmSync(rendered, { recursive: true });
}

/** Writes scripts, styles and the icon of the site into `folder`, and gives what its pages are rendered from. */
export async function prepareSite(
  { content, archive, words }: Pick<RenderOptions, 'content' | 'archive' | 'words'>,
  folder: string,
): Promise<SiteContext> {
  const assets = await buildAssets(folder);
  const fingerprints = new Map([...archive.reports.keys()].map((id) => [id, fingerprintOf(content, id)]));
  const report = (id: ReportId) => readText(content, archive.reports.get(id) as Metadata);
  copyFileSync(join(ROOT, 'src/site/icon.svg'), join(folder, urls.icon));
  return {
    archive,
    assets,
    divisions: parseDivisions(readFileSync(contentFile(content, 'divisions.tsv'), 'utf8')).filter(
      ({ validTo }) => validTo === undefined,
    ),
    fingerprints,
    salt: saltOf(content, archive, readdirSync(join(folder, 'assets')).sort()),
    report,
    keywords: archiveKeywords([...archive.reports.keys()], words),
    older: (id, source) => readOlder(content, id, source),
    words,
    accuracy: loadAccuracy(content),
    raw: (source) => publicRaw(content, source),
    changes: readChanges(content, archive.reports),
  };
}

const RENDERED = 'site-';

/** Where Astro keeps rendered pages between runs. */
const astroCache = (temp: string) => join(temp, 'astro');

/**
 * Takes away what a run that was killed, or that failed, left behind: what it rendered, and Astro's cache with it.
 * Astro writes pages into its cache in place, and the list of what they were made from at the end: after a run
 * that did not end, the list of the one before would vouch for pages that are no longer those, or half written.
 */
function clearInterrupted(temp: string): void {
  mkdirSync(temp, { recursive: true });
  const left = readdirSync(temp).filter((name) => name.startsWith(RENDERED));
  if (left.length > 0) rmSync(astroCache(temp), { recursive: true, force: true });
  for (const name of left) rmSync(join(temp, name), { recursive: true });
}

function saltOf(content: string, archive: Archive, assets: readonly string[]): string {
  const { settings, metrics, themes, deadlines, checkNames, filter, training } = archive;
  const shown = JSON.stringify([
    settings,
    [...metrics],
    [...themes],
    deadlines,
    [...checkNames],
    filter,
    training,
    assets,
  ]);
  const hash = createHash('sha256').update(shown);
  for (const file of ['lexicon.txt', 'divisions.tsv']) hash.update(readFileSync(contentFile(content, file)));
  return hash.digest('hex');
}

async function runAstro(
  rendered: string,
  temp: string,
  { pagesOf, shard }: Pick<RenderOptions, 'pagesOf' | 'shard'>,
): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  // Loaded here: a build that has nothing to do is over before Astro would be there.
  const { build } = await import('astro');
  await build({
    root: ROOT,
    ...(pagesOf !== undefined && { srcDir: pagesOf }),
    ...(shard && { integrations: [onlyShard(shard)] }),
    logLevel: 'error',
    outDir: rendered,
    // While files of one page are written, others are rendered.
    build: { concurrency: 4 },
    cacheDir: astroCache(temp),
    publicDir: join(temp, 'public'),
    vite: {
      cacheDir: join(temp, 'vite'),
      logLevel: 'error',
    },
  });
}

/**
 * Leaves out the pages of other shards, and those without a key, which are rendered each time. A page that names an
 * agency in its path goes by that agency's id, any other by its path.
 */
function onlyShard(shard: Shard): AstroIntegration {
  const keyOf = (path: string) => /^\/?(?:reports|agencies|compare)\/([^/.]+)/.exec(path)?.[1] ?? path;
  return {
    name: 'shard',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((all) => ({
          ...all,
          getStaticPaths: async () =>
            (await all.getStaticPaths()).filter(
              ({ cacheKey, pathname }) => cacheKey !== undefined && owns(shard, keyOf(pathname)),
            ),
        })),
    },
  };
}

/** A rename where it can be one: `out` may be another disk, or a folder that has files already. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true });
  }
}
