/** The whole job, stage by stage: raw texts to reports, pages, data, search and the zip. */
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Diagnostic, printDiagnostic } from '../diagnostics.ts';
import { listFiles } from '../files.ts';
import { type FolderRun, normaliseFolder } from '../normalise/folder.ts';
import { publicRaw } from '../normalise/raw.ts';
import type { Earlier } from '../publish/earlier.ts';
import { editionOf, FOLDER, isWhole, writeEdition, zipIn } from '../publish/edition.ts';
import { type KeptFiles, openKept } from '../publish/kept.ts';
import { type FileDigest, type Manifest, writeManifest } from '../publish/manifest.ts';
import { checkNames } from '../publish/names.ts';
import { narrow, parseOnly } from '../publish/only.ts';
import { checkPermalinks, readChanges } from '../publish/record.ts';
import { writeSuccessors } from '../publish/successors.ts';
import { replace } from '../publish/swap.ts';
import { writeData, writeFeeds, writeSitemap } from '../publish/write.ts';
import { type Archive, loadArchive } from '../report/archive.ts';
import type { Metadata, Source } from '../report/schema.ts';
import { type ReportId, readText } from '../report/store.ts';
import { buildSearch } from '../search/build.ts';
import { renderSite } from '../site/render.ts';
import { digest, digestFiles, openCache } from './cache.ts';
import { type ArchiveWords, countArchive } from './count-words.ts';
import { inputsOf, keepLast, type Outputs, repeatLast } from './last.ts';
import { lookOver } from './last-site.ts';
import { joinedPages } from './part.ts';
import { withPool } from './pool.ts';
import type { Progress } from './progress.ts';
import { createReader } from './read-sources.ts';
import { searchSources } from './search-sources.ts';

export interface BuildOptions {
  /** Content folder; it needs only raw/. */
  content: string;
  /** Folder of the site. It is replaced whole, once the new site is complete. */
  out: string;
  /** Folder of the zip and its checksum. */
  release: string;
  zip: boolean;
  /** The filter of a partial edition (src/publish/only.ts). */
  only?: string | undefined;
  /** Adds handouts and exercises for a training. */
  training?: true | undefined;
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
 * @throws {BuildError} where the new site would lose what was published; {Error} where a content file is wrong or
 * something cannot be written. The last good site and zip stay.
 */
export async function build(options: BuildOptions, progress: Progress): Promise<BuildResult> {
  let inputs = '';
  const last = await progress.stage('compare', undefined, () => {
    inputs = inputsOf(options);
    return repeatLast(options, inputs);
  });
  if (last) return last;
  const { outputs, ...result } = await buildAnew(options, progress);
  keepLast(options, inputs, outputs, result);
  return result;
}

async function buildAnew(
  options: BuildOptions,
  progress: Progress,
): Promise<BuildResult & { outputs: Outputs }> {
  const content = resolve(options.content);
  const cache = resolve(options.cache);
  mkdirSync(cache, { recursive: true });
  const lastSite = { site: options.out, index: keptIndex(options) };
  const looked = lookOver(lastSite, zipIn(options.release));
  const reading = withPool(async (pool) => {
    const normalised = await progress.stage('normalise', undefined, ({ tick }) =>
      normaliseFolder(content, { reader: createReader(content, { cache: openCache(cache), pool }, tick) }),
    );
    if (normalised.reports.length === 0) throw new Error(nothingRead(normalised));
    const archive = chosen(loadArchive(content, normalised.printed), options);
    const words = await progress.stage('words', archive.reports.size, ({ tick }) =>
      countArchive(content, archive.fingerprints, { cache: openCache(cache), pool }, tick),
    );
    return { normalised, archive, words };
  });
  const [{ normalised, archive, words }, last] = await Promise.all([reading, looked.site]);
  const count = archive.reports.size;
  const report = (id: ReportId) => readText(content, archive.reports.get(id) as Metadata);
  const raw = (source: Source) => publicRaw(content, source);

  const { diagnostics, outputs } = await replace(options.out, async (site) => {
    const kept = openKept(site, lastSite.index, [last, joinedPages(cache)]);
    await progress.stage('pages', count, async ({ tick }) => {
      await renderSite({ content, archive, words: words.words, out: site, temp: join(cache, 'pages'), kept });
      tick(count);
    });
    // For half of the time that search takes, this process waits for Pagefind's.
    const [diagnostics] = await both(
      progress.stage('data', count, async ({ tick }) => {
        const key = dataKeys(archive);
        await writeData({ archive, report, raw, key, kept }, site, tick);
        return writeFeeds(archive, readChanges(content, archive.reports), site);
      }),
      progress.stage('search', count, ({ tick }) => index(archive, words, content, site, cache, kept, tick)),
    );
    const edition = editionOf(archive);
    const manifest = await progress.stage('manifest', undefined, async ({ tick }) => {
      kept.forget(finish(content, archive, site));
      const written = writeManifest(site, edition, kept.digests);
      kept.save(written.files);
      tick(Object.keys(written.files).length);
      return written;
    });
    const outputs: Outputs = { manifest: manifest.sha256 };
    if (options.zip)
      await progress.stage('zip', undefined, async ({ tick }) => {
        const earlier = earlierZip(manifest, await looked.zip, options);
        const zip = await writeEdition(site, options.release, edition, earlier);
        outputs.zip = zip.sha256;
        tick(zip.places.size);
      });
    return { diagnostics, outputs };
  });
  for (const path of Object.values(joinedPages(cache))) rmSync(path, { recursive: true, force: true });
  return {
    diagnostics: [...normalised.diagnostics, ...diagnostics],
    reports: count,
    leftOut: normalised.leftOut,
    outputs,
  };
}

/** What both give. Where one fails the other is let end first: what it writes into may be taken away then. */
async function both<A, B>(a: Promise<A>, b: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([a, b]);
  return Promise.all([a, b]);
}

/** A file or folder of the code, by its way from here. */
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** What tells of the files of the site that is to be replaced. */
function keptIndex({ cache, out }: BuildOptions): string {
  return join(resolve(cache), `site-${digest(resolve(out)).slice(0, 8)}.json`);
}

/** What the data files of a report are made from, by its id. */
function dataKeys({ settings, fingerprints }: Archive): (id: ReportId) => string {
  const code = ['../publish', '../report', '../site', '../../package-lock.json'];
  const salt = digest(String(settings.base), digestFiles(...code.map(path)));
  return (id) => digest(salt, id, fingerprints.get(id) as string);
}

/** What the last zip of the release folder may be used for. */
function earlierZip(
  { files }: Manifest,
  zip: FileDigest | undefined,
  { cache, release }: BuildOptions,
): Earlier {
  const code = ['../publish/zip.ts', '../../package-lock.json'];
  return {
    zip,
    digests: new Map(Object.entries(files).map(([name, { sha256 }]) => [`${FOLDER}/${name}`, sha256])),
    index: join(resolve(cache), `zip-${digest(resolve(release)).slice(0, 8)}.json`),
    salt: digestFiles(...code.map(path)),
  };
}

/** A site that is complete but must not replace the last good one; `diagnostics` say why. */
export class BuildError extends Error {
  readonly diagnostics: readonly Diagnostic[];
  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(printDiagnostic).join('\n'));
    this.name = 'BuildError';
    this.diagnostics = diagnostics;
  }
}

