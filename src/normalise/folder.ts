/** All raw sources of a content folder to its reports: files in, Markdown out. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentFile } from '../content.ts';
import { type Diagnostic, diagnose } from '../diagnostics.ts';
import { loadCheckRules } from '../figures/check-rules.ts';
import { loadFigureRules } from '../figures/rules.ts';
import { writeWhole } from '../files.ts';
import type { KnownAgency } from '../ingest/agency-id.ts';
import { loadIngestRules } from '../ingest/rules.ts';
import { parseMetadata } from '../report/markdown.ts';
import type { Metadata } from '../report/schema.ts';
import { type ReportId, reportId } from '../report/store.ts';
import { type AgencyRegister, createRegister, parseAgencies, printAgencies } from './agencies.ts';
import { HINTS } from './hints.ts';
import {
  bringUpToDate,
  filesOf,
  generatedFiles,
  type OutputLog,
  type OutputRules,
  sha256,
  sha256OnDisk,
} from './output.ts';
import { listRaw, readRaw } from './raw.ts';
import { type Reader, readHere, type SourceRead } from './read.ts';
import type { NormaliseRules } from './report.ts';
import { type ReviewItem, reviewAgency, reviewChange, reviewReport } from './review.ts';
import { joinVersions, shareText } from './versions.ts';

export interface FolderRun {
  diagnostics: Diagnostic[];
  /** Sources that were found. */
  sources: number;
  /** Sources that gave no report. */
  leftOut: number;
  /** In the order of the files that they were first found in. */
  reports: ReportId[];
  /** SHA-256 of the reports' files as the run prints them. */
  printed: ReadonlySet<string>;
  /** Agencies that the run added to agencies.yaml. */
  newAgencies: KnownAgency[];
  /** Files below the content folder that were written or taken out, or would be. */
  changed: string[];
  /** What an editor should look at. */
  review: ReviewItem[];
}

export interface FolderOptions {
  /** Changes nothing on disk. */
  check?: boolean;
  /** Overwrites Markdown that was edited by hand. */
  force?: boolean;
  /** How the sources are read; in this thread where it is not given. */
  reader?: Reader;
}

/** Loads the rules that reading the sources of `content` depends on. @throws {Error} naming the file that is wrong. */
export function loadNormaliseRules(content: string): NormaliseRules {
  const read = (name: string) => readFileSync(contentFile(content, name), 'utf8');
  return { ingest: loadIngestRules(read), figures: loadFigureRules(read), checks: loadCheckRules(read) };
}

/**
 * Normalises every file below `<content>/raw` and brings `<content>/reports` and agencies.yaml up to date. One
 * report is in memory at a time.
 */
export async function normaliseFolder(content: string, options: FolderOptions = {}): Promise<FolderRun> {
  const { check = false, force = false, reader = readHere } = options;
  const raw = join(content, 'raw');
  const { files, diagnostics } = listRaw(raw);
  const results = await reader.read(readRaw(raw, files, diagnostics), () => loadNormaliseRules(content));
  diagnostics.push(...results.flatMap((result) => result.diagnostics));
  const drafts = results.flatMap(({ draft }) => draft ?? []);

  const agencies = loadAgencies(content);
  const register = createRegister(agencies.known);
  const { reports, strangers } = groupByReport(drafts, register);
  diagnostics.push(...strangers.map(sayStranger));

  const root = join(content, 'reports');
  const log: OutputLog = { changed: [], edited: [] };
  const left = new Set(generatedFiles(root));
  const review = register.added.map(reviewAgency);
  const printed = new Set<string>();
  for (const report of reports.values()) {
    const updated = updateReport(report, root, reader, { check, force }, log);
    review.push(...updated.review);
    for (const { path, sha256 } of updated.files) {
      left.delete(path);
      printed.add(sha256);
    }
  }
  for (const path of left) bringUpToDate(root, path, undefined, { check, force }, log);
  reader.forget();
  diagnostics.push(...log.edited.sort().map((file) => sayEdited(file, force)));

  const after = printAgencies(agencies.known);
  if (!check && after !== agencies.text) writeWhole(join(content, 'agencies.yaml'), after);
  return {
    diagnostics,
    sources: files.length,
    leftOut: files.length - drafts.length + strangers.length,
    reports: [...reports.keys()],
    printed,
    newAgencies: register.added,
    changed: [
      ...log.changed.map((file) => `reports/${file}`),
      ...(after === agencies.text ? [] : ['agencies.yaml']),
    ].sort(),
    review,
  };
}

