import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digest, digestFiles, openCache } from '../../src/build/cache.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fazhi-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('an entry is there for the next run, until a run does not use it', () => {
  openCache(folder).put('normalise', 'aa11', '青海');
  const second = openCache(folder);
  expect(second.get('normalise', 'aa11')).toBe('青海');
  second.prune('normalise');
  expect(second.get('normalise', 'aa11')).toBe('青海');
  openCache(folder).prune('normalise');
  expect(openCache(folder).get('normalise', 'aa11')).toBeUndefined();
});

test('a digest depends on where the parts end', () => {
  expect(digest('ab', 'c')).not.toBe(digest('a', 'bc'));
});

test('a digest of files changes with a name and with a byte', () => {
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('a', '1');
  const first = digestFiles(folder);
  write('a', '2');
  const changed = digestFiles(folder);
  rmSync(join(folder, 'a'));
  write('b', '2');
  expect(new Set([first, changed, digestFiles(folder)]).size).toBe(3);
});
