/** Rows of a report page that are written as strings: what stands in a report stays text, and its places are led to. */
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { amountHtml } from '../../src/site/amount.ts';
import { checkHtml } from '../../src/site/checks.ts';
import { notesHtml } from '../../src/site/notes.ts';
import { quoteRow } from '../../src/site/quotes.ts';
import { linker, relative } from '../../src/site/urls.ts';
import { reading } from '../compare/readings.ts';

const HOSTILE = '<img src=x onerror="alert(1)">&lt;b>\'';
const link = linker('reports/a/2022.html');

const parse = (html: string) => parseHTML(`<main>${html}</main>`).document;

test('a quote and a unit that hold markup are shown, not run', () => {
  const own = reading({ metric: 'm', value: 6, unit: HOSTILE, quote: HOSTILE, at: 'n-01234567-3' });
  const document = parse(`<table>${quoteRow('名', amountHtml(own), own)}</table>`);
  expect(document.querySelector('img')).toBeNull();
  expect(document.querySelector('q')?.textContent).toBe(HOSTILE);
  expect(document.querySelector('td a')?.getAttribute('href')).toBe('#n-01234567-3');
  expect(document.querySelector('td a')?.textContent).toBe(`6${HOSTILE}`);
});

test('notes name the metric, its scope and part, and lead to the number', () => {
  const own = reading({ metric: 'a.cases', value: 6, scope: 'area', part: HOSTILE, at: 'n-01234567-3' });
  const catalogue = { metrics: new Map(), checkNames: new Map() };
  const document = parse(notesHtml([own], [], catalogue, link));
  expect(document.querySelector('img')).toBeNull();
  expect(document.querySelector('dt a')?.getAttribute('href')).toBe('../../metrics/a.cases.html');
  expect(document.querySelector('dt small')?.textContent).toBe(`全域 · ${HOSTILE}`);
  expect(document.querySelector('dd a')?.getAttribute('href')).toBe('#n-01234567-3');
});

test('a check says what it compares, each number with a way to it, and what is missing', () => {
  const own = reading({ metric: 'a.cases', value: 6, unit: '件', at: 'n-01234567-3' });
  const check = { id: 'sum', outcome: 'cannot-tell' as const, numbers: [own.at], missing: ['a.closed'] };
  const view = { check, numbers: [{ figure: own, name: '收案' }], paragraph: 'p-01234567' };
  const catalogue = { metrics: new Map(), checkNames: new Map([['sum', '收案＝结案']]) };
  const document = parse(checkHtml(view, catalogue));
  expect(document.querySelector('main')?.textContent).toBe('收案＝结案。收案6件；未披露a.closed');
  expect(document.querySelector('a')?.getAttribute('href')).toBe('#n-01234567-3');
  expect(parse(checkHtml(view, catalogue, { brief: true })).querySelector('a')).toBeNull();
});

test.each([
  ['index.html', 'years/2022.html', 'years/2022.html'],
  ['years/2022.html', 'index.html', '../index.html'],
  ['reports/a/2022.html', 'reports/a/2021.html', '2021.html'],
  ['reports/a/2022.html', 'reports/ab/2022.html', '../ab/2022.html'],
  ['reports/a/2022.html', 'raw/0a.html', '../../raw/0a.html'],
  ['years.html', 'years/2022.html', 'years/2022.html'],
])('a link from %s to %s is %s', (from, to, href) => {
  expect(relative(from, to)).toBe(href);
  expect(new URL(href, `https://a.example/x/${from}`).pathname).toBe(`/x/${to}`);
});
