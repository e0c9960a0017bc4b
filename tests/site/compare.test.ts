/** Comparing reports of one's own choice, from an address that somebody passed on. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseHTML } from 'linkedom';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch, watch } from './browser.ts';
import { pagesOf } from './built.ts';
import { type Server, serve } from './server.ts';

let browser: Browser;
let server: Server;

beforeAll(async () => {
  server = await serve(inject('site'), '/a/b/');
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test.each([
  ['over http', () => server.root],
  ['on file://', () => `${pathToFileURL(inject('site')).href}/`],
])(
  '%s the reports of the address stand side by side, and each number leads to its place',
  async (_, rootOf) => {
    const page = await browser.newPage();
    const broken = watch(page, rootOf());
    await page.goto(`${rootOf()}compare.html?r=630202-zf/2022,371300-zf/2022`);
    const row = page.locator('.compared tr', { hasText: '行政复议审结' });
    expect(await row.locator('td').allTextContents()).toEqual(['4件', '2,340件']);
    await row.locator('a[href*="630202-zf"]').click();
    await page.waitForURL(/630202-zf\/2022\.html#n-/);
    expect(await page.locator(':target').textContent()).toBe('4件');
    expect(broken).toEqual([]);
    await page.close();
  },
);

test.each([
  ['over http', () => server.root],
  ['on file://', () => `${pathToFileURL(inject('site')).href}/`],
])('%s what is chosen goes into the address, and what is removed leaves it', async (_, rootOf) => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const broken = watch(page, rootOf());
  await page.goto(`${rootOf()}compare.html`);
  for (const [name, count] of [
    ['梅州市人民政府办公室2020年', 1],
    ['临沂市人民政府2022年', 2],
  ] as const) {
    await page.getByRole('button', { name, exact: true }).click();
    await page.waitForFunction((n) => document.querySelectorAll('.chosen li').length === n, count);
  }
  expect(page.url()).toBe(`${rootOf()}compare.html?r=441400-zfbgs/2020,371300-zf/2022`);
  await page.waitForSelector('.compared');
  // The address as it stands now shows the same to whoever is sent it.
  const said = await page.textContent('.compared');
  await page.goto(page.url());
  await page.waitForSelector('.compared');
  expect(await page.textContent('.compared')).toBe(said);
  await page.getByRole('button', { name: '移去梅州市人民政府办公室2020' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.chosen li').length === 1);
  expect(page.url()).toBe(`${rootOf()}compare.html?r=371300-zf/2022`);
  expect(broken).toEqual([]);
  await page.close();
});

test('a comparison begins with what differs, and is the same to a screen reader on a phone', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(`${server.root}compare.html?r=630202-zf/2022,371300-zf/2022`);
  await page.waitForSelector('.compared');
  expect((await page.textContent('.compared .kind'))?.trim()).toMatch(/^都写了，数不同/);
  const cell = page.getByRole('row', { name: '行政复议审结' }).getByRole('cell');
  expect(await cell.allTextContents()).toEqual(['4件', '2,340件']);
  await page.close();
});

test('every number on a page that compares leads to itself in its report', () => {
  const kinds = /^(index|matrix|(agencies|years|regions|levels|metrics|themes)\/.+)(\.html)?$/;
  const compared = pagesOf(inject('site')).filter((path) => kinds.test(path));
  const open = (path: string) => parseHTML(readFileSync(join(inject('site'), path), 'utf8')).document;
  const reports = new Map(
    pagesOf(inject('site'))
      .filter((path) => path.startsWith('reports/'))
      .map((path) => [path, open(path)]),
  );
  let numbers = 0;
  for (const path of compared)
    for (const amount of open(path).querySelectorAll('.amount')) {
      const { pathname, hash } = new URL(
        amount.closest('a')?.getAttribute('href') ?? '',
        `http://site/${path}`,
      );
      const place = reports.get(pathname.slice(1))?.getElementById(hash.slice(1));
      // 45.9亿元 and 1.7万余条 are printed as they are, 4,127 is printed with or without its comma.
      const digits = /[\d.]+/.exec(place?.textContent?.replaceAll(',', '') ?? '')?.[0];
      expect(place?.closest('#text'), `${path} ${amount.textContent}`).toBeTruthy();
      if (digits && !/[万亿]/.test(place?.textContent ?? ''))
        expect(amount.textContent?.replaceAll(',', ''), path).toContain(digits);
      numbers += 1;
    }
  expect(numbers).toBeGreaterThan(300);
});

test('an address with what is no report loads nothing that it names, and says so', async () => {
  const page = await browser.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${server.root}compare.html?r=../../evil,https://evil.example/2022,999999-zf/2022`);
  await page.waitForFunction(() =>
    document.querySelector('[data-said]')?.textContent?.includes('999999-zf/2022'),
  );
  expect(asked.filter((url) => url.includes('evil') && !url.includes('?r='))).toEqual([]);
  await page.close();
});
