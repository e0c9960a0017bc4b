/** Reads sources on every core, and only those that the cache does not have. */
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Tinypool from 'tinypool';
import { PROJECT_CONTENT } from '../content.ts';
import type { ReadSources } from '../normalise/folder.ts';
import type { Normalised, RawSource } from '../normalise/report.ts';
import { type Cache, digest, digestFiles } from './cache.ts';
import readHere, { type ReadTask } from './read-worker.ts';

/** Sources a task: few enough to share evenly, enough to be worth a message. */
const BATCH = 16;
/** Fewer than this are read before a worker has loaded its rules. */
const WORTH_A_POOL = 64;
const STAGE = 'normalise';

/** `tick` counts sources done. Results come in the order of the sources, however many cores read them. */
export function createReader(content: string, cache: Cache, tick: (count: number) => void): ReadSources {
  const salt = digestRules(content);
  return async (sources) => {
    const results: (string | undefined)[] = [];
    const missing: { index: number; key: string; source: RawSource }[] = [];
    for (const source of sources) {
      const key = digest(salt, JSON.stringify({ ...source, bytes: 0 }), source.bytes);
      const kept = cache.get(STAGE, key);
      if (kept === undefined) missing.push({ index: results.length, key, source });
      else tick(1);
      results.push(kept);
    }
    const run = missing.length < WORTH_A_POOL ? readHere : createPool();
    await Promise.all(
      batches(missing).map(async (batch) => {
        const values = await run({ content, sources: batch.map(({ source }) => source) });
        for (const [i, { index, key }] of batch.entries()) {
          results[index] = values[i];
          cache.put(STAGE, key, values[i] as string);
        }
        tick(batch.length);
      }),
    );
    cache.prune(STAGE);
    return results.map((json) => JSON.parse(json as string) as Normalised);
  };
}

function createPool(): (task: ReadTask) => Promise<string[]> {
  const pool = new Tinypool({
    filename: new URL('./read-worker.ts', import.meta.url).href,
    runtime: 'worker_threads',
    maxThreads: availableParallelism(),
    minThreads: availableParallelism(),
  });
  return (task) => pool.run(task);
}

function batches<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, i) =>
    items.slice(i * BATCH, (i + 1) * BATCH),
  );
}

/** Everything but the source that a result depends on: the rules in content, and the code that applies them. */
function digestRules(content: string): string {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const rules = [PROJECT_CONTENT, content].flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && !NOT_RULES.has(entry.name))
      .map((entry) => join(folder, entry.name))
      .sort(),
  );
  const code = ['src/ingest', 'src/figures', 'src/words', 'src/divisions', 'src/normalise', 'src/report'];
  return digest(
    process.version,
    digestFiles(...rules, ...[...code, 'package-lock.json'].map((name) => join(root, name))),
  );
}

/** Content files that say nothing of how a text is read. */
const NOT_RULES = new Set(['agencies.yaml', 'site.yaml', 'accuracy.json', 'README.md']);
