import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeEdition } from '../../src/publish/edition.ts';
import { digestOf, readManifest, writeManifest } from '../../src/publish/manifest.ts';
import { verify } from '../../src/publish/verify.ts';
import { packEntry, writeZip } from '../../src/publish/zip.ts';
import { fill, temporaryFolder } from './folder.ts';
import { readZip, type Unzipped } from './unzip.ts';

const folder = temporaryFolder();
const edition = { name: '法治年报档案', reports: 1, date: '2023-02-01' };
const site = fill(join(folder, 'dist'), {
  'index.html': '首页',
  'assets/site.1a2b.css': 'body{}',
  'reports/a-b/2022.html': '报告',
});
writeManifest(site, edition);
await writeEdition(site, join(folder, 'release'), edition);
const zip = join(folder, 'release', 'fazhi-archive.zip');
const entries = await readZip(zip);

test('an edition as it was made, zipped, unpacked or built, differs in nothing', async () => {
  const unpacked = fill(
    join(folder, 'un packed 解压'),
    Object.fromEntries(entries.map((e) => [e.name, e.bytes])),
  );
  for (const copy of [zip, unpacked, site]) expect((await verify(copy)).differences).toEqual([]);
});

test('SHA256SUMS has a line for every file of the site, and its own hash is the digest', () => {
  const { files, digest } = readManifest(site);
  const sums = readFileSync(join(site, 'SHA256SUMS'), 'utf8');
  expect(sums.split('\n').slice(0, -1)).toEqual(
    ['assets/site.1a2b.css', 'index.html', 'reports/a-b/2022.html'].map(
      (path) => `${digestOf(readFileSync(join(site, path))).sha256}  ${path}`,
    ),
  );
  expect(digestOf(sums).sha256).toBe(digest);
  expect(files['index.html']?.bytes).toBe(6);
});

test('whatever is changed, removed or added in a zip is named, and nothing else', async () => {
  const damage = fc.record({
    victim: fc.nat(entries.length - 1).filter((i) => !entries[i]?.name.endsWith('manifest.json')),
    kind: fc.constantFrom('changed' as const, 'missing' as const, 'extra' as const),
  });
  await fc.assert(
    fc.asyncProperty(damage, async ({ victim, kind }) => {
      const { name, bytes } = entries[victim] as Unzipped;
      const others = entries.filter((_, i) => i !== victim);
      const damaged = {
        changed: [...others, { name, bytes: Buffer.concat([bytes, Buffer.from('.')]) }],
        missing: others,
        extra: [...entries, { name: `${name}.bak`, bytes }],
      }[kind];
      const copy = join(folder, 'damaged.zip');
      writeZip(
        copy,
        damaged.map((entry) => packEntry(entry.name, entry.bytes)),
      );
      expect((await verify(copy)).differences).toEqual([
        { path: kind === 'extra' ? `${name}.bak` : name, kind },
      ]);
    }),
    { numRuns: 40 },
  );
});

test('a bit flipped in the zip is noticed', async () => {
  const copy = join(folder, 'flipped.zip');
  const bytes = readFileSync(zip);
  const at = bytes.indexOf('index.html') + 'index.html'.length + 1;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(copy, bytes);
  expect((await verify(copy)).differences).toContainEqual({
    path: 'fazhi-archive/index.html',
    kind: 'changed',
  });
});

test('a file changed together with its line in the manifest shows in the digest', async () => {
  const copy = join(folder, 'forged');
  cpSync(site, copy, { recursive: true });
  writeFileSync(join(copy, 'index.html'), '假首页');
  const manifest = readManifest(copy);
  manifest.files['index.html'] = digestOf('假首页');
  writeFileSync(join(copy, 'manifest.json'), JSON.stringify(manifest));
  expect((await verify(copy)).differences).toEqual([{ path: 'SHA256SUMS', kind: 'changed' }]);
});

test('a zip that is not the one its .sha256 was made for is named', async () => {
  const copy = join(folder, 'other.zip');
  cpSync(zip, copy);
  writeFileSync(`${copy}.sha256`, `${'0'.repeat(64)}  other.zip\n`);
  expect((await verify(copy)).differences).toEqual([{ path: 'other.zip', kind: 'changed' }]);
});

test.each([
  ['no zip', 'text.zip', 'not a zip'],
  ['a zip cut short', 'short.zip', readFileSync(zip).subarray(0, 200)],
])('%s is refused', async (_, name, content) => {
  await expect(verify(join(fill(folder, { [name]: content }), name))).rejects.toThrow();
});

test('a folder without a manifest is refused by name', async () => {
  rmSync(join(folder, 'bare'), { recursive: true, force: true });
  await expect(verify(fill(join(folder, 'bare'), { 'a.html': '' }))).rejects.toThrow('manifest.json');
});
