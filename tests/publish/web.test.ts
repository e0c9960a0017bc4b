import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { DOMParser } from 'linkedom';
import { expect, test } from 'vitest';
import { listFiles } from '../../src/files.ts';
import { openGraph, printJsonLd, reportJsonLd } from '../../src/publish/linked.ts';
import { sitemap } from '../../src/publish/sitemap.ts';
import { writeFeeds, writeSitemap } from '../../src/publish/write.ts';
import { escapeXml } from '../../src/publish/xml.ts';
import { fill, temporaryFolder } from './folder.ts';
import { publication, SETTINGS, sampleReport } from './sample.ts';

const folder = temporaryFolder();
const base = 'https://a.gov.cn/fazhi/';
const parseXml = (file: string) =>
  new DOMParser().parseFromString(readFileSync(join(folder, file), 'utf8'), 'text/xml');
const texts = (file: string, selector: string) =>
  [...parseXml(file).querySelectorAll(selector)].map((element) => element.textContent);

const reports = [
  sampleReport({ title: '旧', year: 2021, published: '2022-03-01' }),
  sampleReport({ title: '新<script>&', year: 2022, published: '2023-02-01' }),
  sampleReport({
    title: '县',
    agencyId: '370211-zf',
    agency: '黄岛区人民政府',
    level: 'county',
    county: '黄岛区',
    regionCode: '370211',
    published: '2022-12-01',
  }),
];

test('feeds: everything, each agency, each region with the regions in it, newest first', () => {
  const { archive } = publication(reports, { base });
  expect(writeFeeds(archive, new Map(), folder)).toEqual([]);
  expect(listFiles(folder)).toEqual([
    'agencies/370200-zf.xml',
    'agencies/370211-zf.xml',
    'corrections.xml',
    'feed.css',
    'feed.xml',
    'regions/370000.xml',
    'regions/370200.xml',
    'regions/370211.xml',
  ]);
  expect(texts('feed.xml', 'entry > title')).toEqual(['新<script>&', '县', '旧']);
  expect(texts('regions/370211.xml', 'entry > title')).toEqual(['县']);
  expect(texts('regions/370200.xml', 'entry > id')).toEqual([
    `${base}reports/370200-zf/2022.html`,
    `${base}reports/370211-zf/2022.html`,
    `${base}reports/370200-zf/2021.html`,
  ]);
  expect(texts('feed.xml', 'feed > updated')).toEqual(['2023-02-01T00:00:00+08:00']);
});

test('a correction that is recorded is in a feed of its own: old value, new value, reason', () => {
  const report = sampleReport({}, ['办结行政复议案件12件。']);
  const { at = '', metric = '' } = report.metadata.readings[0] ?? {};
  const change = { at, metric, from: 'more-than 17000件', to: 'range 3–5.5件', reason: '原网页更正' };
  const changes = new Map([['370200-zf/2022' as const, [{ ...change, date: '2026-03-03' }, change]]]);
  writeFeeds(publication([report], { base }).archive, changes, join(folder, 'corrections'));
  expect(texts('corrections/corrections.xml', 'entry > summary')).toEqual([
    '原为17,000余件，现为3–5.5件。原因：原网页更正。',
  ]);
  expect(texts('corrections/corrections.xml', 'entry > title')).toEqual([
    '更正：青岛市人民政府2022年度“行政复议案件办结”',
  ]);
  expect(texts('corrections/corrections.xml', 'entry > updated')).toEqual(['2026-03-03T00:00:00+08:00']);
});

test('a feed that is opened in a browser is a page: a style, and links that can be followed', () => {
  const { archive } = publication(reports, { base });
  const out = join(folder, 'opened');
  writeFeeds(archive, new Map(), out);
  const xml = readFileSync(join(out, 'agencies/370211-zf.xml'), 'utf8');
  const [, style = ''] = /<\?xml-stylesheet type="text\/css" href="([^"]+)"\?>/.exec(xml) ?? [];
  expect(readFileSync(join(out, 'agencies', style), 'utf8')).toContain('entry');
  const links = [...xml.matchAll(/<a href="([^"]+)"/g)].map(([, link]) => link);
  expect(links).toEqual([`${base}agencies/370211-zf.html`, `${base}reports/370211-zf/2022.html`]);
});

