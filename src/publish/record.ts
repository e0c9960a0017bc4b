/** content/permalinks: <agencyId>.txt (pages and anchors) and <agencyId>.values.tsv (values), read and appended to. */
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, diagnose } from '../diagnostics.ts';
import { listFiles } from '../files.ts';
import { byCodeUnit } from '../order.ts';
import type { Metadata } from '../report/schema.ts';
import type { ReportId } from '../report/store.ts';
import { urls } from '../site/urls.ts';
import { findLost, ledgerOf, newLines, type Permalink, parseLedger, permalinksOf } from './ledger.ts';
import {
  newValues,
  type PublishedValue,
  parseValues,
  printValues,
  type ValueChange,
  valueChanges,
} from './values.ts';

/** Only in the content folder itself: another archive's ledger says nothing about this one. */
const folderOf = (content: string) => join(content, 'permalinks');
const ledgerPath = (content: string, name: string) => join(folderOf(content), `${name}.txt`);
const valuesPath = (content: string, agencyId: string) => join(folderOf(content), `${agencyId}.values.tsv`);

const readIfThere = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** Every ledger of the archive by its name: an agency's id, or `site`. */
export function readLedgers(content: string): Map<string, Permalink[]> {
  if (!existsSync(folderOf(content))) return new Map();
  const names = readdirSync(folderOf(content))
    .filter((name) => name.endsWith('.txt'))
    .sort(byCodeUnit);
  return new Map(
    names.map((name) => [
      name.slice(0, -4),
      parseLedger(readFileSync(join(folderOf(content), name), 'utf8')),
    ]),
  );
}

/** The log of an agency's published values; empty before its first publication. */
export function readValues(content: string, agencyId: string): PublishedValue[] {
  return parseValues(readIfThere(valuesPath(content, agencyId)));
}

/** 更正记录 of every report that has any: see `valueChanges`. */
export function readChanges(
  content: string,
  reports: ReadonlyMap<ReportId, Metadata>,
): Map<ReportId, ValueChange[]> {
  const logs = new Map<string, PublishedValue[]>();
  return new Map(
    [...reports].flatMap(([id, report]) => {
      const log = logs.get(report.agencyId) ?? readValues(content, report.agencyId);
      logs.set(report.agencyId, log);
      const changes = valueChanges(log, report);
      return changes.length > 0 ? [[id, changes] as const] : [];
    }),
  );
}

/** All pages and permanent anchors of the built site in the folder `site`. */
export function presentPermalinks(site: string): Set<string> {
  const pages = listFiles(site).filter((path) => path.endsWith('.html'));
  return new Set(pages.flatMap((path) => permalinksOf(path, readFileSync(join(site, path), 'utf8'))));
}

/**
 * A `lost-permalink` for everything that was published and that the site of `reports` in the folder `site` would
 * lose.
 */
export function checkPermalinks(
  content: string,
  site: string,
  reports: ReadonlyMap<ReportId, Metadata>,
): Diagnostic[] {
  const ledgers = readLedgers(content);
  if (ledgers.size === 0) return [];
  const present = presentPermalinks(site);
  const withdrawn = new Set(
    [...reports].flatMap(([id, report]) => (report.withdrawn ? [urls.report(id)] : [])),
  );
  return [...ledgers].flatMap(([name, ledger]) =>
    findLost(ledger, present, withdrawn).map(({ target, successor, line, reason }) =>
      diagnose('lost-permalink', {
        file: `permalinks/${name}.txt`,
        line,
        message:
          reason === 'gone'
            ? `${target} was published and is not in this build`
            : `${target} is not in this build, and neither is its successor ${successor ?? 'page'}`,
        hint: `bring it back, or name what stands in for it: ${target} -> SUCCESSOR`,
      }),
    ),
  );
}

export interface Recorded {
  permalinks: number;
  values: number;
}

/** Appends what the site in the folder `site` shows and the ledger does not yet have; returns how many lines. */
export function record(content: string, site: string, reports: Iterable<Metadata>, date: string): Recorded {
  mkdirSync(folderOf(content), { recursive: true });
  const ledgers = readLedgers(content);
  let permalinks = 0;
  for (const [name, targets] of Map.groupBy(presentPermalinks(site), ledgerOf)) {
    const lines = newLines(ledgers.get(name) ?? [], targets);
    appendFileSync(ledgerPath(content, name), lines.map((line) => `${line}\n`).join(''));
    permalinks += lines.length;
  }
  let values = 0;
  for (const report of reports) {
    const lines = newValues(readValues(content, report.agencyId), report, date);
    if (lines.length > 0) appendFileSync(valuesPath(content, report.agencyId), printValues(lines));
    values += lines.length;
  }
  return { permalinks, values };
}
