import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { replace, SwapError } from '../../src/publish/swap.ts';
import { verify } from '../../src/publish/verify.ts';
import { fill, temporaryFolder } from './folder.ts';

const folder = temporaryFolder();
const PUBLISH = fileURLToPath(new URL('./publish-forever.ts', import.meta.url));

/** Everything that a reader of `folder` could get hold of is whole, and of one and the same build. */
async function expectWhole(folder: string) {
  const zip = join(folder, 'release', 'fazhi-archive.zip');
  expect((await verify(zip)).differences).toEqual([]);
  if (existsSync(join(folder, 'dist'))) expect((await verify(join(folder, 'dist'))).differences).toEqual([]);
  else expect((await verify(join(folder, '.dist.old'))).differences).toEqual([]);
}

test('a build killed at any of 50 moments leaves whole what was there, and the next one is right', async () => {
  const own = join(folder, 'killed');
  spawnSync(process.execPath, [PUBLISH, own, '1']);
  let seed = 20_261_122;
  for (let kill = 0; kill < 50; kill += 1) {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    const build = spawn(process.execPath, [PUBLISH, own], { stdio: ['ignore', 'pipe', 'inherit'] });
    // From before the first build has begun to well into the later ones: each takes about 50 ms.
    if (kill % 2 === 0) await once(build.stdout, 'data');
    await setTimeout(seed % 200);
    build.kill('SIGKILL');
    await once(build, 'exit');
    await expectWhole(own);
  }
  expect(spawnSync(process.execPath, [PUBLISH, own, '1']).status).toBe(0);
  await expectWhole(own);
  expect(readdirSync(own).sort()).toEqual(['dist', 'release']);
  expect(readdirSync(join(own, 'release')).sort()).toEqual(['fazhi-archive.zip', 'fazhi-archive.zip.sha256']);
}, 300_000);

test.each([
  ['the site', 64],
  ['the zip', 200],
])(
  'a disk that is full while %s is written: a clear message, and the last build stays',
  async (_, blocks) => {
    const own = join(folder, `full${blocks}`);
    spawnSync(process.execPath, [PUBLISH, own, '1']);
    const before = readFileSync(join(own, 'release', 'fazhi-archive.zip'));
    const run = spawnSync(
      'sh',
      ['-c', `ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, PUBLISH, own, '1'],
      {
        encoding: 'utf8',
      },
    );
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/could not be replaced and is as it was; check disk space and rights.*EFBIG/);
    expect(readFileSync(join(own, 'release', 'fazhi-archive.zip')).equals(before)).toBe(true);
    await expectWhole(own);
    expect(readdirSync(own).sort()).toEqual(['dist', 'release']);
  },
);

test('a target that cannot be replaced is named, and stays', async () => {
  writeFileSync(join(folder, 'file'), 'not a folder');
  await expect(replace(join(folder, 'file', 'dist'), () => {})).rejects.toThrow(SwapError);
  await expect(replace(join(folder, 'file', 'dist'), () => {})).rejects.toThrow(
    'file/dist could not be replaced',
  );
});

test('a writer that fails or writes nothing leaves the old one, and its error is passed on', async () => {
  const target = fill(join(folder, 'old'), { 'a.html': 'old' });
  const fail = replace(target, (aside) => {
    mkdirSync(aside);
    throw new RangeError('no such year');
  });
  await expect(fail).rejects.toThrow(RangeError);
  await expect(replace(target, () => {})).rejects.toThrow(SwapError);
  expect(readFileSync(join(target, 'a.html'), 'utf8')).toBe('old');
  expect(existsSync(join(folder, '.old.new'))).toBe(false);
});

test('what is replaced is replaced whole: no file of the old one stays', async () => {
  const target = fill(join(folder, 'whole'), { 'old.html': '' });
  await replace(target, (aside) => void fill(aside, { 'new.html': '' }));
  expect(readdirSync(target)).toEqual(['new.html']);
});

test('a link in the place of a folder is replaced, and what it leads to stays', async () => {
  const elsewhere = fill(join(folder, 'elsewhere'), { 'kept.html': '' });
  const target = join(folder, 'linked');
  symlinkSync(elsewhere, target);
  await replace(target, (aside) => void fill(aside, { 'new.html': '' }));
  expect(readdirSync(target)).toEqual(['new.html']);
  expect(readdirSync(elsewhere)).toEqual(['kept.html']);
});
