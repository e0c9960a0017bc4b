import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import yauzl from 'yauzl';
import { FOLDER, writeEdition } from '../../src/publish/edition.ts';
import { digestIfThere } from '../../src/publish/kept.ts';
import { digestSite } from '../../src/publish/manifest.ts';
import { packEntry, writeZip } from '../../src/publish/zip.ts';
import { fill, temporaryFolder } from './folder.ts';
import { readZip, type Unzipped } from './unzip.ts';

const folder = temporaryFolder();

async function readWithZipJs(file: string): Promise<Unzipped[]> {
  const zip = new ZipReader(new Uint8ArrayReader(readFileSync(file)), { useWebWorkers: false });
  const entries: Unzipped[] = [];
  for (const entry of await zip.getEntries({ checkAmbiguity: true }))
    if (!entry.directory)
      entries.push({ name: entry.filename, bytes: await entry.getData(new Uint8ArrayWriter()) });
  return entries;
}

test('what goes into a zip comes out of it, in order, by two libraries', async () => {
  const name = fc
    .array(fc.oneof(fc.stringMatching(/^[a-z0-9_-]{1,9}$/), fc.constantFrom('开始', '说明')), {
      minLength: 1,
      maxLength: 3,
    })
    .chain((parts) =>
      fc.constantFrom('.html', '.txt', '.png', '.parquet').map((end) => parts.join('/') + end),
    );
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 2000 }),
    fc.string({ unit: 'grapheme' }).map((text) => new TextEncoder().encode(text.repeat(50))),
  );
  const entries = fc.uniqueArray(fc.record({ name, bytes }), {
    selector: (entry) => entry.name,
    maxLength: 8,
  });
  const file = join(folder, 'property.zip');
  await fc.assert(
    fc.asyncProperty(entries, async (some) => {
      const { places, ...summary } = writeZip(
        file,
        some.map((entry) => packEntry(entry.name, entry.bytes)),
      );
      expect(await readZip(file)).toEqual(some);
      expect(await readWithZipJs(file)).toEqual(some);
      const written = readFileSync(file);
      expect(summary).toEqual({
        sha256: createHash('sha256').update(written).digest('hex'),
        bytes: written.length,
      });
      expect([...places.keys()]).toEqual(some.map((entry) => entry.name));
    }),
    { numRuns: 60 },
  );
});

test('more entries than a zip without zip64 can count are all there', async () => {
  const file = join(folder, 'many.zip');
  const bytes = new TextEncoder().encode('甲');
  const names = Array.from({ length: 65_600 }, (_, i) => `d${i % 100}/${i}.png`);
  writeZip(
    file,
    names.values().map((name) => packEntry(name, bytes)),
  );
  const zip = await yauzl.openPromise(file);
  expect(zip.entryCount).toBe(65_600);
  const seen: string[] = [];
  for await (const entry of zip.eachEntry()) seen.push(entry.fileName);
  expect(seen).toEqual(names);
}, 300_000);

const site = {
  'index.html': '<!doctype html><title>法治年报档案</title>',
  'reports/a-b/2022.html': '正文'.repeat(500),
  'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
};
const edition = { name: '法治年报档案', reports: 5, date: '2024-01-31' };

