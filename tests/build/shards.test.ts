/**
 * Three machines, each with a folder of its own, share a build, started as Slurm and Kubernetes start it; a fourth
 * joins what they made.
 */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Job } from 'kubernetes-models/batch/v1/Job';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { cacheFolder } from '../../src/build/cache.ts';
import { FOLDER } from '../../src/publish/edition.ts';
import { readIndex } from '../../src/publish/kept.ts';
import { digestSite } from '../../src/publish/manifest.ts';
import { owns, parseShard } from '../../src/shard.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HOSTING = join(ROOT, 'src/publish/hosting');
const MACHINES = [1, 2, 3];

const jobs = parseAllDocuments(readFileSync(join(HOSTING, 'kubernetes.yaml'), 'utf8')).map(
  (document) => document.toJS() as ConstructorParameters<typeof Job>[0] & object,
);
const containerOf = (job: (typeof jobs)[0] | undefined) => job?.spec?.template.spec?.containers[0];

let folder: string;
const at = (...names: (string | number)[]) => join(folder, ...names.map(String));
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fazhi-shards-'));
});
afterAll(() => {
  const used = [at('one'), at('whole'), ...MACHINES.flatMap((k) => [at(k, 'content'), at('parts', k)])];
  for (const content of used) rmSync(cacheFolder(content), { recursive: true, force: true });
  rmSync(folder, { recursive: true });
});

const start = (program: string, args: string[], env: Record<string, string> = {}) =>
  promisify(execFile)(program, args, { cwd: ROOT, env: { ...process.env, ...env } });
const run = (script: string, ...args: string[]) =>
  start(process.execPath, [join(ROOT, 'scripts', script), ...args]);

const outputs = (name: string) => ({
  ...digestSite(at(`${name}-site`)),
  zip: readFileSync(at(`${name}-release`, `${FOLDER}.zip.sha256`), 'utf8'),
});

const build = (name: string, script = 'build.ts', ...parts: string[]) =>
  run(
    script,
    ...['--content', at(name), '--out', at(`${name}-site`), '--release', at(`${name}-release`), ...parts],
  );

/** The pages that a part holds, or that a site keeps for the next, with the keys that they are kept by. */
function keptPages(index: string): Record<string, string> {
  const pages = Object.entries(readIndex(index)).filter(([path]) =>
    /^(?!data|search).*(?:html|js)$/.test(path),
  );
  return Object.fromEntries(pages.map(([path, [key]]) => [path, key]));
}

test('parts made apart join to the bytes of one machine', { timeout: 600_000 }, async () => {
  await run('generate.ts', '--reports', '12', '--seed', '7', '--out', at('one'));
  cpSync(at('one'), at('whole'), { recursive: true });
  await build('one');

  const parts = MACHINES.map((k) => at('parts', k));
  const environment = (k: number) => ({ CONTENT: at(k, 'content'), PARTS: at('parts') });
  const bySlurm = (k: number) =>
    start('sh', [join(HOSTING, 'slurm.sh'), 'normalise'], {
      ...environment(k),
      SLURM_ARRAY_TASK_ID: String(k),
      SLURM_ARRAY_TASK_COUNT: '3',
    });
  const [shell = '', ...command] = containerOf(jobs[2])?.command ?? [];
  const byKubernetes = (k: number) =>
    start(shell, command, { ...environment(k), JOB_COMPLETION_INDEX: String(k - 1), SHARDS: '3' });
  for (const k of MACHINES) cpSync(at('whole'), at(k, 'content'), { recursive: true });
  await Promise.all(MACHINES.map(bySlurm));
  await build('whole', 'merge.ts', ...parts);

  for (const k of MACHINES) cpSync(at('whole'), at(k, 'content'), { recursive: true });
  for (const part of parts) rmSync(part, { recursive: true });
  await Promise.all(MACHINES.map(byKubernetes));
  const shared = parts.map((part) => keptPages(join(part, 'joined.json')));
  expect(shared.every((pages) => Object.keys(pages).length > 10)).toBe(true);
  await build('whole', 'merge.ts', ...parts);
  expect(outputs('whole')).toEqual(outputs('one'));
  // Nothing that the machines share was left to the one that joins.
  const cache = cacheFolder(at('whole'));
  const [index = ''] = readdirSync(cache).filter((name) => /^site-.*json$/.test(name));
  expect(Object.assign({}, ...shared)).toEqual(keptPages(join(cache, index)));
  expect(parts.flatMap((part) => readdirSync(join(part, 'search'))).sort()).toEqual(
    readdirSync(join(cacheFolder(at('whole')), 'search')).sort(),
  );

  const wrong = async (...some: string[]) => {
    const { stderr } = await build('whole', 'merge.ts', ...some).catch((error) => error);
    return stderr as string;
  };
  const [first = '', second = '', third = ''] = parts;
  expect(await wrong(first, third)).toContain('part 2/3 is missing');
  expect(await wrong(first, second, second, third)).toContain('part 2/3 stands twice');
  writeFileSync(join(at('whole'), 'site.yaml'), 'name: 另一个\n');
  expect(await wrong(first, second, third)).toContain('was made from other content or by other code');
});

test('the Kubernetes manifest is valid, and every part of it has a pod', () => {
  expect(jobs).toHaveLength(4);
  for (const job of jobs) {
    new Job(job).validate();
    if (job.spec?.completionMode !== 'Indexed') continue;
    const shards = containerOf(job)?.env?.find(({ name }) => name === 'SHARDS')?.value;
    expect(job.spec.completions).toBe(Number(shards));
  }
});

describe('a shard', () => {
  test('has what no other has', () => {
    for (const key of ['370200-zfbgt', 'a', '']) {
      const owners = MACHINES.filter((number) => owns({ number, count: 3 }, key));
      expect(owners).toHaveLength(1);
    }
  });

  test.each(['0/3', '4/3', '1', '1/0', 'a/b', ''])('is not written %j', (text) => {
    expect(() => parseShard(text)).toThrow('expected k/n');
  });
});
