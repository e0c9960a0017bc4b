/** All raw sources of a content folder to its reports: files in, Markdown out. */
import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentFile } from '../content.ts';
import { type Diagnostic, diagnose } from '../diagnostics.ts';
import { loadFigureRules } from '../figures/rules.ts';
import type { KnownAgency } from '../ingest/agency-id.ts';
import { loadIngestRules } from '../ingest/rules.ts';
import { printReport } from '../report/markdown.ts';
import type { Report } from '../report/report.ts';
import { listReports, reportId, reportPath, writeReport } from '../report/store.ts';
import { agencyOf, parseAgencies, printAgencies } from './agencies.ts';
import {
  type Draft,
  type Normalised,
  type NormaliseRules,
  normaliseReport,
  type RawSource,
} from './report.ts';

export interface FolderRun {
  diagnostics: Diagnostic[];
  /** Sources read, and how many of them gave a report. */
  sources: number;
  reports: Report[];
  /** Agencies that the run added to agencies.yaml. */
  newAgencies: KnownAgency[];
  /** Files below the content folder that were written or taken out, or would be. */
  changed: string[];
}

/** Reads sources into drafts: one after the other, or by a pool of workers. */
export type ReadSources = (
  sources: Iterable<RawSource>,
  rules: NormaliseRules,
) => Normalised[] | Promise<Normalised[]>;

export interface FolderOptions {
  /** Changes nothing on disk. */
  check?: boolean;
  /** How the sources are read; in this thread where it is not given. */
  read?: ReadSources;
}

/** Loads the rules that reading the sources of `content` depends on. */
export function loadNormaliseRules(content: string): NormaliseRules {
  const read = (name: string) => readFileSync(contentFile(content, name), 'utf8');
  return { ingest: loadIngestRules(read), figures: loadFigureRules(read) };
}

/** Normalises every file below `<content>/raw` and brings `<content>/reports` and agencies.yaml up to date. */
export async function normaliseFolder(content: string, options: FolderOptions = {}): Promise<FolderRun> {
  const rules = loadNormaliseRules(content);
  const { files, diagnostics } = listRaw(join(content, 'raw'));
  const sources = readRaw(join(content, 'raw'), files, diagnostics);
  const results = await (options.read ?? readHere)(sources, rules);
  diagnostics.push(...results.flatMap((result) => result.diagnostics));

  const agenciesFile = join(content, 'agencies.yaml');
  const before = existsSync(contentFile(content, 'agencies.yaml'))
    ? readFileSync(contentFile(content, 'agencies.yaml'), 'utf8')
    : '';
  const agencies = parseAgencies(before);
  const newAgencies: KnownAgency[] = [];
  // Ids go by the order of the files' names, so that a run gives the same ids wherever it runs.
  const drafts = results.flatMap(({ draft }) => draft ?? []);
  const reports = drafts.map(({ metadata, blocks, agency }: Draft): Report => {
    const { agency: known, isNew } = agencyOf(agency, agencies);
    if (isNew) newAgencies.push(known);
    return { metadata: { ...metadata, agencyId: known.id }, blocks };
  });
  const kept = oneOfEach(reports, diagnostics);

  const changed = bringUpToDate(content, kept, options.check ?? false);
  const after = printAgencies(agencies);
  if (after !== before) {
    changed.push('agencies.yaml');
    if (!options.check) writeFileSync(agenciesFile, after);
  }
  return { diagnostics, sources: files.length, reports: kept, newAgencies, changed };
}

function readHere(sources: Iterable<RawSource>, rules: NormaliseRules): Normalised[] {
  return Array.from(sources, (source) => normaliseReport(source, rules));
}

/** Files below `root` in the order of their paths. Links are named and never followed. */
function listRaw(root: string): { files: string[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const files: string[] = [];
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name)
      .slice(root.length + 1)
      .replaceAll('\\', '/');
    if (entry.isSymbolicLink())
      diagnostics.push(
        diagnose('symbolic-link', {
          file,
          message: 'links are not followed',
          hint: 'copy the file itself into raw',
        }),
      );
    else if (entry.isFile() && !entry.name.startsWith('.') && !/\.ya?ml$/i.test(entry.name)) files.push(file);
  }
  return { files: files.sort(), diagnostics };
}

function* readRaw(root: string, files: readonly string[], diagnostics: Diagnostic[]): Generator<RawSource> {
  for (const file of files) {
    try {
      if (lstatSync(join(root, file)).isFile()) yield { file, bytes: readFileSync(join(root, file)) };
    } catch (error) {
      const why = (error as NodeJS.ErrnoException).code ?? String(error);
      diagnostics.push(
        diagnose('unreadable-file', {
          file,
          message: `it cannot be read (${why})`,
          hint: 'check its rights',
        }),
      );
    }
  }
}

/** Of two sources of one report the one whose bytes hash first is kept; both are named. */
function oneOfEach(reports: readonly Report[], diagnostics: Diagnostic[]): Report[] {
  return [...Map.groupBy(reports, ({ metadata }) => reportId(metadata))].map(([id, same]) => {
    const [kept, ...others] = same.toSorted((a, b) =>
      a.metadata.source.sha256 < b.metadata.source.sha256 ? -1 : 1,
    );
    for (const { metadata } of others)
      diagnostics.push(
        diagnose('same-report', {
          file: metadata.source.file,
          message: `it is ${id}, as ${kept?.metadata.source.file} is`,
          hint: 'keep one of them in raw',
        }),
      );
    return kept as Report;
  });
}

/** Writes reports that changed and takes out those without a source. */
function bringUpToDate(content: string, reports: readonly Report[], check: boolean): string[] {
  const ids = new Set<string>(reports.map(({ metadata }) => reportId(metadata)));
  const gone = existsSync(join(content, 'reports')) ? listReports(content).filter((id) => !ids.has(id)) : [];
  const changed = reports.filter((report) => {
    const path = reportPath(content, reportId(report.metadata));
    return !existsSync(path) || readFileSync(path, 'utf8') !== printReport(report);
  });
  if (!check) {
    for (const report of changed) writeReport(content, report);
    for (const id of gone) rmSync(reportPath(content, id));
  }
  return [
    ...changed.map(({ metadata }) => `reports/${reportId(metadata)}.md`),
    ...gone.map((id) => `reports/${id}.md`),
  ].sort();
}
