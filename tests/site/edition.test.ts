/** The zip as trainers hand it out, unpacked where they unpack it, and the same bytes wherever it is built. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseHTML } from 'linkedom';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { PROJECT_CONTENT } from '../../src/content.ts';
import { listFiles } from '../../src/files.ts';
import { readManifest } from '../../src/publish/manifest.ts';
import { describeAmount, newValues, printValues, RULES_CHANGED } from '../../src/publish/values.ts';
import { verify } from '../../src/publish/verify.ts';
import type { Reading } from '../../src/report/schema.ts';
import { readMetadata } from '../../src/report/store.ts';
import { fill } from '../publish/fill.ts';
import { readZip } from '../publish/unzip.ts';
import { launch, watch } from './browser.ts';
import { pagesOf } from './built.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
// Astro needs its folders to lie within the project.
mkdirSync(join(PROJECT, '.cache'), { recursive: true });
const folder = mkdtempSync(join(PROJECT, '.cache', 'test 培训 '));
const unpacked = join(folder, 'U盘 (1)');
let browser: Browser;

beforeAll(async () => {
  const entries = await readZip(inject('zip'));
  fill(unpacked, Object.fromEntries(entries.map(({ name, bytes }) => [name, bytes])));
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

test('开始.html opens the archive by double-click, and every page of it works without a network', async () => {
  const page = await browser.newPage();
  const root = `${pathToFileURL(unpacked).href}/`;
  const broken = watch(page, root);
  await page.goto(`${root}${encodeURIComponent('开始.html')}`);
  await page.waitForURL(`${root}fazhi-archive/index.html`);
  for (const path of pagesOf(join(unpacked, 'fazhi-archive')))
    await page.goto(`${root}fazhi-archive/${path}`);
  expect(broken).toEqual([]);
  await page.close();
});

test('开始.html opened from inside the zip stays, and says to unpack first', async () => {
  const alone = join(folder, 'alone');
  mkdirSync(alone);
  cpSync(join(unpacked, '开始.html'), join(alone, '开始.html'));
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(alone, '开始.html')).href, { waitUntil: 'load' });
  expect(await page.textContent('main')).toContain('请先全部解压');
  expect(page.url()).toContain(encodeURIComponent('开始.html'));
  await page.close();
});

test('the zip holds the site as it was built, whole', async () => {
  expect((await verify(inject('zip'))).differences).toEqual([]);
  expect((await verify(inject('site'))).differences).toEqual([]);
});

/** A build in a process of its own, which takes time zone, language and umask from outside. */
const CODE = `
import { build } from '${new URL('../../src/build/build.ts', import.meta.url).href}';
import { createProgress } from '${new URL('../../src/build/progress.ts', import.meta.url).href}';
process.umask(Number.parseInt(process.argv[1], 8));
const silent = createProgress({ live: false, write: () => {} }, { now: () => 0, memory: () => 0 });
await build(JSON.parse(process.argv[2]), silent);`;

function build(name: string, options: object, env: Record<string, string> = {}, umask = '022'): string {
  const own = join(folder, name);
  cpRaw(join(own, 'content'), umask !== '022');
  const paths = Object.fromEntries(
    ['content', 'out', 'release', 'cache'].map((key) => [key, join(own, key)]),
  );
  const run = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', CODE, umask, JSON.stringify({ ...paths, zip: true, ...options })],
    { cwd: PROJECT, env: { ...process.env, ...env }, encoding: 'utf8' },
  );
  expect(run.status, run.stderr).toBe(0);
  return own;
}

/** The raw texts alone, created in this order or the other. */
function cpRaw(content: string, reversed: boolean): void {
  const files = readdirSync(join(PROJECT, 'content', 'raw')).sort();
  mkdirSync(join(content, 'raw'), { recursive: true });
  for (const file of reversed ? files.reverse() : files)
    cpSync(join(PROJECT, 'content', 'raw', file), join(content, 'raw', file));
}

test('two builds under another time zone, language, umask, folder and file order give the same bytes', () => {
  const one = build('one', {}, { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' });
  const two = build('two 乙!', {}, { TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C' }, '077');
  expect(listFiles(join(two, 'out'))).toEqual(listFiles(join(one, 'out')));
  const { files } = readManifest(join(one, 'out'));
  expect(readManifest(join(two, 'out')).files).toEqual(files);
  const zip = (own: string) => readFileSync(join(own, 'release', 'fazhi-archive.zip'));
  expect(zip(two).equals(zip(one))).toBe(true);
}, 300_000);

describe('an edition', () => {
  const report = readMetadata(PROJECT_CONTENT, '371300-zf/2022');
  const published = { ...(report.readings[0] as Reading), value: 987_654_321 };
  const log = newValues([], { ...report, readings: [published] }, '2026-01-01');
  let site: string;
  beforeAll(() => {
    fill(join(folder, 'part'), { 'content/permalinks/371300-zf.values.tsv': printValues(log) });
    site = join(build('part', { only: 'year=2022,level=prefecture', training: true }), 'out');
  });

  test('holds the reports of its filter, says so, and no link leads outside', () => {
    const pages = pagesOf(site);
    expect(pages.filter((path) => path.startsWith('reports/'))).toEqual([
      'reports/370200-zfbgt/2022.html',
      'reports/371300-zf/2022.html',
    ]);
    expect(readFileSync(join(site, 'index.html'), 'utf8')).toContain('2022年，市级');
    for (const path of pages) {
      const { document } = parseHTML(readFileSync(join(site, path), 'utf8'));
      for (const element of document.querySelectorAll('[href], [src]')) {
        const link = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
        if (/^(?:[a-z]+:|#|$)/.test(link)) continue;
        const target = posix.join(dirname(path), (link.split(/[?#]/)[0] as string) || posix.basename(path));
        expect(existsSync(join(site, target)), `${path} → ${link}`).toBe(true);
      }
    }
  });

  test('tells a value that was published otherwise, with both values and the reason', () => {
    const { document } = parseHTML(readFileSync(join(site, 'reports/371300-zf/2022.html'), 'utf8'));
    const told = document.querySelector('.corrections')?.textContent ?? '';
    expect(told).toContain(describeAmount(log[0]?.value ?? ''));
    expect(told).toContain(RULES_CHANGED);
  });

  test('has handouts for a training, each sheet on one page of A4', async () => {
    const page = await browser.newPage();
    for (const part of ['reports', 'comparisons', 'exercises']) {
      await page.goto(pathToFileURL(join(site, 'handouts', `${part}.html`)).href);
      const sheets = await page.locator('.sheet').count();
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g), part).toHaveLength(sheets);
    }
    await page.close();
  });
});