function nothingRead({ sources, diagnostics }: FolderRun): string {
  if (sources === 0) return 'no raw texts: put at least one into the folder raw of the content folder';
  return `${diagnostics.map(printDiagnostic).join('\n')}\nnone of the ${sources} raw texts gave a report`;
}

/** The archive as the edition shows it. @throws {Error} where nothing is left of it. */
function chosen(archive: Archive, { only, training }: BuildOptions): Archive {
  const part = only === undefined ? archive : narrow(archive, parseOnly(only, archive.themes));
  if (part.reports.size === 0) throw new Error(`--only ${only}: no report of the archive meets it`);
  return training ? { ...part, training } : part;
}

/** Makes and checks what can be only once every page is there; gives the pages that it changed. @throws {BuildError} */
function finish(content: string, archive: Archive, site: string): string[] {
  const ledger = isWhole(editionOf(archive));
  const changed = ledger ? writeSuccessors(content, site) : [];
  writeSitemap(archive.settings.base, site);
  const wrong = [
    ...checkNames(listFiles(site)),
    ...(ledger ? checkPermalinks(content, site, archive.reports) : []),
  ];
  if (wrong.length > 0) throw new BuildError(wrong);
  return changed;
}

async function index(
  archive: Archive,
  words: ArchiveWords,
  content: string,
  site: string,
  cache: string,
  kept: KeptFiles,
  tick: (count: number) => void,
): Promise<void> {
  await buildSearch({
    reports: searchSources(content, archive, words),
    metrics: [...archive.metrics.values()].map(({ id, name, aliases }) => ({
      id,
      name,
      aliases: aliases?.split(' ') ?? [],
    })),
    themes: [...archive.themes.values()],
    out: join(site, 'search'),
    cache: join(cache, 'search'),
    keep: (key, paths) =>
      kept.keep(
        key,
        paths.map((path) => `search/${path}`),
      ),
    progress: ({ reports }) => tick(reports),
  });
}
