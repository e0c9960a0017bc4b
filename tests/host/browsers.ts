/** The unpacked zip in the browsers of this machine, by double-click: for npm run check:host. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, type Page } from 'puppeteer-core';
import { listFiles } from '../../src/files.ts';
import { FOLDER } from '../../src/publish/edition.ts';
import { AWKWARD, type Check } from '../../src/publish/hosting/check.ts';
import { fill } from '../publish/fill.ts';
import { readZip } from '../publish/unzip.ts';
import { expectedIds, type Searched } from '../search/ground-truth.ts';
import { QUERIES } from '../search/queries.ts';

/** Pages of one folder that are opened; a large archive has thousands of a kind. */
const PAGES_OF_A_KIND = 20;

const BROWSERS = [
  {
    name: 'Chromium',
    browser: 'chrome',
    needs: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    args: ['--no-sandbox'],
  },
  { name: 'Firefox', browser: 'firefox', needs: ['firefox-esr', 'firefox'], args: [] },
] as const;

export const BROWSER_CHECKS: readonly Check[] = BROWSERS.map(({ name, browser, needs, args }) => ({
  name: `${name} opens the unpacked zip by double-click: pages, charts, a comparison and exact search, nothing from outside`,
  needs,
  async run({ zip, temp }, program) {
    const root = join(temp, browser, AWKWARD);
    fill(root, Object.fromEntries((await readZip(zip)).map(({ name, bytes }) => [name, bytes])));
    const started = await launch({ browser, executablePath: program, headless: true, args: [...args] });
    try {
      return (await walk(await started.newPage(), root)).slice(0, 10).join('; ') || undefined;
    } finally {
      await started.close();
    }
  },
}));

/** Opens what people open, in the unpacked zip at `root`, and tells what is wrong. */
async function walk(page: Page, root: string): Promise<string[]> {
  const wrong = await watch(page, `${pathToFileURL(root).href}/`);
  const address = (path: string) => pathToFileURL(join(root, path)).href;
  await page.goto(address('开始.html'));
  await page.waitForFunction((end) => location.href.endsWith(end), {}, `${FOLDER}/index.html`);
  const site = join(root, FOLDER);
  for (const path of pagesOfEachKind(site)) {
    await page.goto(address(`${FOLDER}/${path}`));
    wrong.push(...(await blankCharts(page)).map((chart) => `${path}: ${chart}`));
  }
  const reports = readReports(site);
  await page.goto(`${address(`${FOLDER}/compare.html`)}?r=${reports.map(idOf).slice(0, 2).join(',')}`);
  await page.waitForSelector('.compared td a');
  await page.goto(address(`${FOLDER}/search.html`));
  for (const query of Object.values(QUERIES).flat()) wrong.push(...(await askFor(page, query, reports)));
  return wrong;
}

/** Everything that a reader would call broken, from now on: errors, parts that do not load, requests outside. */
async function watch(page: Page, root: string): Promise<string[]> {
  const wrong: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(`${message.text()} on ${page.url()}`);
  });
  page.on('pageerror', (error) => wrong.push(`${error} on ${page.url()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(root) && !/^(?:data|blob):/.test(request.url()))
      wrong.push(`request to ${request.url()}`);
  });
  // Not every browser tells these on the console.
  await page.evaluateOnNewDocument(() => {
    addEventListener('securitypolicyviolation', ({ blockedURI }) => console.error(`blocked ${blockedURI}`));
    const failed = ({ target }: Event) => {
      if (target instanceof Element) console.error(`not loaded: ${target.outerHTML}`);
    };
    addEventListener('error', failed, true);
  });
  return wrong;
}

/** Every page at the top, and of each folder so many. */
function pagesOfEachKind(site: string): string[] {
  const pages = listFiles(site).filter((path) => path.endsWith('.html'));
  const kinds = Map.groupBy(pages, (path) => path.split('/').slice(0, -1)[0] ?? '');
  return [...kinds].flatMap(([kind, paths]) => (kind === '' ? paths : paths.slice(0, PAGES_OF_A_KIND)));
}

/** Charts on which nothing is drawn. */
function blankCharts(page: Page): Promise<string[]> {
  return page.$$eval('[data-chart] canvas', (canvases) =>
    canvases
      .filter((canvas) => {
        const blank = document.createElement('canvas');
        [blank.width, blank.height] = [canvas.width, canvas.height];
        return canvas.toDataURL() === blank.toDataURL();
      })
      .map((canvas) => `nothing is drawn for ${canvas.getAttribute('aria-label')}`),
  );
}

const idOf = ({ metadata: { agencyId, year } }: Searched) => `${agencyId}/${year}`;

/** The reports as the edition's data files have them. */
function readReports(site: string): Searched[] {
  return listFiles(site)
    .filter((path) => dirname(dirname(path)) === 'data/reports')
    .map((path) => JSON.parse(readFileSync(join(site, path), 'utf8')))
    .map(({ title, agencyId, year, blocks }) => ({ metadata: { title, agencyId, year }, blocks }));
}

/** Types a query, and tells where the number of results or one of them is not what stands in the reports. */
async function askFor(page: Page, query: string, reports: readonly Searched[]): Promise<string[]> {
  await page.$eval('#search-box', (box, text) => ((box as HTMLInputElement).value = text), query);
  await page.focus('#search-box');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#search-found[aria-busy=false]');
  const listed = await page.$$eval('[data-result]', (links) =>
    links.map((link) => link.getAttribute('href')?.slice('reports/'.length, -'.html'.length) ?? ''),
  );
  const said = await page.$eval('#search-status', (status) => Number.parseInt(status.textContent, 10) || 0);
  const expected = new Set(expectedIds(query, reports));
  if (said === expected.size && listed.every((id) => expected.has(id))) return [];
  return [`${query} finds ${said} reports (${listed.join(' ')}) instead of ${[...expected].join(' ')}`];
}
