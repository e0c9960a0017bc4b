/** The site of the five reports in a real browser, as a reader on the web and one with a USB stick see it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { listReports, readMetadata, readReport } from '../../src/report/store.ts';
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

/** Ids of the page at `url`, and where its links lead to, absolute. */
async function survey(page: Page, url: string): Promise<{ ids: string[]; links: string[] }> {
  await page.goto(url);
  return page.evaluate(() => ({
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
    links: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => href),
  }));
}

describe.each([
  ['over http below a folder', () => server.root],
  ['on file://', () => `${pathToFileURL(inject('site')).href}/`],
])('%s', (_, rootOf) => {
  test('every page loads without an error and every link and anchor resolves', async () => {
    const root = rootOf();
    const page = await browser.newPage();
    const broken = watch(page, root);
    const pages = new Map<string, { ids: string[]; links: string[] }>();
    for (const path of pagesOf(inject('site'))) pages.set(root + path, await survey(page, root + path));
    for (const [url, { ids, links }] of pages) {
      expect(ids, `ids of ${url}`).toEqual([...new Set(ids)]);
      for (const link of links.filter((href) => !/^mailto:/.test(href))) {
        if (!link.startsWith(root)) continue;
        const [target = '', anchor] = link.split('#') as [string, string?];
        const [path = ''] = target.slice(root.length).split('?');
        if (!path.endsWith('.html'))
          expect(readFileSync(join(inject('site'), path)).length, link).toBeGreaterThan(0);
        else expect(pages.get(root + path), `${url} → ${link}`).toBeDefined();
        if (anchor)
          expect(pages.get(root + path)?.ids, `${url} → ${link}`).toContain(decodeURIComponent(anchor));
      }
    }
    expect(broken).toEqual([]);
    await page.close();
  });
});

test('the text that a reader sees is the report, character for character', async () => {
  const page = await browser.newPage();
  for (const id of listReports(inject('content'))) {
    await page.goto(`${server.root}reports/${id}.html`);
    const shown = await page.$$eval('#text > :is(h2, h3, h4, p)', (blocks) =>
      blocks.map((block) => [block.id, block.textContent]),
    );
    expect(shown).toEqual(readReport(inject('content'), id).blocks.map(({ anchor, text }) => [anchor, text]));
  }
  await page.close();
});

test('the raw text is shown as it was collected, line for line', async () => {
  const page = await browser.newPage();
  for (const id of listReports(inject('content'))) {
    const { source } = readMetadata(inject('content'), id);
    await page.goto(`${server.root}raw/${source.sha256}.html`);
    const lines = await page.$$eval('.raw span', (spans) => spans.map((span) => span.textContent));
    const bytes = readFileSync(join(inject('content'), 'raw', source.file));
    expect(lines.join('\n')).toBe(new TextDecoder(source.encoding).decode(bytes).replace(/\r\n?/g, '\n'));
  }
  await page.close();
});

test('nothing scrolls sideways on a phone', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  for (const path of pagesOf(inject('site'))) {
    await page.goto(server.root + path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBeLessThanOrEqual(390);
  }
  await page.close();
});
