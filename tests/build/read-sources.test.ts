import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCache } from '../../src/build/cache.ts';
import { withPool } from '../../src/build/pool.ts';
import { createReader } from '../../src/build/read-sources.ts';
import { PROJECT_CONTENT } from '../../src/content.ts';
import { loadNormaliseRules } from '../../src/normalise/folder.ts';
import { normaliseReport, type RawSource } from '../../src/normalise/report.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fazhi-read-'));
  cpSync(join(PROJECT_CONTENT, 'raw'), join(folder, 'raw'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** `count` texts that differ, so that the pool has work, the last of them empty. */
function sources(count: number): RawSource[] {
  const bytes = readFileSync(join(folder, 'raw', '630202-zf-2022.txt'));
  return Array.from({ length: count }, (_, i) => ({
    file: `${i}.txt`,
    bytes: i === count - 1 ? Buffer.alloc(0) : Buffer.concat([bytes, Buffer.from(`\n第${i}次采集。\n`)]),
  }));
}

test('a pool, a thread and the cache all give what reading each source gives, in order', async () => {
  const rules = loadNormaliseRules(folder);
  const some = sources(100);
  const direct = await Promise.all(some.map((source) => normaliseReport(source, rules)));
  for (const run of ['by the pool', 'from the cache', 'a few of them']) {
    const part = run === 'a few of them' ? some.slice(90) : some;
    let done = 0;
    const results = await withPool((pool) =>
      createReader(folder, { cache: openCache(join(folder, 'cache')), pool }, (count) => {
        done += count;
      }).read(part, () => rules),
    );
    const loaded = results.map(({ diagnostics, draft }) => ({
      diagnostics,
      ...(draft && { draft: draft.load() }),
    }));
    expect(loaded, run).toEqual(JSON.parse(JSON.stringify(direct.slice(100 - part.length))));
    expect(done, run).toBe(part.length);
  }
});
