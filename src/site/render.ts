/** Renders the whole site with Astro into a folder. */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { digest } from '../build/cache.ts';
import { contentFile } from '../content.ts';
import { parseDivisions } from '../divisions/division.ts';
import { publicRaw } from '../normalise/raw.ts';
import { type KeptFiles, NOTHING_KEPT } from '../publish/kept.ts';
import { readChanges } from '../publish/record.ts';
import type { Archive } from '../report/archive.ts';
import type { Metadata } from '../report/schema.ts';
import { type ReportId, readOlder, readText } from '../report/store.ts';
import { owns, type Shard } from '../shard.ts';
import type { WordCounts } from '../words/frequency.ts';
import { loadAccuracy } from './accuracy.ts';
import { buildAssets } from './assets.ts';
import { type SiteContext, withContext } from './context.ts';
import { archiveKeywords } from './keywords.ts';
import { createPageCode, type PageCode } from './page-code.ts';
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
  /** Renders the pages of this shard alone, of those that a later run keeps. */
  shard?: Shard | undefined;
  /** Puts pages of an earlier site into `out`, which are then not rendered. */
  kept?: KeptFiles;
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
  kept = NOTHING_KEPT,
}: RenderOptions): Promise<void> {
  clearInterrupted(temp);
  // A folder of its own for every run: Node keeps the modules that Astro imports from it for ever.
  const rendered = mkdtempSync(join(temp, RENDERED));
  const context = await prepareSite({ content, archive, words }, rendered);
  await withContext(context, () => runAstro(rendered, temp, { pagesOf, shard, kept }));
  mkdirSync(dirname(out), { recursive: true });
  move(rendered, out);
}

/** Writes scripts, styles and the icon of the site into `folder`, and gives what its pages are rendered from. */
export async function prepareSite(
  { content, archive, words }: Pick<RenderOptions, 'content' | 'archive' | 'words'>,
  folder: string,
): Promise<SiteContext> {
  const assets = await buildAssets(folder);
  const report = (id: ReportId) => readText(content, archive.reports.get(id) as Metadata);
  copyFileSync(join(ROOT, 'src/site/icon.svg'), join(folder, urls.icon));
  return {
    archive,
    assets,
    divisions: parseDivisions(readFileSync(contentFile(content, 'divisions.tsv'), 'utf8')).filter(
      ({ validTo }) => validTo === undefined,
    ),
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

/** Takes away what a run that was killed, or that failed, left behind. */
function clearInterrupted(temp: string): void {
  mkdirSync(temp, { recursive: true });
  for (const name of readdirSync(temp))
    if (name.startsWith(RENDERED)) rmSync(join(temp, name), { recursive: true });
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
  { pagesOf, shard, kept }: Pick<RenderOptions, 'pagesOf' | 'shard'> & { kept: KeptFiles },
): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  // Loaded here: a build that has nothing to do is over before Astro would be there.
  const { build } = await import('astro');
  const code = createPageCode();
  await build({
    root: ROOT,
    ...(pagesOf !== undefined && { srcDir: pagesOf }),
    integrations: [choosePages(wanted(code, kept, shard))],
    logLevel: 'error',
    outDir: rendered,
    // While files of one page are written, others are rendered.
    build: { concurrency: 4 },
    cacheDir: join(temp, 'astro'),
    publicDir: join(temp, 'public'),
    vite: {
      cacheDir: join(temp, 'vite'),
      logLevel: 'error',
      plugins: [code.plugin],
    },
  });
}

type Page = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** Has Astro render the pages that `isWanted`, which is asked about each page once, and no others. */
function choosePages(isWanted: (page: Page) => boolean): AstroIntegration {
  return {
    name: 'pages',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((all) => ({
          ...all,
          getStaticPaths: async () => {
            // Of two pages with one path the first is the site's.
            const pages = Map.groupBy(await all.getStaticPaths(), ({ pathname }) => pathname);
            return [...pages.values()].flatMap(([page]) => (page && isWanted(page) ? [page] : []));
          },
        })),
    },
  };
}

/** All pages but those that are kept, and those that are no work of the shard: another's, and pages without a key. */
function wanted(code: PageCode, kept: KeptFiles, shard: Shard | undefined): (page: Page) => boolean {
  return ({ pathname, route, cacheKey }) => {
    if (cacheKey === undefined) return !shard;
    const path = pathname.replace(/^\//, '') + (route.type === 'page' ? '.html' : '');
    if (shard && !owns(shard, ownerOf(path))) return false;
    return !kept.keep(digest(code.digestOf(route.component), cacheKey), [path]);
  };
}

/** What decides whose a page is: the agency's id where its path names one, else the path. */
function ownerOf(path: string): string {
  return /^(?:reports|agencies|compare)\/([^/.]+)/.exec(path)?.[1] ?? path;
}

/** Renames, where `to` is on the same disk; files that `to` has of other names stay. */
function move(from: string, to: string): void {
  if (existsSync(to) && statSync(from).isDirectory()) {
    for (const name of readdirSync(from)) move(join(from, name), join(to, name));
    rmSync(from, { recursive: true });
    return;
  }
  try {
    renameSync(from, to);
  } catch {
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true });
  }
}
