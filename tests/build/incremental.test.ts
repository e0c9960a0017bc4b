import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import { createProgress } from '../../src/build/progress.ts';
import { PROJECT_CONTENT } from '../../src/content.ts';
import { fileDigest } from '../../src/files.ts';
import { FOLDER } from '../../src/publish/edition.ts';
import { digestSite } from '../../src/publish/manifest.ts';

const RAW = join(PROJECT_CONTENT, 'raw');
const FILES = ['370200-zfbgt-2022.txt', '371300-zf-2022.txt', '441400-zfbgs-2020.txt', '630202-zf-2022.txt'];

let folder: string;
beforeAll(() => {
  const cache = fileURLToPath(new URL('../../.cache', import.meta.url));
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, 'test-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What happens to an archive between two builds. */
const edits = fc.uniqueArray(
  fc.record({
    file: fc.constantFrom(...FILES),
    kind: fc.constantFrom('change', 'remove', 'other year'),
    digit: fc.integer({ min: 1, max: 9 }),
  }),
  { minLength: 1, maxLength: 3, selector: ({ file }) => file },
);

function apply(content: string, { file, kind, digit }: { file: string; kind: string; digit: number }): void {
  const path = join(content, 'raw', file);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : readFileSync(join(RAW, file), 'utf8');
  rmSync(path, { force: true });
  if (kind === 'change') writeFileSync(path, text.replace(/\d(?=件|项|次)/, String(digit)));
  if (kind === 'other year') writeFileSync(path, text.replaceAll('2022', '2021'));
}

async function buildInto(
  content: string,
  out: string,
  cache: string,
): Promise<Record<string, { sha256: string }>> {
  const silent = createProgress({ live: false, write: () => {} }, { now: () => 0, memory: () => 0 });
  await build({ content, out, release: `${out}-release`, zip: true, cache }, silent);
  return { ...digestSite(out), zip: fileDigest(join(`${out}-release`, `${FOLDER}.zip`)) };
}

test('a build after any edit gives the bytes of a build from nothing', { timeout: 600_000 }, async () => {
  const content = join(folder, 'content');
  cpSync(RAW, join(content, 'raw'), { recursive: true });
  rmSync(join(content, 'raw', FILES[0] as string));
  await buildInto(content, join(folder, 'site'), join(folder, 'cache'));
  await fc.assert(
    fc.asyncProperty(edits, async (some) => {
      for (const edit of some) apply(content, edit);
      const kept = await buildInto(content, join(folder, 'site'), join(folder, 'cache'));
      for (const name of ['cold', 'cold-release'])
        rmSync(join(folder, name), { recursive: true, force: true });
      expect(kept).toEqual(await buildInto(content, join(folder, 'cold'), join(folder, 'cold-cache')));
      rmSync(join(folder, 'cold-cache'), { recursive: true });
    }),
    { numRuns: 3, endOnFailure: true },
  );
});

test('nothing is done again where nothing changed, and what somebody spoilt is made anew', {
  timeout: 600_000,
}, async () => {
  const content = join(folder, 'still');
  const [site, cache] = [join(folder, 'still-site'), join(folder, 'still-cache')];
  cpSync(RAW, join(content, 'raw'), { recursive: true });
  const first = await buildInto(content, site, cache);
  const stages: string[] = [];
  const again = () => {
    const write = (text: string) => stages.push(...text.split(/^✓ (\w+).*\n/m).filter((_, i) => i % 2 === 1));
    const progress = createProgress({ live: false, write }, { now: () => 0, memory: () => 0 });
    stages.length = 0;
    return build({ content, out: site, release: `${site}-release`, zip: true, cache }, progress);
  };
  await again();
  expect(stages).toEqual(['compare']);

  writeFileSync(join(site, 'index.html'), '改');
  writeFileSync(join(site, 'data/reports/370200-zfbgt/2022.json'), '{}');
  const zip = join(`${site}-release`, `${FOLDER}.zip`);
  writeFileSync(zip, readFileSync(zip).reverse());
  await again();
  expect(stages).toContain('pages');
  expect({ ...digestSite(site), zip: fileDigest(zip) }).toEqual(first);
});
