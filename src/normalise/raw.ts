/** The files of content/raw: sources in, and the copies that may be published. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, diagnose } from '../diagnostics.ts';
import { extract } from '../ingest/extract.ts';
import { hide } from '../ingest/privacy.ts';
import { parseSidecar } from '../ingest/sidecar.ts';
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
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name).slice(join(root, '/').length).replaceAll('\\', '/');
    if (entry.isSymbolicLink()) diagnostics.push(said('symbolic-link', file, 'links are not followed'));
    else if (entry.isFile() && !entry.name.startsWith('.') && !SIDECAR.test(entry.name)) files.push(file);
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
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/**
 * The bytes of a raw file as they may be published: as collected, or where something in them is redacted or
 * masked its text as UTF-8 with a byte order mark, without it.
 */
export async function publicRaw(content: string, file: string): Promise<Uint8Array> {
  const root = join(content, 'raw');
  const bytes = readFileSync(join(root, file));
  const extracted = await extract(file, bytes);
  if ('code' in extracted) return bytes;
  const { text, counts } = hide(extracted.text, parseSidecar(readSidecar(root, file) ?? ''));
  return counts.size === 0 ? bytes : new TextEncoder().encode(`\ufeff${text}`);
}

function said(code: 'symbolic-link' | 'unreadable-file', file: string, message: string): Diagnostic {
  return diagnose(code, { file, message, hint: HINTS[code] ?? '' });
}
