/**
 * Work shared among machines. Each makes a part: what the cache would keep of its share. Joined into one cache,
 * the parts leave nothing of the shared work to the build that follows, so its bytes are those of one machine.
 */
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../files.ts';
import { loadNormaliseRules } from '../normalise/folder.ts';
import { listRaw, readRaw } from '../normalise/raw.ts';
import { type EarlierSite, openKept, readIndex } from '../publish/kept.ts';
import { digestSite } from '../publish/manifest.ts';
import { replace } from '../publish/swap.ts';
import { loadArchive } from '../report/archive.ts';
import { buildShards } from '../search/build.ts';
import { owns, parseShard, printShard, type Shard } from '../shard.ts';
import { renderSite } from '../site/render.ts';
import { cacheFolder, digest, openCache } from './cache.ts';
import { countArchive, WORDS } from './count-words.ts';
import { digestGenerated, digestSources } from './inputs.ts';
import { withPool } from './pool.ts';
import type { Progress } from './progress.ts';
import { createReader } from './read-sources.ts';
import { searchSources } from './search-sources.ts';

/** What a part holds: sources that were read, or pages and shards of the search index. */
export type PartStage = 'sources' | 'site';

const partSchema = z.strictObject({
  stage: z.enum(['sources', 'site']),
  /** k/n */
  shard: z.string(),
  /** Digest of what it was made from: parts of one whole have the same. */
  inputs: z.string(),
});

const PART = 'part.json';
/** The pages of a part, and in the cache those of all parts until a site has them. */
const PAGES = 'joined';

/** The pages in the folder of a part or of the cache, and what tells of them. */
export function joinedPages(folder: string): EarlierSite {
  return { site: join(folder, PAGES), index: join(folder, `${PAGES}.json`) };
}

/** Reads the sources of `shard` into the folder `part`. Which they are goes by their paths: no id is known yet. */
export async function readPart(
  content: string,
  shard: Shard,
  part: string,
  progress: Progress,
): Promise<void> {
  const raw = join(content, 'raw');
  const files = listRaw(raw).files.filter((file) => owns(shard, file));
  const inputs = inputsOf('sources', content);
  await progress.stage('normalise', files.length, ({ tick }) =>
    withPool((pool) =>
      createReader(content, { cache: openCache(part), pool }, tick).read(readRaw(raw, files, []), () =>
        loadNormaliseRules(content),
      ),
    ),
  );
  writePart(part, { stage: 'sources', shard: printShard(shard), inputs });
}

/** Renders the pages and indexes the shards of the search that are `shard`'s, into the folder `part`. */
export async function sitePart(
  content: string,
  shard: Shard,
  part: string,
  progress: Progress,
): Promise<void> {
  const inputs = inputsOf('site', content);
  const archive = loadArchive(content);
  const cache = cacheFolder(part);
  // Of all reports, as keywords are weighed against the whole archive: every machine counts them, one hands them on.
  const words = await progress.stage('words', archive.reports.size, ({ tick }) =>
    withPool((pool) => countArchive(content, archive.fingerprints, { cache: openCache(cache), pool }, tick)),
  );
  if (shard.number === 1) cpSync(join(cache, WORDS), join(part, WORDS), { recursive: true, force: true });
  const pages = joinedPages(part);
  await progress.stage('pages', undefined, () =>
    replace(pages.site, async (out) => {
      const kept = openKept(out, pages.index, [pages]);
      await renderSite({
        content,
        archive,
        words: words.words,
        out,
        temp: join(cache, 'pages'),
        shard,
        kept,
      });
      kept.save(digestSite(out));
    }),
  );
  await progress.stage('search', undefined, ({ tick }) =>
    buildShards({
      reports: searchSources(content, archive, words),
      cache: join(part, 'search'),
      part: shard,
      progress: ({ reports }) => tick(reports),
    }),
  );
  writePart(part, { stage: 'site', shard: printShard(shard), inputs });
}

/**
 * Joins the parts in these folders into the cache of `content`, and says what they are parts of.
 * @throws {Error} naming the part that is missing, stands twice, or was made from something else.
 */
export function joinParts(content: string, parts: readonly string[]): PartStage {
  const stage = checkParts(content, parts);
  const cache = cacheFolder(content);
  const pages = joinedPages(cache);
  for (const part of parts)
    for (const name of readdirSync(part))
      if (name !== PART) cpSync(join(part, name), join(cache, name), { recursive: true });
  if (stage === 'site') {
    const indexes = parts.map((part) => readIndex(joinedPages(part).index));
    writeWhole(pages.index, JSON.stringify(Object.assign({}, ...indexes)));
  }
  return stage;
}

function checkParts(content: string, folders: readonly string[]): PartStage {
  const parts = folders.map((folder) => ({ folder, ...readPartFile(folder) }));
  const [first] = parts;
  if (!first) throw new Error('no parts: name the folder of each');
  const { count } = parseShard(first.shard);
  const inputs = inputsOf(first.stage, content);
  for (const { folder, stage, shard, inputs: own } of parts) {
    if (stage !== first.stage || parseShard(shard).count !== count)
      throw new Error(`${folder} is ${stage} ${shard}, and ${first.folder} ${first.stage} ${first.shard}`);
    if (own !== inputs)
      throw new Error(`${folder} was made from other content or by other code: make part ${shard} again`);
  }
  for (let number = 1; number <= count; number += 1) {
    const same = parts.filter(({ shard }) => shard === printShard({ number, count }));
    if (same.length === 0) throw new Error(`part ${number}/${count} is missing`);
    if (same.length > 1)
      throw new Error(`part ${number}/${count} stands twice: ${same.map(({ folder }) => folder).join(', ')}`);
  }
  return first.stage;
}

function inputsOf(stage: PartStage, content: string): string {
  return digest(stage, digestSources(content), stage === 'site' ? digestGenerated(content) : '');
}

function readPartFile(folder: string): z.infer<typeof partSchema> {
  const file = join(folder, PART);
  if (!existsSync(file)) throw new Error(`${resolve(folder)} is no part, or one that was not finished`);
  return partSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Comes last: a folder without it is not whole. */
function writePart(folder: string, part: z.infer<typeof partSchema>): void {
  writeWhole(join(folder, PART), JSON.stringify(part));
}
