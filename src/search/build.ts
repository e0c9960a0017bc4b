/** Builds the search index of an archive: `search/` of the site. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { listFiles } from '../files.ts';
import { owns, type Shard } from '../shard.ts';
import type { Manifest, MetricEntry } from './manifest.ts';
import { packJson } from './pack.ts';
import { PAGEFIND_VERSION } from './pagefind-format.ts';
import { type BuiltShard, buildShard } from './shard.ts';
import { planShards, type ReportSource, shardId } from './shards.ts';
import { SIMPLIFY_PAIRS } from './simplify-table.ts';
import { makeVocabulary } from './terms.ts';

/** Goes into the name of every shard: to be raised when the same report would be indexed otherwise. */
const FORMAT = `3 pagefind ${PAGEFIND_VERSION}`;

/** Words by which the readings of a metric are found. */
export interface SearchableMetric {
  id: string;
  name: string;
  aliases: readonly string[];
}

export interface SearchInput {
  reports: Iterable<ReportSource>;
  metrics: readonly SearchableMetric[];
  themes: readonly { id: string; name: string }[];
  /** The folder to write, `search` in the site's root; what it held is replaced. */
  out: string;
  /** A folder that keeps the shards between builds; those that this build does not need are removed from it. */
  cache: string;
  /**
   * Puts the files of a shard, by its id and their paths below `out`, where they are to be, if they are at hand: says
   * whether they were.
   */
  keep?: (shard: string, paths: readonly string[]) => boolean;
  /** Called after each shard. */
  progress?: (done: { shard: number; shards: number; reports: number; cached: boolean }) => void;
}

/** Builds `out`. @throws {Error} where Pagefind refuses a report or writes files of an unknown form. */
export async function buildSearch({
  metrics,
  themes,
  out,
  keep = () => false,
  ...input
}: SearchInput): Promise<Manifest> {
  const built = await buildShards(input);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const { entry } of built) {
    const files = join(input.cache, entry.id, 'files');
    const paths = listFiles(files).map((path) => `${entry.id}/${path}`);
    if (!keep(entry.id, paths)) cpSync(files, join(out, entry.id), { recursive: true });
  }
  const manifest: Manifest = {
    shards: built.map(({ entry }) => entry),
    themes: themes.map(({ id, name }) => [id, name]),
  };
  const write = (name: string, value: unknown) =>
    writeFileSync(join(out, `${name}.js`), packJson(name, value));
  write('manifest', manifest);
  write('simplify', SIMPLIFY_PAIRS);
  write('metrics', metricEntries(metrics, built));
  write('terms', makeVocabulary(built.map(({ terms }) => terms)));
  return manifest;
}

/**
 * Builds the shards of an index into the folder `cache`, those that it does not have yet, and takes others out of
 * it. With `part` only the shards that are that machine's. @throws {Error} as buildSearch does.
 */
export async function buildShards({
  reports,
  cache,
  progress,
  part,
}: Pick<SearchInput, 'reports' | 'cache' | 'progress'> & { part?: Shard }): Promise<BuiltShard[]> {
  const shards = planShards(reports)
    .map((sources) => ({ id: shardId(sources, FORMAT), sources }))
    .filter(({ id }) => !part || owns(part, id));
  mkdirSync(cache, { recursive: true });
  const built: BuiltShard[] = [];
  for (const [i, { id, sources }] of shards.entries()) {
    const kept = join(cache, id);
    const cached = existsSync(kept);
    if (!cached) await buildAside(kept, (folder) => buildShard(id, sources, folder));
    built.push(JSON.parse(readFileSync(join(kept, 'shard.json'), 'utf8')));
    progress?.({ shard: i + 1, shards: shards.length, reports: sources.length, cached });
  }
  for (const name of readdirSync(cache))
    if (!built.some(({ entry }) => entry.id === name)) rmSync(join(cache, name), { recursive: true });
  return built;
}

function metricEntries(metrics: readonly SearchableMetric[], built: readonly BuiltShard[]): MetricEntry[] {
  return metrics
    .map(({ id, name, aliases }) => ({
      id,
      names: [name, ...aliases],
      shards: [...built.keys()].filter((i) => built[i]?.metrics.includes(id)),
    }))
    .filter(({ shards }) => shards.length > 0);
}

/** A shard appears in the cache when it is whole, so that a killed build leaves none that is not. */
async function buildAside(kept: string, build: (folder: string) => Promise<BuiltShard>): Promise<void> {
  const aside = join(dirname(kept), `${kept.slice(-12)}.tmp`);
  rmSync(aside, { recursive: true, force: true });
  const shard = await build(join(aside, 'files'));
  writeFileSync(join(aside, 'shard.json'), JSON.stringify(shard));
  renameSync(aside, kept);
}
