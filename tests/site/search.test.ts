/** The search page in a real browser, over http below a folder and on file://. */
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { listReports, readReport } from '../../src/report/store.ts';
import { expectedIds } from '../search/ground-truth.ts';
import { QUERIES } from '../search/queries.ts';
import { launch, watch } from './browser.ts';
import { type Server, serve } from './server.ts';

let browser: Browser;
let server: Server;
const folder = `${pathToFileURL(inject('site')).href}/`;
const content = inject('content');
const reports = listReports(content).map((id) => readReport(content, id));

beforeAll(async () => {
  browser = await launch();
  server = await serve(inject('site'), '/a/b/');
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const roots: [string, () => string][] = [
  ['http', () => server.root],
  ['file', () => folder],
];

/** Waits until the search says that it is done. */
async function finished(page: Page): Promise<void> {
  await page.locator('#search-found[aria-busy=false]').waitFor({ state: 'attached' });
}

async function open(root: string, query: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${root}search.html${query}`);
  if (query !== '') await finished(page);
  return page;
}

/** Ids of the reports that are listed, sorted. */
async function listed(page: Page): Promise<string[]> {
  const hrefs = await page
    .locator('[data-result]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  return hrefs.map((href) => href.slice('reports/'.length, -'.html'.length)).sort();
}

describe.each(roots)('over %s', (_, root) => {
  test('nothing of the index is loaded before a key is pressed', async () => {
    const page = await browser.newPage();
    const broken = watch(page, root());
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(`${root()}search.html`);
    await page.locator('#search-box').focus();
    expect(requests.filter((url) => url.startsWith(`${root()}search/`))).toEqual([]);
    await page.keyboard.insertText('出庭应诉率');
    await page.locator('[data-result]').first().waitFor();
    await finished(page);
    expect(await listed(page)).toEqual(expectedIds('出庭应诉率', reports));
    expect(broken).toEqual([]);
    await page.close();
  });

  test('a hit leads to the paragraph where the word stands', async () => {
    const page = await open(root(), '?q=负责人出庭');
    const marks = await page.locator('.hit mark').allInnerTexts();
    expect(new Set(marks)).toEqual(new Set(['负责人出庭']));
    await page.locator('.hit a').first().click();
    await page.waitForURL(/#p-[0-9a-f]{8}/);
    expect(await page.locator(':target').innerText()).toContain('负责人出庭');
    await page.close();
  });

  test('a report page and the home page hand their query over', async () => {
    const page = await browser.newPage();
    for (const from of ['index.html', 'years.html']) {
      await page.goto(`${root()}${from}`);
      await page.locator('[data-find]').fill('54894件');
      await page.keyboard.press('Enter');
      await page.waitForURL(/search\.html\?q=/);
      await finished(page);
      expect(await listed(page)).toEqual(expectedIds('54894件', reports));
    }
    await page.close();
  });
});

test.each(Object.entries(QUERIES))('%s: the browser finds what stands in the reports', async (_, queries) => {
  const page = await open(folder, '');
  for (const query of queries) {
    await page.locator('#search-box').fill(query);
    await page.keyboard.press('Enter');
    await finished(page);
    expect({ query, ids: await listed(page) }).toEqual({ query, ids: expectedIds(query, reports) });
  }
  await page.close();
});

test('filters count, narrow the results, stand in the address and come back', async () => {
  const page = await open(server.root, '?q=行政复议');
  const all = await listed(page);
  const option = page.locator('input[name=year]').first();
  const count = Number(await page.locator('label:has(input[name=year]) small').first().innerText());
  await option.focus();
  await page.keyboard.press('Space');
  await finished(page);
  expect(page.url()).toMatch(/&year=\d{4}$/);
  expect((await listed(page)).length).toBe(count);
  expect(count).toBeLessThan(all.length);
  expect(await option.evaluate((input) => document.activeElement === input)).toBe(true);
  await page.reload();
  await finished(page);
  expect((await listed(page)).length).toBe(count);
  await page.goBack();
  await finished(page);
  expect(await listed(page)).toEqual(all);
  await page.close();
});

test('a filter that is on stands above the results, and a click takes it off', async () => {
  const page = await open(server.root, '?q=行政复议&year=2022&level=county');
  const all = expectedIds('行政复议', reports).filter((id) => id.endsWith('2022'));
  await page.locator('.chip', { hasText: '县级' }).click();
  await finished(page);
  expect(new URL(page.url()).searchParams.toString()).toBe(
    new URLSearchParams('q=行政复议&year=2022').toString(),
  );
  expect(await listed(page)).toEqual(all);
  await page.goBack();
  await finished(page);
  expect(await page.locator('.chip').allInnerTexts()).toEqual(['2022年度', '县级']);
  await page.close();
});

test.each(roots)('over %s going back from a report leads to where the reader was', async (_, root) => {
  const page = await open(root(), '?q=法治');
  await page.locator('[data-result]').last().scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  await page.locator('[data-result]').last().click();
  await page.waitForURL(/reports\//);
  await page.goBack();
  await finished(page);
  expect(before).toBeGreaterThan(0);
  expect(await page.evaluate(() => scrollY)).toBe(before);
  expect(await page.title()).toMatch(/^法治 · /);
  await page.close();
});

test('results come by year where that is asked for', async () => {
  const page = await open(server.root, '?q=法治&order=oldest');
  const years = await page
    .locator('[data-result]')
    .evaluateAll((links) => links.map((link) => Number(link.getAttribute('href')?.slice(-9, -5))));
  expect(years).toEqual([...years].sort((a, b) => a - b));
  expect(years.length).toBe(reports.length);
  await page.close();
});

test('related terms and frequencies stand beside the results', async () => {
  const page = await open(folder, '?q=行政复议');
  const related = await page.locator('#search-words .related a').allInnerTexts();
  expect(related.length).toBeGreaterThan(0);
  for (const term of related) expect(expectedIds(term, reports)).not.toEqual([]);
  const cells = await page.locator('#search-words table').first().locator('td:first-of-type').allInnerTexts();
  const reportsWithIt = cells.reduce((sum, cell) => sum + Number(cell.split('/')[0]), 0);
  expect(reportsWithIt).toBe(expectedIds('行政复议', reports).length);
  await page.close();
});

test('readings found by the words of their metric lead to their numbers', async () => {
  const page = await open(folder, '?q=出庭应诉率');
  const reading = page.locator('.reading-group li a').first();
  const printed = await reading.innerText();
  await reading.click();
  await page.waitForURL(/#n-[0-9a-f]{8}/);
  const target = new URL(page.url()).hash;
  expect(
    await page
      .locator(`[id="${target.slice(1)}"], [href="${target}"]`)
      .first()
      .evaluate((at) => at.closest('p, h2, h3, h4')?.textContent),
  ).toContain(printed);
  await page.close();
});

test.each([1280, 390])(
  'readings that come late move no result, and are a key press away, %i px',
  async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 844 } });
    const { promise: asked, resolve: tellAsked } = Promise.withResolvers<void>();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    await page.route('**/readings/*.js', async (route) => {
      tellAsked();
      await released;
      await route.continue();
    });
    await page.goto(`${server.root}search.html?q=出庭应诉率`);
    await asked;
    const places = () =>
      page
        .locator('[data-result]')
        .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top));
    const before = await places();
    expect(before).toHaveLength(expectedIds('出庭应诉率', reports).length);
    release();
    await finished(page);
    expect(await page.locator('.reading-group').count()).toBeGreaterThan(0);
    expect(await places()).toEqual(before);
    await page.getByRole('button', { name: /^指标读数 \d+ 个$/ }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-readings');
    await page.close();
  },
);

test('readings are found by other words for their metric, though no text has them', async () => {
  const page = await open(folder, '?q=出庭率');
  expect(await listed(page)).toEqual([]);
  expect(await page.locator('.reading-group h2 a').allInnerTexts()).toEqual(['负责人出庭应诉率']);
  await page.close();
});

test('one report or one agency can be searched alone', async () => {
  const { agencyId, year } = (reports[0] as Report).metadata;
  for (const within of [agencyId, `${agencyId}/${year}`]) {
    const page = await open(server.root, `?q=法治&in=${within}`);
    expect(await listed(page)).toEqual([`${agencyId}/${year}`]);
    expect(await page.locator('#search-within').innerText()).toContain('只检索');
    await page.close();
  }
});

test('where nothing is found the page says so and offers what is there', async () => {
  const page = await open(server.root, '?q=行政复议火星基地');
  expect(await page.locator('#search-status').innerText()).toBe('0 份报告');
  const link = page.locator('#search-advice a').first();
  expect(await link.innerText()).toBe('行政复议');
  await link.click();
  await finished(page);
  expect(await listed(page)).toEqual(expectedIds('行政复议', reports));
  await page.close();
});

test('the table of Traditional characters is loaded only for a query that needs it', async () => {
  const page = await browser.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  const loaded = () => requests.filter((path) => path.endsWith('/simplify.js')).length;
  await page.goto(`${server.root}search.html?q=行政复议`);
  await finished(page);
  expect(loaded()).toBe(0);
  await page.goto(`${server.root}search.html?q=行政復議`);
  await finished(page);
  expect(loaded()).toBe(1);
  expect(await listed(page)).toEqual(expectedIds('行政复议', reports));
  await page.close();
});

test('arrow keys go to the results and back', async () => {
  const page = await open(server.root, '?q=法治');
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute('href') ?? document.activeElement?.id);
  const hrefs = await page
    .locator('[data-result]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  await page.keyboard.press('/');
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe(hrefs[0]);
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe(hrefs[1]);
  await page.keyboard.press('Escape');
  expect(await focused()).toBe('search-box');
  await page.close();
});

test('a file that cannot be loaded is said, and the next search tries again', async () => {
  const page = await browser.newPage();
  await page.route('**/meta.js', (route) => route.abort(), { times: 1 });
  await page.goto(`${server.root}search.html?q=法治`);
  await finished(page);
  expect(await page.locator('#search-status').innerText()).toContain('没有载入');
  await page.locator('#search-form button').click();
  await page.locator('[data-result]').first().waitFor();
  await page.close();
});

test.each(['light', 'dark'] as const)(
  'results can be read by everyone, %s, on a phone',
  async (colorScheme) => {
    const page = await browser.newPage({ viewport: { width: 390, height: 800 }, colorScheme });
    await page.goto(`${folder}search.html?q=出庭应诉率`);
    await finished(page);
    await page.locator('#search-filters-box > summary').click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
    await page.close();
  },
);
