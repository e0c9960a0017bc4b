/** What a reader does on a report's page. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from './browser.ts';
import { type Server, serve } from './server.ts';

let browser: Browser;
let server: Server;
let page: Page;

beforeAll(async () => {
  server = await serve(inject('site'));
  browser = await launch();
  page = await browser.newPage({ timezoneId: 'Asia/Shanghai' });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const citation = (format: string) => page.textContent(`[data-format="${format}"] pre`);

test('a citation names the page and the day on which the reader saw it', async () => {
  const url = `${server.root}reports/630202-zf/2022.html`;
  await page.clock.setFixedTime('2026-11-22T18:30:00Z');
  await page.goto(url);
  expect(await citation('gbt7714-2025')).toBe(
    `海东市乐都区人民政府. 海东市乐都区人民政府2022年度法治政府建设工作报告[EB/OL]. （2022-12-09）[2026-11-23]. ${url}.`,
  );
});

test('a paragraph that is picked is what is cited, also after going to the citations', async () => {
  await page.goto(`${server.root}reports/630202-zf/2022.html`);
  const pin = page.locator('.pin').nth(3);
  const anchor = await pin.getAttribute('href');
  await pin.focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-picked]', { state: 'visible' });
  await page.click('[data-picked] a');
  await page.waitForSelector('[data-picked]', { state: 'hidden' });
  expect(await citation('link')).toBe(`${server.root}reports/630202-zf/2022.html${anchor}`);
});

test('the address of a metric picks its number: marked with its reading, named with what it counts', async () => {
  const url = `${server.root}reports/630202-zf/2022.html`;
  await page.goto(`${url}#reconsideration.received`);
  const number = page.locator('.num.here');
  expect(await number.textContent()).toBe('6件');
  expect(await page.textContent('.notes .here')).toContain('行政复议申请');
  expect(await page.textContent('[data-picked-what]')).toMatch(/6件.*行政复议申请/);
  expect(await citation('link')).toBe(`${url}#${await number.getAttribute('id')}`);
  await page.click('[data-close]');
  expect(await page.isVisible('[data-picked]')).toBe(false);
});

test('pointing at a reading in the margin marks its number in the text, and leaves it again', async () => {
  await page.goto(`${server.root}reports/630202-zf/2022.html`);
  await page.locator('.notes dd a').first().hover();
  expect(await page.locator('.num.here').count()).toBe(1);
  await page.locator('h1').hover();
  expect(await page.locator('.here').count()).toBe(0);
});

test('a copy button copies, and says so', async () => {
  await browser.contexts()[0]?.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${server.root}reports/371300-zf/2022.html`);
  const button = page.locator('[data-format="bibtex"] [data-copy]');
  await button.click();
  await page.waitForFunction(() => document.querySelector('[data-copied]')?.textContent === '已复制');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await citation('bibtex'));
});

test('copying works where the page is no secure context and the Clipboard API is missing', async () => {
  const old = await browser.newPage();
  await old.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await old.goto(`${server.root}reports/371300-zf/2022.html`);
  await old.locator('[data-format="bibtex"] [data-copy]').click();
  await old.waitForFunction(() => document.querySelector('[data-copied]')?.textContent === '已复制');
  await old.close();
});

test('without a script the report, its numbers and its citations are all there', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${server.root}reports/371300-zf/2022.html`);
  expect(await plain.isVisible('#text')).toBe(true);
  expect(await plain.textContent('[data-format="gbt7714-2025"] pre')).toContain(
    '临沂市人民政府关于2022年度法治政府建设情况的报告[EB/OL]. （2023-02-28）[引用日期].',
  );
  expect(await plain.isVisible('[data-copy]')).toBe(false);
  await context.close();
});

test('every link and button of a page can be reached with the keyboard', async () => {
  await page.goto(`${server.root}index.html`);
  const all = await page.evaluate(
    () => [...document.querySelectorAll('a[href], button, input')].filter((e) => e.checkVisibility()).length,
  );
  const reached = new Set<string>();
  for (let step = 0; step < all + 10; step += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const every = [...document.querySelectorAll('*')];
      const active = document.activeElement;
      return active?.matches('a[href], button, input') ? String(every.indexOf(active)) : '';
    });
    if (at) reached.add(at);
  }
  expect(reached.size).toBe(all);
});