test('a report that was taken down says so in its feeds', () => {
  const gone = sampleReport({ withdrawn: '发布机关要求撤下', published: '2023-02-01' });
  writeFeeds(publication([gone], { base }).archive, new Map(), join(folder, 'gone'));
  expect(texts('gone/feed.xml', 'entry > summary')).toEqual(['已撤下。原因：发布机关要求撤下']);
});

test('without a base there is no feed and no sitemap, and it is said', () => {
  const out = fill(join(folder, 'baseless'), { 'index.html': '' });
  const { archive } = publication(reports);
  expect(writeFeeds(archive, new Map(), out).map(({ code }) => code)).toEqual(['no-base']);
  writeSitemap(undefined, out);
  expect(listFiles(out)).toEqual(['index.html', 'robots.txt']);
});

test('a report without any date is left out of the feeds by name', () => {
  const { published: _, ...undated } = sampleReport({}).metadata;
  const { archive } = publication([{ metadata: undated, blocks: [] }], { base });
  expect(writeFeeds(archive, new Map(), join(folder, 'undated'))).toMatchObject([
    { code: 'no-feed-date', file: 'raw/370200-zf.txt' },
  ]);
  expect(texts('undated/agencies/370200-zf.xml', 'entry')).toEqual([]);
});

test('the sitemap names every page that is a destination, and robots.txt names the sitemap', () => {
  const out = fill(join(folder, 'site'), {
    'index.html': '',
    '404.html': '',
    'raw/ab.html': '',
    'reports/a-b/2022.html': '',
    'data/metrics.csv': '',
  });
  writeSitemap(base, out);
  expect(texts('site/sitemap.xml', 'loc')).toEqual([`${base}index.html`, `${base}reports/a-b/2022.html`]);
  expect(readFileSync(join(out, 'robots.txt'), 'utf8')).toContain(`Sitemap: ${base}sitemap.xml`);
});

test('a long sitemap is an index of parts that together have every page once', () => {
  const pages = Array.from({ length: 7 }, (_, i) => `p${i}.html`);
  const files = sitemap(base, pages, 3);
  const locations = (file: string) =>
    [...(files.get(file) ?? '').matchAll(/<loc>(.*?)<\/loc>/g)].map((m) => m[1]);
  expect(locations('sitemap.xml')).toEqual([1, 2, 3].map((n) => `${base}sitemap-${n}.xml`));
  expect([1, 2, 3].flatMap((n) => locations(`sitemap-${n}.xml`))).toEqual(pages.map((page) => base + page));
});

test('any text survives XML, less the characters it cannot hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const parsed = new DOMParser()
        .parseFromString(`<a>${escapeXml(text)}</a>`, 'text/xml')
        .querySelector('a')?.textContent;
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the ones XML 1.0 forbids
      expect(parsed).toBe(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''));
    }),
  );
});

test('JSON-LD of a hostile title cannot end its script, and says what it said', () => {
  const { metadata } = sampleReport({ title: '</script><script>alert(1)</script><!--' });
  const printed = printJsonLd(reportJsonLd(metadata, base));
  expect(printed).not.toMatch(/[<>]/);
  expect(JSON.parse(printed)).toMatchObject({
    '@type': 'Report',
    name: metadata.title,
    url: `${base}reports/370200-zf/2022.html`,
    datePublished: '2023-02-01',
  });
  expect(JSON.parse(printJsonLd(reportJsonLd(metadata, undefined)))).not.toHaveProperty('url');
});

test('Open Graph gives an address only where the site has one', () => {
  const page = { path: 'index.html', title: '首页', description: '档案' };
  expect(openGraph({ ...SETTINGS, base }, page)).toContainEqual(['og:url', `${base}index.html`]);
  expect(openGraph(SETTINGS, page).map(([property]) => property)).not.toContain('og:url');
});
