/** A demonstration of generated reports: its tables say what is known of the reports, and charts show it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import { createProgress } from '../../src/build/progress.ts';
import { type Archive, loadArchive } from '../../src/report/archive.ts';
import type { ReportId } from '../../src/report/store.ts';
import { violationsOn } from './axe.ts';
import { launch, watch } from './browser.ts';
import { pagesOf } from './built.ts';
import { type KnownReport, knownReports, numberIn, summary, valuesOf } from './gold.ts';
import { type Server, serve } from './server.ts';

const REPORTS = 60;
/** Metrics that generated reports state at most once and in one scope, which the gold file does not name. */
const METRICS = [
  'leadership.law-study',
  'leadership.meetings',
  'rulemaking.filed',
  'audit.projects',
  'audit.amount',
  'legal-aid.cases',
  'hotline.requests',
  'reconsideration.received',
  'proposals.satisfaction-rate',
  'petitions.resolution-rate',
];

const LEVELS: Record<string, string> = {
  national: '国家级',
  province: '省级',
  prefecture: '市级',
  county: '县级',
  township: '乡级',
};

let folder: string;
let server: Server;
let archive: Archive;
/** What is known of the reports that the archive holds. */
let known: KnownReport[];

beforeAll(async () => {
  const cache = join(process.cwd(), '.cache');
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, 'demo-'));
  const content = join(folder, 'content');
  const generate = fileURLToPath(new URL('../../scripts/generate.ts', import.meta.url));
  execFileSync(process.execPath, [generate, '--reports', String(REPORTS), '--seed', '7', '--out', content]);
  const silent = createProgress({ live: false, write: () => {} }, { now: () => 0, memory: () => 0 });
  const paths = { out: join(folder, 'site'), release: join(folder, 'release'), cache: join(folder, 'cache') };
  await build({ content, ...paths, zip: false }, silent);
  archive = loadArchive(content);
  const held = new Set([...archive.reports.values()].map(fileOf));
  known = knownReports(content).filter(({ id }) => held.has(id));
  server = await serve(paths.out);
});
afterAll(async () => {
  await server?.close();
  rmSync(folder, { recursive: true });
});

const pageOf = (path: string) => parseHTML(readFileSync(join(folder, 'site', path), 'utf8')).document;
const textOf = (cell: Element | null | undefined) => cell?.textContent?.trim() ?? '';
const rowsOf = (path: string, table: string) => [...pageOf(path).querySelectorAll(`${table} tbody tr`)];
const cells = (row: Element) => [...row.querySelectorAll('th, td:not(.bar)')].map(textOf);
/** The largest group, and what makes it one: enough reports for a table to be worth recomputing. */
const largest = (key: (report: KnownReport) => string | number) =>
  [...Map.groupBy(known, key)].reduce((a, b) => (b[1].length > a[1].length ? b : a));
const fileOf = ({ source }: { source: { file: string } }) => source.file.split('.')[0];

