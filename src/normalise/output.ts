/** Generated Markdown on disk: what changed, what is gone, and what somebody edited by hand. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { printReport } from '../report/markdown.ts';
import type { Report } from '../report/report.ts';
import { reportId } from '../report/store.ts';
import type { Versioned } from './versions.ts';

const DIGEST = /^digest: "[0-9a-f]{64}"\n/m;

/**
 * A report's Markdown with the digest of itself in its frontmatter. Without it a file that the rules would now
 * write otherwise could not be told from one that somebody edited, and no second copy has to be kept.
 */
export function printSealed(report: Report): string {
  const digest = createHash('sha256').update(printReport(report)).digest('hex');
  return printReport({ ...report, metadata: { ...report.metadata, digest } });
}

/** True where a generated file is not what was written. A file that was never sealed is taken as edited. */
export function isEdited(markdown: string): boolean {
  const sealed = DIGEST.exec(markdown)?.[0];
  const digest = createHash('sha256').update(markdown.replace(DIGEST, '')).digest('hex');
  return sealed !== `digest: "${digest}"\n`;
}

/** What a run would change below `reports`. Paths are relative to it, with forward slashes. */
export interface OutputPlan {
  /** Files to write, with their text. */
  write: Map<string, string>;
  /** Files without a source. */
  remove: string[];
  /** Files that were edited by hand and would be overwritten or removed. */
  edited: string[];
}

/** Compares reports with the files below `root`. */
export function planOutput(root: string, reports: readonly Versioned[]): OutputPlan {
  const wanted = new Map(reports.flatMap(filesOf));
  const present = existsSync(root)
    ? readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && GENERATED.test(entry.name))
        .map((entry) =>
          join(entry.parentPath, entry.name).slice(join(root, '/').length).replaceAll('\\', '/'),
        )
    : [];
  const onDisk = new Map(present.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
  const write = new Map([...wanted].filter(([file, text]) => onDisk.get(file) !== text));
  const remove = present.filter((file) => !wanted.has(file)).sort();
  const edited = [...write.keys(), ...remove].filter((file) => isEdited(onDisk.get(file) ?? SEALED)).sort();
  return { write, remove, edited };
}

const GENERATED = /^\d{4}(?:\.[0-9a-f]{8})?\.md$/;
/** What a file that is not there counts as: nobody edited it. */
const SEALED = `digest: "${createHash('sha256').update('').digest('hex')}"\n`;

/** `<agencyId>/<year>.md`, and `<year>.<8 hex digits of its source>.md` for an older text. */
function filesOf({ report, older }: Versioned): [file: string, text: string][] {
  const id = reportId(report.metadata);
  return [
    [`${id}.md`, printSealed(report)],
    ...older.map((version): [string, string] => [
      `${id}.${version.metadata.source.sha256.slice(0, 8)}.md`,
      printSealed(version),
    ]),
  ];
}

/** Carries a plan out, but for the files in `spare`. */
export function writeOutput(root: string, { write, remove }: OutputPlan, spare: ReadonlySet<string>): void {
  for (const [file, text] of write) {
    if (spare.has(file)) continue;
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  for (const file of remove) if (!spare.has(file)) rmSync(join(root, file));
}
