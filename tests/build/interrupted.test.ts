/** A build that is killed, or that the disk refuses, leaves the last good site and zip, and the next one is right. */
import { spawn, spawnSync } from 'node:child_process';
import { on } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import { digest } from '../../src/build/cache.ts';
import { createProgress } from '../../src/build/progress.ts';
import { PROJECT_CONTENT } from '../../src/content.ts';
import { fileDigest } from '../../src/files.ts';
import { FOLDER } from '../../src/publish/edition.ts';
import { SwapError } from '../../src/publish/swap.ts';
import { verify } from '../../src/publish/verify.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const FILE = '630202-zf-2022.txt';
const MOMENTS = 50;
/** So many of them are built upon. */
const NEXT_BUILDS = 5;

// Astro needs its folders to lie within the project.
mkdirSync(join(PROJECT, '.cache'), { recursive: true });
const folder = mkdtempSync(join(PROJECT, '.cache', 'test-'));
const live = join(folder, 'live');

beforeAll(async () => {
  const text = readFileSync(join(PROJECT_CONTENT, 'raw', FILE), 'utf8');
  for (const [name, content] of [
    ['a', text],
    ['b', text.replaceAll('2022', '2021')],
  ] as const) {
    mkdirSync(join(live, name, 'raw'), { recursive: true });
    writeFileSync(join(live, name, 'raw', FILE), content);
  }
  await buildIn(live, 'a');
});
afterAll(() => rmSync(folder, { recursive: true }));

const pathsIn = (own: string) => ({
  out: join(own, 'dist'),
  release: join(own, 'release'),
  cache: join(own, 'cache'),
});

async function buildIn(own: string, content: string, more = {}) {
  const silent = createProgress({ live: false, write: () => {} }, { now: () => 0, memory: () => 0 });
  await build({ content: join(own, content), zip: true, ...pathsIn(own), ...more }, silent);
}

/** Zips that were found whole, by their digests: most moments have the zip of another. */
const wholeZips = new Set<string>();

/** What a reader of `own` finds: a site and a zip, both whole; by the digest of all of each. */
async function wholeIn(own: string) {
  const { out, release } = pathsIn(own);
  // A kill between the two steps of a swap leaves the last site beside its place.
  const site = existsSync(out) ? out : join(own, '.dist.old');
  const zip = join(release, `${FOLDER}.zip`);
  const found = await verify(site);
  expect(found.differences).toEqual([]);
  const { sha256 } = fileDigest(zip);
  if (!wholeZips.has(sha256)) expect((await verify(zip)).differences).toEqual([]);
  wholeZips.add(sha256);
  return { site: found.manifest.digest, zip: sha256 };
}

/** The same fractions in [0, 1) on every machine. */
function* fractions(seed: number): Generator<number, never> {
  for (let x = seed; ; ) {
    x = (x * 1_103_515_245 + 12_345) % 2 ** 31;
    yield x / 2 ** 31;
  }
}

test(`whatever a kill leaves at any of ${MOMENTS} moments of a build is whole, and the next build is right`, async () => {
  const wanted = await wholeIn(live);
  const script = fileURLToPath(new URL('./build-forever.ts', import.meta.url));
  // A process group, so that the services that Astro and Pagefind start stop with it.
  const running = spawn(process.execPath, [script, live], {
    cwd: PROJECT,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const signal = (name: NodeJS.Signals) => process.kill(-(running.pid as number), name);
  try {
    const lines = on(running.stdout, 'data', { close: ['end'] });
    // The first build here may find that there is nothing to do, the next tells how long one takes.
    await lines.next();
    const start = performance.now();
    await lines.next();
    const duration = performance.now() - start;
    const random = fractions(20_261_128);
    for (let moment = 0; moment < MOMENTS; moment += 1) {
      // In the mean twenty moments a build, wherever they fall.
      await setTimeout((random.next().value * duration) / 10);
      signal('SIGSTOP');
      // What lies on the disk now is what a kill would leave now.
      const left = join(folder, `left-${moment}`);
      cpSync(live, left, { recursive: true });
      signal('SIGCONT');
      await wholeIn(left);
      if (moment % (MOMENTS / NEXT_BUILDS) !== 0) rmSync(left, { recursive: true });
    }
  } finally {
    signal('SIGKILL');
  }
  for (let moment = 0; moment < MOMENTS; moment += MOMENTS / NEXT_BUILDS) {
    const left = join(folder, `left-${moment}`);
    await buildIn(left, 'a');
    expect(await wholeIn(left)).toEqual(wanted);
    rmSync(left, { recursive: true });
  }
}, 600_000);

test.each([
  ['what is kept between builds', 16],
  ['the site', 200],
])('a disk that takes no more of %s is named, and the last build stays', async (_, blocks) => {
  const before = await wholeIn(live);
  const { out, release } = pathsIn(live);
  const command = ['scripts/build.ts', '--content', join(live, 'b'), '--out', out, '--release', release];
  const run = spawnSync('sh', ['-c', `ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, ...command], {
    cwd: PROJECT,
    encoding: 'utf8',
  });
  // The command keeps its cache in the project, in a folder of its own for each content folder.
  rmSync(join(PROJECT, '.cache', digest(join(live, 'b')).slice(0, 8)), { recursive: true });
  expect(run.status).toBe(1);
  expect(run.stderr).toContain('free some space');
  expect(run.stderr).toContain('the last good site and zip are as they were');
  expect(await wholeIn(live)).toEqual(before);
});

test('a site or zip that cannot be replaced is named, and the other stays', async () => {
  const before = await wholeIn(live);
  const file = join(folder, 'file');
  writeFileSync(file, 'not a folder');
  for (const where of [{ out: join(file, 'dist') }, { release: join(file, 'release') }]) {
    const failed = buildIn(live, 'b', where);
    await expect(failed).rejects.toThrow(SwapError);
    await expect(failed).rejects.toThrow(/file\/(?:dist|release\/fazhi-archive\.zip) could not be replaced/);
    expect(await wholeIn(live)).toEqual(before);
  }
});
