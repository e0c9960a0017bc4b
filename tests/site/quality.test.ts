/** What every kind of page must hold: accessibility, valid HTML, weight. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { violationsOn } from './axe.ts';
import { launch } from './browser.ts';
import { pagesOf } from './built.ts';
import { type Server, serve } from './server.ts';

/** Gzipped bytes of a report page before a chart or a search is used. */
const PAGE_BUDGET = 60_000;
const SCRIPT_BUDGET = 27_000;

let browser: Browser;
let server: Server;
/** The longest page of each kind: every kind of page has a folder or a name of its own. */
let kinds: string[];

beforeAll(async () => {
  server = await serve(inject('site'));
  browser = await launch();
  const size = (path: string) => readFileSync(join(inject('site'), path)).length;
  const byKind = Map.groupBy(pagesOf(inject('site')), (path) =>
    path.includes('/') ? path.split('/')[0] : path,
  );
  kinds = [...byKind.values()].map((paths) => paths.reduce((a, b) => (size(b) > size(a) ? b : a)));
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const read = (path: string) => readFileSync(join(inject('site'), path), 'utf8');
const gzipped = (paths: string[]) =>
  paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(inject('site'), path))).length, 0);

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  test('axe finds nothing on any kind of page', async () => {
    const page = await browser.newPage({ colorScheme });
    for (const path of kinds) {
      await page.goto(server.root + path);
      expect(await violationsOn(page), path).toEqual([]);
    }
    // A number that the address names is marked, and offered to be cited.
    const report = kinds.find((path) => path.startsWith('reports/'));
    const number = /id="(n-[^"]+)"/.exec(read(report ?? ''))?.[1];
    await page.goto(`${server.root}${report}#${number}`);
    expect(await violationsOn(page), number).toEqual([]);
    await page.close();
  });
});

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    // Rules of style that Astro's printer does not follow, and that no reader or browser notices.
    rules: { 'doctype-style': 'off', 'void-style': 'off', 'no-trailing-whitespace': 'off' },
  });
  for (const path of pagesOf(inject('site'))) {
    const { results } = await validator.validateString(read(path));
    const messages = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} ${selector}`),
    );
    expect(messages, path).toEqual([]);
  }
});

test('a report page is light', () => {
  for (const path of pagesOf(inject('site')).filter((path) => path.startsWith('reports/'))) {
    const assets = [...read(path).matchAll(/(?:src|href)="(?:\.\.\/)+(assets\/[^"]+)"/g)].map(
      ([, asset]) => asset ?? '',
    );
    const styles = assets.filter((asset) => asset.endsWith('.css'));
    const scripts = assets.filter((asset) => asset.endsWith('.js'));
    expect(styles.length).toBe(1);
    expect(gzipped([path, ...styles]), path).toBeLessThan(PAGE_BUDGET);
    expect(gzipped(scripts), path).toBeLessThan(SCRIPT_BUDGET);
  }
});