test('an edition is the same bytes whatever the time zone, language, umask, folder and file order', async () => {
  const edit = new URL('../../src/publish/edition.ts', import.meta.url).href;
  const build = (name: string, files: object, env: Record<string, string>, umask: string) => {
    const release = join(folder, name, 'release');
    const code = `import { writeEdition } from '${edit}';
      process.umask(${umask});
      await writeEdition('${fill(join(folder, name, 'dist'), { ...files })}', '${release}', ${JSON.stringify(edition)});`;
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
      env: { ...process.env, ...env },
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    return readFileSync(join(release, `${FOLDER}.zip`));
  };
  const one = build('a', site, { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' }, '0o022');
  const reversed = Object.fromEntries(Object.entries(site).reverse());
  const two = build('乙 b', reversed, { TZ: 'America/New_York', LANG: 'C', LC_ALL: 'C' }, '0o077');
  expect(two.equals(one)).toBe(true);
});

test('the top of an edition holds what people double-click, named in UTF-8, and the site below one folder', async () => {
  const release = join(folder, 'top');
  await writeEdition(fill(join(folder, 'top-dist'), site), release, {
    ...edition,
    filter: '青海省，县级',
    demo: true,
  });
  const file = join(release, `${FOLDER}.zip`);
  const zip = await yauzl.openPromise(file);
  const flags = new Map<string, number>();
  for await (const entry of zip.eachEntry()) {
    flags.set(entry.fileName, entry.generalPurposeBitFlag & 0x800);
    expect(entry.getLastModDate({ timezone: 'UTC' }).toISOString()).toBe('2024-01-31T00:00:00.000Z');
  }
  expect([...flags]).toEqual([
    ['开始.html', 0x800],
    ['说明.txt', 0x800],
    ['fazhi-archive/icon.svg', 0],
    ['fazhi-archive/index.html', 0],
    ['fazhi-archive/reports/a-b/2022.html', 0],
  ]);
  const [start, about] = await readZip(file);
  const page = Buffer.from(start?.bytes ?? []).toString();
  expect(page).toContain('请先全部解压');
  expect(page).toContain('href="fazhi-archive/index.html"');
  const text = Buffer.from(about?.bytes ?? []).toString();
  expect(text.startsWith('\ufeff法治年报档案（青海省，县级；示例数据，不是真实报告）')).toBe(true);
  expect(text.split('\r\n')).toHaveLength(6);
  expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  expect(readFileSync(`${file}.sha256`, 'utf8')).toBe(
    `${createHash('sha256').update(readFileSync(file)).digest('hex')}  fazhi-archive.zip\n`,
  );
});

test('a name from site.yaml cannot become markup in the start page', async () => {
  const release = join(folder, 'hostile');
  await writeEdition(join(folder, 'top-dist'), release, { ...edition, name: '<img src=x onerror=alert(1)>' });
  const [start] = await readZip(join(release, `${FOLDER}.zip`));
  expect(Buffer.from(start?.bytes ?? []).toString()).not.toContain('<img');
});

test('an edition takes from the last one what is the same, and never what somebody changed in it', async () => {
  const dist = join(folder, 'again-dist');
  const release = join(folder, 'again');
  const index = join(folder, 'again.json');
  const zip = join(release, `${FOLDER}.zip`);
  const write = async (files: Record<string, string>, date = edition.date) => {
    rmSync(dist, { recursive: true, force: true });
    fill(dist, files);
    const digests = new Map(
      Object.entries(digestSite(dist)).map(([path, { sha256 }]) => [`${FOLDER}/${path}`, sha256]),
    );
    const last = digestIfThere(zip);
    await writeEdition(dist, release, { ...edition, date }, { zip: last, digests, index, salt: 'one' });
    const kept = readFileSync(zip);
    await writeEdition(dist, join(folder, 'anew'), { ...edition, date });
    return [kept, readFileSync(join(folder, 'anew', `${FOLDER}.zip`))] as const;
  };
  const large = { ...site, 'a.png': '图'.repeat(400_000), 'b.png': '表'.repeat(300_000), 'z.png': '图' };
  const changed = { ...large, 'index.html': '改', 'added.png': '图' };
  for (const [kept, anew] of [await write(large), await write(changed), await write(large, '2025-05-05')])
    expect(kept.equals(anew)).toBe(true);

  const spoilt = readFileSync(zip);
  const at = spoilt.indexOf('icon.svg') + 10;
  spoilt[at] = (spoilt[at] ?? 0) ^ 1;
  writeFileSync(zip, spoilt);
  const [kept, anew] = await write(changed);
  expect(kept.equals(anew)).toBe(true);
});
