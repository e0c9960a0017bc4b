/** Generated Markdown on disk: what changed, what is gone, and what somebody edited by hand. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listFiles, writeWhole } from '../files.ts';
import { FENCE } from '../report/frontmatter.ts';
import { printReport } from '../report/markdown.ts';
import type { Report } from '../report/report.ts';
import { reportId } from '../report/store.ts';
import type { Versioned } from './versions.ts';

const DIGEST = /^digest: "[0-9a-f]{64}"\n/m;

/**
 * A report's Markdown with the digest of itself in its frontmatter. Without it a file that the rules would now
 * write otherwise could not be told from one that somebody edited, and no second copy has to be kept. The digest is
 * the last line of the frontmatter.
 */
export function printSealed(report: Report): string {
  const file = printReport(report);
  return file.replace(FENCE, `\ndigest: "${sha256(file)}"${FENCE}`);
}

/** True where a generated file is not what was written. A file that was never sealed is taken as edited. */
export function isEdited(markdown: string): boolean {
  const sealed = DIGEST.exec(markdown)?.[0];
  return sealed !== `digest: "${sha256(markdown.replace(DIGEST, ''))}"\n`;
}

/** A file below content/reports: its path there, with forward slashes, and its text. */
export type MarkdownFile = [path: string, text: string];

/** `<agencyId>/<year>.md`, and `<year>.<8 hex digits of its source>.md` for an older text. */
export function filesOf({ report, older }: Versioned): MarkdownFile[] {
  const id = reportId(report.metadata);
  return [
    [`${id}.md`, printSealed(report)],
    ...older.map(
      (version): MarkdownFile => [
        `${id}.${version.metadata.source.sha256.slice(0, 8)}.md`,
        printSealed(version),
      ],
    ),
  ];
}

/** Of a text, or of a file; undefined where there is no file. */
export function sha256(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex');
}

export function sha256OnDisk(file: string): string | undefined {
  return existsSync(file) ? sha256(readFileSync(file)) : undefined;
}

export interface OutputRules {
  /** Changes nothing on disk. */
  check: boolean;
  /** Overwrites and removes what was edited by hand. */
  force: boolean;
}

export interface OutputLog {
  /** Files that were written or removed, or would be. */
  changed: string[];
  /** Files that were edited by hand and should be overwritten or removed; kept unless forced. */
  edited: string[];
}

/** Brings one file below `root` up to date: writes `text`, or removes the file where there is none for it. */
export function bringUpToDate(
  root: string,
  path: string,
  text: string | undefined,
  { check, force }: OutputRules,
  { changed, edited }: OutputLog,
): void {
  const file = join(root, path);
  const present = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (present === text) return;
  if (present !== undefined && isEdited(present)) {
    edited.push(path);
    if (!force) return;
  }
  changed.push(path);
  if (check) return;
  if (text === undefined) rmSync(file);
  else {
    mkdirSync(dirname(file), { recursive: true });
    // half a report would be taken for one that was edited by hand, and kept
    writeWhole(file, text);
  }
}

const GENERATED = /(?:^|\/)\d{4}(?:\.[0-9a-f]{8})?\.md$/;

/** Files below `root` that earlier runs may have written. */
export function generatedFiles(root: string): string[] {
  return existsSync(root) ? listFiles(root).filter((path) => GENERATED.test(path)) : [];
}