describe('recomputed from the gold file', () => {
  describe.each(METRICS)('the page of %s', (metric) => {
    const path = `metrics/${metric}.html`;
    const rates = (table: string) =>
      [...(pageOf(path).querySelector(table)?.parentElement?.querySelectorAll('tbody tr') ?? [])].map(
        (row) => {
          const [label, held, stating, , median] = cells(row);
          return [label, Number(held), Number(stating), numberIn(median ?? '')];
        },
      );
    const expected = (reports: KnownReport[], label: string) => {
      const [stating = 0, , median = Number.NaN] = summary(reports, metric);
      return [label, reports.length, stating, median];
    };

    test('1. lists every reading with its year, its value and whether it is a bound', () => {
      const rows = rowsOf(path, '#all').map((row) => {
        const [, year, , value] = [...row.querySelectorAll('td')];
        return `${textOf(year)} ${value?.getAttribute('data-sort')} ${!/[余近约]|以上|以内|–/.test(textOf(value))}`;
      });
      const stated = known.flatMap(({ year, numbers }) =>
        numbers.filter((one) => one.metric === metric).map(({ value, exact }) => `${year} ${value} ${exact}`),
      );
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.sort()).toEqual(stated.sort());
    });

    test('2. counts the reports of each year and those that state it, with their median', () => {
      const years = [...Map.groupBy(known, ({ year }) => year)].sort(([a], [b]) => a - b);
      expect(rates('#years')).toEqual(years.map(([year, all]) => expected(all, `${year}年度`)));
    });

    test('3. counts the reports of each level and those that state it, with their median', () => {
      const levels = Map.groupBy(known, ({ level }) => level);
      expect(rates('#levels')).toEqual(
        Object.entries(LEVELS).flatMap(([level, label]) => {
          const own = levels.get(level);
          return own ? [expected(own, label)] : [];
        }),
      );
    });

    test('4. gives the least, the median and the most', () => {
      const [row, ...others] = rowsOf(path, '.spreads').map((row) => cells(row).slice(1).map(numberIn));
      expect(others).toEqual([]);
      expect(row).toEqual(summary(known, metric));
    });

    test('5. draws the medians of levels over the years from three reports on, and no other', () => {
      const table = pageOf(path).querySelector('.chart-table table');
      const [, ...levels] = [...(table?.querySelectorAll('thead th') ?? [])].map(textOf);
      const drawn = [...(table?.querySelectorAll('tbody tr') ?? [])].flatMap((row) => {
        const [year, ...values] = cells(row);
        return values.flatMap((text, at) => (text === '–' ? [] : [[year, levels[at], numberIn(text)]]));
      });
      const medians = known.flatMap(({ year, level }) => {
        const own = known.filter((other) => other.year === year && other.level === level);
        const [stating = 0, , median] = summary(own, metric);
        return stating >= 3 ? [[String(year), LEVELS[level], median]] : [];
      });
      // A level with a single point is no line.
      const lines = Map.groupBy(
        new Set(medians.map((one) => JSON.stringify(one))),
        (one) => JSON.parse(one)[1],
      );
      const expectedPoints = [...lines.values()].filter((points) => points.length > 1).flat();
      const title = textOf(table?.querySelector('caption'));
      expect(title.startsWith('各年中位数') ? drawn.map((one) => JSON.stringify(one)).sort() : []).toEqual(
        expectedPoints.sort(),
      );
    });
  });

  test.each<[string, () => [path: string, reports: KnownReport[]]]>([
    [
      '6. of a year',
      () => {
        const [year, reports] = largest((report) => report.year);
        return [`years/${year}.html`, reports];
      },
    ],
    [
      '7. of a level',
      () => {
        const [level, reports] = largest((report) => report.level);
        return [`levels/${level}.html`, reports];
      },
    ],
    [
      '8. of a province',
      () => {
        const [province, reports] = largest((report) => report.province);
        const code = [...archive.reports.values()].find((report) => report.province === province)?.regionCode;
        return [`regions/${code?.slice(0, 2)}0000.html`, reports];
      },
    ],
  ])('%s how many reports state each metric and how the values spread', (_, pick) => {
    const [path, reports] = pick();
    const rows = new Map(
      rowsOf(path, '#metrics').map((row) => {
        const link = row.querySelector('th a')?.getAttribute('href') ?? '';
        const [, metric = ''] = /metrics\/([^/]+)\.html/.exec(link) ?? [];
        const [share = '', , ...values] = cells(row).slice(1, 6);
        const [stating, held] = share.split(' / ').map(Number);
        expect(held).toBe(reports.length);
        return [metric, [stating, ...values.map(numberIn).filter((value) => !Number.isNaN(value))]];
      }),
    );
    for (const metric of METRICS) {
      const [stating = 0, ...values] = summary(reports, metric);
      const shown = valuesOf(reports, metric).length === 1 ? values.slice(0, 1) : values;
      expect(rows.get(metric), metric).toEqual(stating > 0 ? [stating, ...shown] : undefined);
    }
  });

  test('9. what an agency states year by year, with its gaps', () => {
    for (const [id, { reports }] of archive.agencies) {
      const own = new Map(
        known
          .filter((one) => reports.some((report) => fileOf(report) === one.id))
          .map((one) => [one.year, one]),
      );
      const page = pageOf(`agencies/${id}.html`);
      const years = [...page.querySelectorAll('#values-table thead th.n')].map((head) =>
        Number(textOf(head)),
      );
      expect(years).toEqual(
        Array.from(
          { length: Math.max(...own.keys()) - Math.min(...own.keys()) + 1 },
          (_, at) => Math.min(...own.keys()) + at,
        ),
      );
      const rows = new Map(
        [...page.querySelectorAll('#values-table tbody tr')].map((row) => [
          /metrics\/([^/]+)\.html/.exec(row.querySelector('th a')?.getAttribute('href') ?? '')?.[1],
          [...row.querySelectorAll('td.n')].map((cell) => textOf(cell)),
        ]),
      );
      for (const metric of METRICS) {
        const stated = years.map((year) => {
          const report = own.get(year);
          return report ? (valuesOf([report], metric)[0] ?? '未披露') : '未收录';
        });
        const row = rows.get(metric)?.map((text) => (/\d/.test(text) ? numberIn(text) : text));
        expect(row, `${id} ${metric}`).toEqual(
          stated.some((value) => typeof value === 'number') ? stated : undefined,
        );
      }
    }
  });

  test('10. which report states which metric, and which states a zero', () => {
    const [heads = [], ...rows] = [...pageOf('matrix.html').querySelectorAll('.matrix tr')].map((row) => [
      ...row.querySelectorAll('th, td'),
    ]);
    const columns = heads.slice(1, 1 + known.length).map((head) => {
      const id = /reports\/(.+)\.html/.exec(head.querySelector('a')?.getAttribute('href') ?? '')?.[1] ?? '';
      const report = archive.reports.get(id as ReportId);
      return known.find((one) => report && one.id === fileOf(report));
    });
    expect(columns.filter(Boolean)).toHaveLength(known.length);
    for (const metric of [...METRICS, 'litigation.lost']) {
      const row = rows.find(([head]) => head?.querySelector(`a[href="metrics/${metric}.html"]`));
      const signs = row?.slice(1, 1 + known.length).map(textOf);
      const expected = columns.map((report, at) => {
        const values = report ? valuesOf([report], metric) : [];
        // A contradiction is the checks' to find; that something is stated is the gold file's.
        if (values.length > 0 && signs?.[at] === '≠') return '≠';
        return values.length === 0 ? '' : values.every((value) => value === 0) ? '0' : '●';
      });
      expect(signs, metric).toEqual(expected);
    }
  });

  test('11. how many reports of each year were public in time', () => {
    const heads = [...pageOf('levels/county.html').querySelectorAll('.outcomes thead th')].map(textOf);
    const rows = rowsOf('levels/county.html', '.outcomes').map((row) => cells(row));
    const counties = Map.groupBy(
      known.filter(({ level }) => level === 'county'),
      ({ year }) => year,
    );
    const expected = [...counties]
      .sort(([a], [b]) => a - b)
      .map(([year, own]) => {
        const count = (holds: (date: string) => boolean) =>
          own.filter(({ published }) => published !== null && holds(published)).length;
        const outcomes: Record<string, number> = {
          '早于年末，未覆盖全年': count((date) => date < `${year + 1}-01-01`),
          按期: count((date) => date >= `${year + 1}-01-01` && date < `${year + 1}-04-01`),
          晚于期限: count((date) => date >= `${year + 1}-04-01`),
          无法判断: own.filter(({ published }) => published === null).length,
        };
        return [`${year}年度`, ...[own.length, ...heads.slice(2).map((head) => outcomes[head])].map(String)];
      });
    expect(rows).toEqual(expected);
  });

  test('12. which agency reported on which year', () => {
    const held = rowsOf('agencies.html', '.grid').flatMap((row) =>
      [...row.querySelectorAll('.cell a')].map((cell) => cell.getAttribute('href')),
    );
    const files = held.map((href) => {
      const report = archive.reports.get(/reports\/(.+)\.html/.exec(href ?? '')?.[1] as ReportId);
      return report && fileOf(report);
    });
    expect(files.sort()).toEqual(known.map(({ id }) => id).sort());
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

test('no page is heavier than 100 kB', () => {
  for (const path of pagesOf(join(folder, 'site')))
    expect(gzipSync(readFileSync(join(folder, 'site', path))).length, path).toBeLessThan(100_000);
});

test('the readings of a metric can be narrowed, and the address says how', async () => {
  const browser = await launch();
  const page = await browser.newPage();
  const [year, reports] = largest((report) => report.year);
  await page.goto(`${server.root}metrics/hotline.requests.html?year=${year}`);
  const shown = () => page.$$eval('#all tbody tr:not([hidden])', (rows) => rows.length);
  expect(await shown()).toBe(valuesOf(reports, 'hotline.requests').length);
  await page.selectOption('[data-filter] [name="year"]', '');
  expect(await shown()).toBe(valuesOf(known, 'hotline.requests').length);
  expect(page.url()).toBe(`${server.root}metrics/hotline.requests.html`);
  await browser.close();
});

test('a filter goes along to the pages that share a long list, and to no others', async () => {
  const browser = await launch();
  const page = await browser.newPage();
  const path = 'metrics/hotline.requests.html';
  const html = readFileSync(join(folder, 'site', path), 'utf8');
  // As the page of a metric with more readings than one page holds.
  const list = '<ul data-keep-query><li><a href="hotline.requests/2022.html">2022年度</a></ul>';
  await page.route(`**/${path}?*`, (route) =>
    route.fulfill({ body: html.replace('</main>', `${list}</main>`), contentType: 'text/html' }),
  );
  await page.goto(`${server.root}${path}?level=county`);
  const hrefs = await page.$$eval<string[], HTMLAnchorElement>('main a', (links) =>
    links.map((link) => link.href),
  );
  expect(hrefs.filter((href) => href.includes('level='))).toEqual([
    `${server.root}metrics/hotline.requests/2022.html?level=county`,
  ]);
  await browser.close();
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing on charts, long tables, a long matrix or a comparison, %s',
  async (colorScheme) => {
    const agency = [...archive.agencies.values()].find(({ reports }) => reports.length > 2);
    const compared = agency?.reports.slice(0, 3).map(({ year }) => `${agency.id}/${year}`);
    const browser = await launch();
    const page = await browser.newPage({ colorScheme });
    for (const path of [
      `agencies/${agency?.id}.html`,
      'matrix.html',
      'metrics/hotline.requests.html',
      `compare.html?r=${compared?.join(',')}`,
    ]) {
      await page.goto(server.root + path);
      if (path.startsWith('compare')) await page.waitForSelector('.compared');
      expect(await violationsOn(page), path).toEqual([]);
    }
    await browser.close();
  },
);
