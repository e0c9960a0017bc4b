/** What an edition consists of, so that whoever holds a copy can tell whether it is whole and unchanged. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fileDigest, listFiles } from '../files.ts';
import { EDITION_FILES, type Edition, editionSchema } from './edition.ts';

const SHA256 = z.string().regex(/^[0-9a-f]{64}$/);
const fileSchema = z.strictObject({ bytes: z.number().int().nonnegative(), sha256: SHA256 });

export const manifestSchema = z.strictObject({
  edition: editionSchema,
  /** SHA-256 of the file SHA256SUMS: one number that stands for the content of the whole site. */
  digest: SHA256,
  /** Every file of the site but manifest.json and SHA256SUMS themselves, by path, in code-unit order. */
  files: z.record(z.string(), fileSchema),
  /** The files that the zip holds beside the site. */
  beside: z.record(z.string(), fileSchema),
});

export type FileDigest = z.infer<typeof fileSchema>;
export type Manifest = z.infer<typeof manifestSchema>;

export const MANIFEST = 'manifest.json';
export const SUMS = 'SHA256SUMS';

/** Size and SHA-256 of bytes in memory. */
export function digestOf(bytes: Uint8Array | string): FileDigest {
  const content = Buffer.from(bytes);
  return { bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}

/** Size and SHA-256 of every file of the site in `folder`, but of the two that list them. `known` are not read. */
export function digestSite(
  folder: string,
  known: ReadonlyMap<string, FileDigest> = new Map(),
): Record<string, FileDigest> {
  const paths = listFiles(folder).filter((path) => path !== MANIFEST && path !== SUMS);
  return Object.fromEntries(paths.map((path) => [path, known.get(path) ?? fileDigest(join(folder, path))]));
}

/** SHA256SUMS as `sha256sum -c` reads it. */
export function printSums(files: Readonly<Record<string, FileDigest>>): string {
  return Object.entries(files)
    .map(([path, { sha256 }]) => `${sha256}  ${path}\n`)
    .join('');
}

/**
 * Writes manifest.json and SHA256SUMS into the finished site in the folder `site`; `sha256` is manifest.json's, and
 * `known` are files that need not be read.
 */
export function writeManifest(
  site: string,
  edition: Edition,
  known?: ReadonlyMap<string, FileDigest>,
): Manifest & { sha256: string } {
  const files = digestSite(site, known);
  const sums = printSums(files);
  const beside = Object.fromEntries(
    Object.entries(EDITION_FILES).map(([name, print]) => [name, digestOf(print(edition))]),
  );
  const manifest: Manifest = { edition, digest: digestOf(sums).sha256, files, beside };
  writeFileSync(join(site, SUMS), sums);
  const text = `${JSON.stringify(manifest, undefined, 1)}\n`;
  writeFileSync(join(site, MANIFEST), text);
  return { ...manifest, sha256: digestOf(text).sha256 };
}

/** @throws {Error} saying what is wrong with it. */
export function parseManifest(text: string): Manifest {
  return manifestSchema.parse(JSON.parse(text));
}

/** The manifest of the site in `folder`. @throws {Error} where it has none, or a damaged one. */
export function readManifest(folder: string): Manifest {
  return parseManifest(readFileSync(join(folder, MANIFEST), 'utf8'));
}
