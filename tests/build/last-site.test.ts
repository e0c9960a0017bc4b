import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { lookOver } from '../../src/build/last-site.ts';
import { openKept } from '../../src/publish/kept.ts';
import { digestOf } from '../../src/publish/manifest.ts';

const folder = mkdtempSync(join(tmpdir(), 'last-site-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('of a large site that was looked over, what is as it was written is kept, and what is not is made anew', async () => {
  const last = { site: join(folder, 'last'), index: join(folder, 'index.json') };
  mkdirSync(last.site);
  const page = (n: number) => `reports/${'a'.repeat(100)}${n}.html`;
  const index = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, n) => [page(n), ['key', digestOf(`page ${n}`).sha256]]),
  );
  writeFileSync(last.index, JSON.stringify(index));
  mkdirSync(join(last.site, 'reports'));
  writeFileSync(join(last.site, page(1)), 'page 1');
  writeFileSync(join(last.site, page(2)), 'page 2, altered');

  const zip = join(folder, 'last.zip');
  writeFileSync(zip, 'zip');

  const looked = lookOver(last, zip);
  const seen = await looked.site;
  expect(seen.digests).toEqual(
    new Map([
      [page(1), digestOf('page 1')],
      [page(2), digestOf('page 2, altered')],
    ]),
  );
  const kept = openKept(join(folder, 'new'), join(folder, 'next.json'), [seen]);
  expect(kept.keep('key', [page(1)])).toBe(true);
  expect(kept.keep('key', [page(2)])).toBe(false);
  expect(kept.keep('key', [page(3)])).toBe(false);
  expect(await looked.zip).toEqual(digestOf('zip'));
});

test('of a last build that left no zip, or one that cannot be read, nothing is used', async () => {
  const site = { site: folder, index: join(folder, 'none.json') };
  expect(await lookOver(site, join(folder, 'none.zip')).zip).toBeUndefined();
  expect(await lookOver(site, folder).zip).toBeUndefined();
});
