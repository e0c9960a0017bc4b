/**
 * The least that rendering a site can cost: node src/bench/bare-renderer.ts CONTENT OUT BYTES
 * Makes of every report the page that Hugo makes of it (hugo.ts), of strings alone, filled up to BYTES bytes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { escapeXml } from '../publish/xml.ts';
import type { Block, Report } from '../report/report.ts';
import type { Reading } from '../report/schema.ts';
import { printedReports } from './printed-reports.ts';

const [content, out, bytes] = process.argv.slice(2) as [string, string, string];

type Cell = string | number | undefined;
const text = (value: Cell) => escapeXml(String(value ?? ''));
const items = (all: readonly (readonly Cell[])[]) =>
  all.map((cells) => `<li>${cells.map(text).join(' ')}`).join('');

function block({ depth, anchor, text: words }: Block): string {
  const tag = depth === 0 ? 'p' : `h${depth}`;
  return `<${tag} id="${anchor}">${text(words)}</${tag}>\n`;
}

function row(
  { at, value, unit, paragraph, quote }: Pick<Reading, 'at' | 'value' | 'unit' | 'paragraph' | 'quote'>,
  what: Cell,
): string {
  return `<tr id="${at}"><th>${text(what)}<td>${value}<td>${text(unit)}<td><a href="#${paragraph}">${text(quote)}</a></tr>\n`;
}

function page({ metadata, blocks }: Report): string {
  const { title, agency, year, source, sections, readings, figures, changes, checks, removed } = metadata;
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${text(title)}</title></head><body>
<h1>${text(title)}</h1>
<ul>${items([[agency], [year], [source.file], [source.sha256]])}</ul>
<nav><ol>${sections.map(({ anchor, theme }) => `<li><a href="#${anchor}">${text(theme)}</a>`).join('')}</ol></nav>
<article>${blocks.map(block).join('')}</article>
<table>${readings.map((reading) => row(reading, reading.metric)).join('')}</table>
<table>${figures.map((figure) => row(figure, figure.counts)).join('')}</table>
<table>${changes.map((change) => row(change, change.against)).join('')}</table>
<ul>${items(checks.map(({ id, outcome }) => [id, outcome]))}</ul>
<ul>${items(removed.map(({ line, rule, text }) => [line, rule, text]))}</ul>
<footer>`;
}

const END = '</footer></body></html>\n';

for (const { id, report } of printedReports(content)) {
  const start = page(report);
  const target = join(out, `${id}.html`);
  mkdirSync(dirname(target), { recursive: true });
  const padding = Math.max(0, Number(bytes) - Buffer.byteLength(start) - END.length);
  writeFileSync(target, start + 'x'.repeat(padding) + END);
}
