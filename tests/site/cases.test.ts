/** Reports that are not like the five: two versions, one taken down, and hostile words; on a site with a host. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import { createProgress } from '../../src/build/progress.ts';
import { PROJECT_CONTENT } from '../../src/content.ts';
import { listReports, readMetadata, readReport } from '../../src/report/store.ts';
import { launch, watch } from './browser.ts';
import { type Server, serve } from './server.ts';

const HOSTILE = '{{1+1}} [链接](javascript:alert(1)) ![](x) &lt;script&gt; <em onclick=alert(1)>12件</em>';

const SITE = `
name: 法治年报档案
description: 一句话
base: https://example.gov.cn/fazhi/
host: { organiser: 某市司法局, icp: 备-1, siteCode: bm01, domain: example.gov.cn, report: 'mailto:a@example.gov.cn' }
`;

let folder: string;
let content: string;
let browser: Browser;
let server: Server;

beforeAll(async () => {
  const cache = join(process.cwd(), '.cache');
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, 'cases-'));
  content = join(folder, 'content');
  const raw = (name: string) => readFileSync(join(PROJECT_CONTENT, 'raw', name), 'utf8');
  const linyi = raw('371300-zf-2022.txt');
  const sources: Record<string, string> = {
    'old.txt': linyi.replace('2340', '2304'),
    'old.txt.yaml': 'collected: "2023-03-01"\n',
    'new.txt': linyi,
    'new.txt.yaml': 'collected: "2024-03-01"\n',
    'gone.txt': raw('441400-zfbgs-2020.txt'),
    'gone.txt.yaml': 'withdrawn: 原件有误，发布机关要求撤下\n',
    'hostile.txt': raw('630202-zf-2022.txt').replace(/一年来[,，]/, `一年来，${HOSTILE}，`),
  };
  mkdirSync(join(content, 'raw'), { recursive: true });
  for (const [name, text] of Object.entries(sources)) writeFileSync(join(content, 'raw', name), text);
  writeFileSync(join(content, 'site.yaml'), SITE);
  const silent = createProgress({ live: false, write: () => {} }, { now: () => 0, memory: () => 0 });
  await build(
    {
      content,
      out: join(folder, 'site'),
      release: join(folder, 'release'),
      zip: false,
      cache: join(folder, 'cache'),
    },
    silent,
  );
  server = await serve(join(folder, 'site'));
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true });
});

test('an older version is listed, and its page shows where it differs', async () => {
  const page = await browser.newPage();
  await page.goto(`${server.root}reports/371300-zf/2022.html#versions`);
  await page.locator('.versions a').click();
  const differences = page.locator('.differences');
  expect(await differences.locator('p').count()).toBe(1);
  expect((await differences.locator('del').allTextContents()).join('')).toMatch(/^0?4?0?$/);
  expect(await differences.textContent()).toContain('件');
  await page.close();
});

test('a report that was taken down keeps its address and says why; its text and numbers are gone', async () => {
  const page = await browser.newPage();
  await page.goto(`${server.root}reports/441400-zfbgs/2020.html`);
  const main = (await page.textContent('main')) ?? '';
  expect(main).toContain('已撤下');
  expect(main).toContain('原件有误，发布机关要求撤下');
  expect(await page.locator('#text').count()).toBe(0);
  const { source } = readMetadata(content, '441400-zfbgs/2020');
  await page.goto(`${server.root}raw/${source.sha256}.html`);
  expect(await page.textContent('.raw')).not.toContain('法治政府建设');
  await page.close();
});

test('hostile words are shown and do nothing', async () => {
  const page = await browser.newPage();
  const broken = watch(page, server.root);
  await page.goto(`${server.root}reports/630202-zf/2022.html`);
  expect(await page.textContent('#text')).toContain('{{1+1}}');
  expect(await page.locator('#text :is(script, img, em, [onclick], [href^="javascript"])').count()).toBe(0);
  expect(
    await page.$$eval('#text > :is(h2, h3, h4, p)', (blocks) => blocks.map((block) => block.textContent)),
  ).toEqual(readReport(content, '630202-zf/2022').blocks.map(({ text }) => text));
  expect(broken).toEqual([]);
  await page.close();
});

test('what the host has set of itself is in the head and at the foot of a page', async () => {
  const page = await browser.newPage();
  await page.goto(`${server.root}reports/371300-zf/2022.html`);
  const meta = (name: string) => page.getAttribute(`meta[name="${name}"]`, 'content');
  expect(await meta('SiteIDCode')).toBe('bm01');
  expect(await meta('PubDate')).toBe('2023-02-28');
  const foot = (await page.textContent('footer')) ?? '';
  for (const said of ['某市司法局', '备-1', 'bm01']) expect(foot).toContain(said);
  expect(await page.locator('footer a[href^="mailto:a@example.gov.cn"]').count()).toBe(1);
  await page.close();
});

test('404.html is shown whole at any address of the host', async () => {
  const host = await serve(join(folder, 'site'), '/fazhi/');
  const page = await browser.newPage();
  const broken = watch(page, host.root);
  await page.route('**/no/such/page.html', (route) =>
    route.fulfill({ contentType: 'text/html', path: join(folder, 'site', '404.html') }),
  );
  await page.goto(`${host.root}no/such/page.html`);
  await page.click('main a >> text=回到首页');
  expect(page.url()).toBe(`${host.root}index.html`);
  expect(broken).toEqual([]);
  await page.close();
  await host.close();
});

test('every report of the folder has its page', async () => {
  const page = await browser.newPage();
  for (const id of listReports(content)) {
    const response = await page.goto(`${server.root}reports/${id}.html`);
    expect(response?.status()).toBe(200);
  }
  await page.close();
});
