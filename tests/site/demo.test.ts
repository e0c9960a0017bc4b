/** A demonstration of generated reports: its tables say what is known of the reports, and charts show it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import { createProgress } from '../../src/build/progress.ts';
import { PROJECT_CONTENT } from '../../src/content.ts';
import { parseDivisions } from '../../src/divisions/division.ts';
import { createGazetteer } from '../../src/divisions/gazetteer.ts';
import { type GeneratedReport, generateCorpus } from '../../src/generate/corpus.ts';
import { loadLibrary } from '../../src/generate/library.ts';
import { type Archive, loadArchive } from '../../src/report/archive.ts';
import { violationsOn } from './axe.ts';
import { launch, watch } from './browser.ts';
import { type Server, serve } from './server.ts';

const REPORTS = 60;
const METRICS = [
  'leadership.law-study',
  'functions.licence-items',
  'rulemaking.filed',
  'audit.projects',
  'enforcement.penalties',
  'enforcement.penalty-amount',
  'reconsideration.received',
  'litigation.cases',
  'proposals.satisfaction-rate',
  'education.law-savvy',
];

let folder: string;
let server: Server;
let archive: Archive;
/** What is known of the reports that the archive holds. */
let known: GeneratedReport[];

beforeAll(async () => {
  const cache = join(process.cwd(), '.cache');
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, 'demo-'));
  const content = join(folder, 'content');
  const phrases = join(dirname(fileURLToPath(import.meta.url)), '../../src/generate/phrases');
  const divisions = parseDivisions(readFileSync(join(PROJECT_CONTENT, 'divisions.tsv'), 'utf8'));
  const library = loadLibrary((name) => readFileSync(join(phrases, name), 'utf8'));
  const corpus = [...generateCorpus(7, REPORTS, library, createGazetteer(divisions))];
  mkdirSync(join(content, 'raw'), { recursive: true });
  writeFileSync(join(content, 'site.yaml'), 'name: 示例\ndescription: 示例\ndemo: true\n');
  for (const { file, bytes } of corpus) writeFileSync(join(content, 'raw', file), bytes);
  const silent = createProgress({ live: false, write: () => {} }, { now: () => 0, memory: () => 0 });
  const paths = { out: join(folder, 'site'), release: join(folder, 'release'), cache: join(folder, 'cache') };
  await build({ content, ...paths, zip: false }, silent);
  archive = loadArchive(content);
  const held = new Set([...archive.reports.values()].map(({ source }) => source.file));
  known = corpus.filter(({ file }) => held.has(file));
  server = await serve(paths.out);
});
afterAll(async () => {
  await server?.close();
  rmSync(folder, { recursive: true });
});

const pageOf = (path: string) => parseHTML(readFileSync(join(folder, 'site', path), 'utf8')).document;
const cells = (row: Element) =>
  [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim() ?? '');

describe.each(METRICS)('the page of %s', (metric) => {
  const stated = () =>
    known.flatMap(({ label, gold }) =>
      gold.filter((one) => one.metric === metric).map((one) => ({ year: label.year_covered, ...one })),
    );

  test('lists every reading that is known, with its value and its bound', () => {
    const rows = [...pageOf(`metrics/${metric}.html`).querySelectorAll('#all tbody tr')].map((row) => {
      const [, year, , value] = [...row.querySelectorAll('td')];
      return `${year?.textContent} ${value?.getAttribute('data-sort')} ${/[余近约]|以上|以内|–/.test(value?.textContent ?? '')}`;
    });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.sort()).toEqual(
      stated()
        .map(({ year, value, bound }) => `${year} ${value} ${bound !== 'exact'}`)
        .sort(),
    );
  });

  test('counts the reports of each year and those that state it', () => {
    const years = pageOf(`metrics/${metric}.html`).querySelector('#years')?.parentElement;
    const rows = [...(years?.querySelectorAll('tbody tr') ?? [])].map((row) => cells(row).slice(0, 3));
    const byYear = Map.groupBy(known, ({ label }) => label.year_covered);
    const expected = [...byYear]
      .sort(([a], [b]) => a - b)
      .map(([year, all]) => [
        `${year}年度`,
        String(all.length),
        String(all.filter(({ gold }) => gold.some((one) => one.metric === metric)).length),
      ]);
    expect(rows).toEqual(expected);
  });
});

test('every page says that the data are made up', () => {
  for (const path of ['index.html', 'metrics.html', `agencies/${[...archive.agencies.keys()][0]}.html`])
    expect(pageOf(path).querySelector('.demo-note')?.textContent).toContain('示例数据');
});

test('the chart of an agency can be chosen and read with the keyboard, and saved as picture and table', async () => {
  const agency = [...archive.agencies.values()].find(({ reports }) => reports.length > 2);
  const browser = await launch();
  const page = await browser.newPage();
  const broken = watch(page, server.root);
  await page.goto(`${server.root}agencies/${agency?.id}.html`);
  await page.waitForSelector('[data-chart]', { state: 'visible' });
  await page.selectOption('[data-choice]', { index: 1 });
  await page.focus('[data-chart] canvas');
  await page.keyboard.press('ArrowRight');
  expect(await page.textContent('[data-point]')).toMatch(/^\d{4}年：/);
  for (const [kind, ending] of [
    ['csv', '.csv'],
    ['png', '.png'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click(`[data-save="${kind}"]`),
    ]);
    expect(download.suggestedFilename().endsWith(ending)).toBe(true);
  }
  expect(broken.filter((what) => !what.startsWith('failed: blob:'))).toEqual([]);
  await browser.close();
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing on a chart or a long matrix, %s',
  async (colorScheme) => {
    const agency = [...archive.agencies.values()].find(({ reports }) => reports.length > 2);
    const browser = await launch();
    const page = await browser.newPage({ colorScheme });
    for (const path of [`agencies/${agency?.id}.html`, 'matrix.html']) {
      await page.goto(server.root + path);
      expect(await violationsOn(page), path).toEqual([]);
    }
    await browser.close();
  },
);
