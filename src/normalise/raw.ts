/** The files of content/raw: sources in, and the copies that may be published. */
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, diagnose } from '../diagnostics.ts';
import { entriesBelow } from '../files.ts';
import { decode } from '../ingest/decode.ts';
import { hide } from '../ingest/privacy.ts';
import { parseSidecar } from '../ingest/sidecar.ts';
import type { Source } from '../report/schema.ts';
import { HINTS } from './hints.ts';
import type { RawSource } from './report.ts';

const SIDECAR = /\.ya?ml$/i;

/**
 * Files below `root` in the order of their paths, sidecars apart. Links are named and never followed; hidden
 * files are passed over.
 */
export function listRaw(root: string): { files: string[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const files: string[] = [];
  for (const { path: file, entry } of entriesBelow(root)) {
    if (entry.isSymbolicLink()) diagnostics.push(said('symbolic-link', file, 'links are not followed'));
    else if (entry.name.startsWith('.')) continue;
    else if (!entry.isFile())
      diagnostics.push(said('unreadable-file', file, 'it is neither a file nor a folder'));
    else if (!SIDECAR.test(entry.name)) files.push(file);
  }
  return { files: files.sort(), diagnostics: diagnostics.sort((a, b) => (a.file < b.file ? -1 : 1)) };
}

/** Sources one at a time; one that cannot be read is named in `diagnostics`. */
export function* readRaw(
  root: string,
  files: readonly string[],
  diagnostics: Diagnostic[],
): Generator<RawSource> {
  for (const file of files) {
    try {
      const sidecar = readSidecar(root, file);
      yield { file, bytes: readFileSync(join(root, file)), ...(sidecar !== undefined && { sidecar }) };
    } catch (error) {
      const why = (error as NodeJS.ErrnoException).code ?? String(error);
      diagnostics.push(said('unreadable-file', file, `it cannot be read (${why})`));
    }
  }
}

function readSidecar(root: string, file: string): string | undefined {
  const path = join(root, `${file}.yaml`);
  // A link is no sidecar, as it is no source.
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found && !found.isSymbolicLink() ? readFileSync(path, 'utf8') : undefined;
}

/**
 * The bytes of a source as they may be published: as collected; where something in a text is redacted or masked,
 * the text without it, as UTF-8 with a byte order mark; for a document with such words, or a report that was
 * withdrawn, a sentence that says so.
 */
export function publicRaw(content: string, { file, hidden }: Pick<Source, 'file' | 'hidden'>): Uint8Array {
  const root = join(content, 'raw');
  const bytes = readFileSync(join(root, file));
  if (!hidden) return bytes;
  const sidecar = parseSidecar(readSidecar(root, file) ?? '');
  const decoded = decode(bytes);
  const shown = sidecar.withdrawn
    ? '本报告已撤下，原文不再公开。'
    : 'code' in decoded
      ? '原件含有已隐去的内容，不予公开。'
      : hide(decoded.text, sidecar).text;
  return new TextEncoder().encode(`\ufeff${shown}`);
}

function said(code: 'symbolic-link' | 'unreadable-file', file: string, message: string): Diagnostic {
  return diagnose(code, { file, message, hint: HINTS[code] ?? '' });
}
