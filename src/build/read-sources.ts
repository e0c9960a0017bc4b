/** Reads sources on every core, and only those that the cache does not have. */
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROJECT_CONTENT } from '../content.ts';
import type { Diagnostic } from '../diagnostics.ts';
import type { DraftHead, Reader, SourceRead } from '../normalise/read.ts';
import type { RawSource } from '../normalise/report.ts';
import { type Cache, digest, digestFiles } from './cache.ts';
import type { Pool } from './pool.ts';

/** Sources a task: few enough to share evenly, enough to be worth a message. */
const BATCH = 16;
/** Fewer than this are read before a worker has loaded its rules. */
const WORTH_A_POOL = 64;
const STAGE = 'normalise';
const REMEMBERED = 'reports';

/**
 * A reader whose drafts lie in the cache, so that memory does not grow with their texts. `tick` counts sources
 * done. Results come in the order of the sources, however many cores read them.
 */
export function createReader(
  content: string,
  { cache, pool }: { cache: Cache; pool: Pool },
  tick: (count: number) => void = () => {},
): Reader {
  const salt = digestRules(content);
  const keep = (key: string, firstLine: string): SourceRead => {
    const { diagnostics, head }: { diagnostics: Diagnostic[]; head?: DraftHead } = JSON.parse(firstLine);
    if (!head) return { diagnostics };
    const load = () => {
      const kept = cache.again(STAGE, key);
      return JSON.parse(kept.slice(kept.indexOf('\n')));
    };
    return { diagnostics, draft: { ...head, key, load } };
  };
  return {
    async read(sources) {
      const results: SourceRead[] = [];
      const work = createQueue(content, pool, ({ index, key }, value) => {
        cache.put(STAGE, key, value);
        results[index] = keep(key, value.slice(0, value.indexOf('\n')));
        tick(1);
      });
      let index = 0;
      for (const source of sources) {
        const key = digest(salt, JSON.stringify({ ...source, bytes: 0 }), source.bytes);
        const kept = cache.firstLine(STAGE, key);
        if (kept === undefined) await work.add({ index, key, source });
        else {
          results[index] = keep(key, kept);
          tick(1);
        }
        index += 1;
      }
      await work.finish();
      return results;
    },
    remember(parts, make) {
      const key = digest(...parts);
      const known = cache.get(REMEMBERED, key);
      if (known !== undefined) return known;
      const made = make();
      cache.put(REMEMBERED, key, made);
      return made;
    },
    forget: () => [STAGE, REMEMBERED].forEach(cache.prune),
  };
}

interface Missing {
  index: number;
  key: string;
  source: RawSource;
}

/** Reads what is added, a batch at a time: in this thread while there is little, by a pool where there is more. */
function createQueue(content: string, pool: Pool, done: (missing: Missing, value: string) => void) {
  let waiting: Missing[] = [];
  let many = false;
  const running = new Set<Promise<void>>();
  const run = async (batch: Missing[]) => {
    const values = await pool.run('read', { content, sources: batch.map(({ source }) => source) });
    for (const [i, missing] of batch.entries()) done(missing, values[i] as string);
  };
  /** Waits while every worker has a batch and another one is ready, so that no more texts are in memory. */
  const start = async (batch: Missing[]) => {
    const task = run(batch).finally(() => running.delete(task));
    running.add(task);
    if (running.size > availableParallelism()) await Promise.race(running);
  };
  return {
    async add(missing: Missing) {
      waiting.push(missing);
      many ||= waiting.length >= WORTH_A_POOL;
      if (many) pool.start();
      while (many && waiting.length >= BATCH) await start(waiting.splice(0, BATCH));
    },
    async finish() {
      if (waiting.length > 0) await start(waiting);
      waiting = [];
      await Promise.all(running);
    },
  };
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
    digestFiles(
      ...rules,
      ...[...code, 'src/build/worker.ts', 'package-lock.json'].map((name) => join(root, name)),
    ),
  );
}

/** Content files that say nothing of how a text is read. */
const NOT_RULES = new Set(['agencies.yaml', 'site.yaml', 'accuracy.json', 'README.md']);