function loadAgencies(content: string): { text: string; known: KnownAgency[] } {
  const file = contentFile(content, 'agencies.yaml');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return { text, known: parseAgencies(text) };
}

type DraftRead = NonNullable<SourceRead['draft']>;

/** The drafts of one report. */
interface Drafts {
  id: ReportId;
  agencyId: string;
  drafts: DraftRead[];
}

/** Two texts of one name and year that nothing else tells to be of one body. */
interface Strangers {
  name: string;
  kept: DraftRead;
  leftOut: DraftRead;
}

/** Ids go by the order of the files' names, so that a run gives the same ids wherever it runs. */
function groupByReport(
  drafts: readonly DraftRead[],
  register: AgencyRegister,
): { reports: ReadonlyMap<ReportId, Drafts>; strangers: Strangers[] } {
  const reports = new Map<ReportId, Drafts>();
  const strangers: Strangers[] = [];
  for (const draft of drafts) {
    const { id: agencyId } = register.find(draft.agency);
    const id = reportId({ agencyId, year: draft.year });
    const report = reports.get(id) ?? { id, agencyId, drafts: [] };
    const [first] = report.drafts;
    if (first && isUnplaced(draft.agency) && !shareText(first.load().blocks, draft.load().blocks)) {
      strangers.push({ name: draft.agency.name, kept: first, leftOut: draft });
      continue;
    }
    report.drafts.push(draft);
    reports.set(id, report);
  }
  return { reports, strangers };
}

/** A name alone does not tell such a body from its namesakes elsewhere. */
function isUnplaced({ region, type }: DraftRead['agency']): boolean {
  return region === undefined && type !== 'ministry';
}

function sayStranger({ name, kept, leftOut }: Strangers): Diagnostic {
  const fileOf = ({ load }: DraftRead) => load().metadata.source.file;
  return diagnose('same-report', {
    file: fileOf(leftOut),
    message: `its year and ${name} are those of ${fileOf(kept)}, its text is not, and neither says of which place`,
    hint: HINTS['same-report'] ?? '',
  });
}

/** What a report comes to, whatever is on disk: it depends on its drafts and its id alone. */
interface Summary {
  files: { path: string; sha256: string }[];
  review: ReviewItem[];
}

/** Brings the files of one report up to date. It is printed only where they are not what they were the last time. */
function updateReport(
  { id, agencyId, drafts }: Drafts,
  root: string,
  reader: Reader,
  rules: OutputRules,
  log: OutputLog,
): Summary {
  let printed: ReturnType<typeof print> | undefined;
  const print = () => {
    const versioned = joinVersions(
      drafts.map(({ load }) => {
        const { metadata, blocks } = load();
        return { metadata: { ...metadata, agencyId }, blocks };
      }),
    );
    return { metadata: versioned.report.metadata, files: filesOf(versioned) };
  };
  const summarise = (): Summary => {
    printed = print();
    return {
      files: printed.files.map(([path, text]) => ({ path, sha256: sha256(text) })),
      review: reviewReport(printed.metadata),
    };
  };
  const kept = reader.remember([id, ...drafts.map(({ key }) => key)], () => JSON.stringify(summarise()));
  const summary: Summary = JSON.parse(kept);
  if (summary.files.every(({ path, sha256 }) => sha256OnDisk(join(root, path)) === sha256)) return summary;
  const { metadata, files } = printed ?? print();
  const before = metadataOnDisk(join(root, `${id}.md`));
  for (const [path, text] of files) bringUpToDate(root, path, text, rules, log);
  return { ...summary, review: [...(before ? reviewChange(before, metadata) : []), ...summary.review] };
}

function sayEdited(file: string, force: boolean): Diagnostic {
  return diagnose('edited-by-hand', {
    file: `reports/${file}`,
    message: force ? 'it was edited by hand and is overwritten' : 'it was edited by hand and is kept',
    hint: HINTS['edited-by-hand'] ?? '',
  });
}

/** The report as the last run wrote it; undefined where it is new or no longer readable. */
function metadataOnDisk(path: string): Metadata | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return parseMetadata(readFileSync(path, 'utf8')).metadata;
  } catch {
    return undefined;
  }
}
