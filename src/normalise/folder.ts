/** All raw sources of a content folder to its reports: files in, Markdown out. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentFile } from '../content.ts';
import { type Diagnostic, diagnose } from '../diagnostics.ts';
import { loadCheckRules } from '../figures/check-rules.ts';
import { loadFigureRules } from '../figures/rules.ts';
import type { KnownAgency } from '../ingest/agency-id.ts';
import { loadIngestRules } from '../ingest/rules.ts';
import { parseMetadata } from '../report/markdown.ts';
import type { Report } from '../report/report.ts';
import type { Metadata } from '../report/schema.ts';
import { reportId } from '../report/store.ts';
import { agencyOf, parseAgencies, printAgencies } from './agencies.ts';
import { HINTS } from './hints.ts';
import { planOutput, writeOutput } from './output.ts';
import { listRaw, readRaw } from './raw.ts';
import {
  type Draft,
  type Normalised,
  type NormaliseRules,
  normaliseReport,
  type RawSource,
} from './report.ts';
import { type ReviewItem, reviewAgency, reviewReport } from './review.ts';
import { joinVersions } from './versions.ts';

export interface FolderRun {
  diagnostics: Diagnostic[];
  /** Sources that were found. */
  sources: number;
  /** Sources that gave no report. */
  leftOut: number;
  reports: Report[];
  /** Agencies that the run added to agencies.yaml. */
  newAgencies: KnownAgency[];
  /** Files below the content folder that were written or taken out, or would be. */
  changed: string[];
  /** What an editor should look at. */
  review: ReviewItem[];
}

/** Reads sources into drafts: one after the other, or by a pool of workers. */
export type ReadSources = (sources: Iterable<RawSource>, rules: NormaliseRules) => Promise<Normalised[]>;

export interface FolderOptions {
  /** Changes nothing on disk. */
  check?: boolean;
  /** Overwrites Markdown that was edited by hand. */
  force?: boolean;
  /** How the sources are read; in this thread where it is not given. */
  read?: ReadSources;
}

/** Loads the rules that reading the sources of `content` depends on. @throws {Error} naming the file that is wrong. */
export function loadNormaliseRules(content: string): NormaliseRules {
  const read = (name: string) => readFileSync(contentFile(content, name), 'utf8');
  return { ingest: loadIngestRules(read), figures: loadFigureRules(read), checks: loadCheckRules(read) };
}

/** Normalises every file below `<content>/raw` and brings `<content>/reports` and agencies.yaml up to date. */
export async function normaliseFolder(content: string, options: FolderOptions = {}): Promise<FolderRun> {
  const raw = join(content, 'raw');
  const { files, diagnostics } = listRaw(raw);
  const results = await (options.read ?? readHere)(
    readRaw(raw, files, diagnostics),
    loadNormaliseRules(content),
  );
  diagnostics.push(...results.flatMap((result) => result.diagnostics));
  const drafts = results.flatMap(({ draft }) => draft ?? []);

  const agencies = loadAgencies(content);
  const { reports, newAgencies } = identifyAll(drafts, agencies.known);
  const versioned = joinVersions(reports);

  const root = join(content, 'reports');
  const plan = planOutput(root, versioned);
  for (const file of plan.edited)
    diagnostics.push(
      diagnose('edited-by-hand', {
        file: `reports/${file}`,
        message: options.force
          ? 'it was edited by hand and is overwritten'
          : 'it was edited by hand and is kept',
        hint: HINTS['edited-by-hand'] ?? '',
      }),
    );
  const shown = versioned.map(({ report }) => report);
  const review = [
    ...newAgencies.map(reviewAgency),
    ...shown.flatMap(({ metadata }) => reviewReport(metadataOnDisk(root, metadata), metadata)),
  ];

  const spare = new Set(options.force ? [] : plan.edited);
  const after = printAgencies(agencies.known);
  const changed = [...plan.write.keys(), ...plan.remove].filter((file) => !spare.has(file));
  if (!options.check) {
    writeOutput(root, plan, spare);
    if (after !== agencies.text) writeFileSync(join(content, 'agencies.yaml'), after);
  }
  return {
    diagnostics,
    sources: files.length,
    leftOut: files.length - drafts.length,
    reports: shown,
    newAgencies,
    changed: [
      ...changed.map((file) => `reports/${file}`),
      ...(after === agencies.text ? [] : ['agencies.yaml']),
    ].sort(),
    review,
  };
}

function readHere(sources: Iterable<RawSource>, rules: NormaliseRules): Promise<Normalised[]> {
  return Promise.all(Array.from(sources, (source) => normaliseReport(source, rules)));
}

function loadAgencies(content: string): { text: string; known: KnownAgency[] } {
  const file = contentFile(content, 'agencies.yaml');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return { text, known: parseAgencies(text) };
}

/** Ids go by the order of the files' names, so that a run gives the same ids wherever it runs. */
function identifyAll(
  drafts: readonly Draft[],
  agencies: KnownAgency[],
): { reports: Report[]; newAgencies: KnownAgency[] } {
  const newAgencies: KnownAgency[] = [];
  const reports = drafts.map(({ metadata, blocks, agency }): Report => {
    const { agency: known, isNew } = agencyOf(agency, agencies);
    if (isNew) newAgencies.push(known);
    return { metadata: { ...metadata, agencyId: known.id }, blocks };
  });
  return { reports, newAgencies };
}

/** The report as the last run wrote it; undefined where it is new or no longer readable. */
function metadataOnDisk(root: string, metadata: Metadata): Metadata | undefined {
  const path = join(root, `${reportId(metadata)}.md`);
  if (!existsSync(path)) return undefined;
  try {
    return parseMetadata(readFileSync(path, 'utf8')).metadata;
  } catch {
    return undefined;
  }
}
