/** The one reader of reports on disk: <content>/reports/<agencyId>/<year>.md. */
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../files.ts';
import { parseBody } from './body.ts';
import { endOfFrontmatter } from './frontmatter.ts';
import { parseMetadata, parsePrinted, parseReport } from './markdown.ts';
import type { Block, Report } from './report.ts';
import type { Metadata, Source } from './schema.ts';

/** Identifies a report: `<agencyId>/<year>`. It is also the middle of its URL. */
export type ReportId = `${string}/${number}`;

export function reportId({ agencyId, year }: Pick<Metadata, 'agencyId' | 'year'>): ReportId {
  return `${agencyId}/${year}`;
}

export function reportPath(content: string, id: ReportId): string {
  return join(content, 'reports', `${id}.md`);
}

/** Ids of all reports below `content`, by agency id and year. Links are not followed. */
export function listReports(content: string): ReportId[] {
  return listFiles(join(content, 'reports'))
    .filter((path) => /\/\d{4}\.md$/.test(path))
    .map((path) => path.slice(0, -'.md'.length) as ReportId)
    .sort();
}

/** @throws {SyntaxError} naming the file and what is wrong in it. */
export function readReport(content: string, id: ReportId): Report {
  return read(reportPath(content, id), parseReport);
}

/**
 * The report that an archive holds the metadata of: only its text is read, as reading metadata takes longer.
 * @throws {SyntaxError} as readReport does.
 */
export function readText(content: string, metadata: Metadata): Report {
  return { metadata, blocks: readBlocks(content, reportId(metadata)) };
}

/** The text alone. @throws {SyntaxError} as readReport does. */
export function readBlocks(content: string, id: ReportId): Block[] {
  return readBytes(reportPath(content, id), (bytes) =>
    parseBody(bytes.toString('utf8', endOfFrontmatter(bytes))),
  );
}

/**
 * An older text of a report, as the source with that hash had it: `<agencyId>/<year>.<8 hex digits>.md`.
 * Undefined where it is the text that the report shows. @throws {SyntaxError} as readReport does.
 */
export function readOlder(
  content: string,
  id: ReportId,
  { sha256 }: Pick<Source, 'sha256'>,
): Report | undefined {
  const path = join(content, 'reports', `${id}.${sha256.slice(0, 8)}.md`);
  return existsSync(path) ? read(path, parseReport) : undefined;
}

/** Metadata alone: the body is not parsed. @throws {SyntaxError} as readReport does. */
export function readMetadata(content: string, id: ReportId): Metadata {
  return read(reportPath(content, id), (file) => parseMetadata(file).metadata);
}

/** What an archive holds of a report. */
export interface Entry {
  metadata: Metadata;
  /** SHA-256 of the file: changes with anything in the report. */
  fingerprint: string;
}

/**
 * @param printed fingerprints of files that printReport is known to have printed
 * @throws {SyntaxError} as readReport does.
 */
export function readEntry(content: string, id: ReportId, printed: ReadonlySet<string>): Entry {
  return readBytes(reportPath(content, id), (bytes) => {
    const fingerprint = hash('sha256', bytes);
    // decoding the text as well would take as long again
    const file = bytes.toString('utf8', 0, endOfFrontmatter(bytes));
    return {
      metadata: printed.has(fingerprint) ? parsePrinted(file) : parseMetadata(file).metadata,
      fingerprint,
    };
  });
}

function read<T>(path: string, parse: (file: string) => T): T {
  return readBytes(path, (bytes) => parse(bytes.toString()));
}

function readBytes<T>(path: string, parse: (bytes: Buffer) => T): T {
  try {
    return parse(readFileSync(path));
  } catch (error) {
    throw new SyntaxError(`${path}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}
