/** Holds an edition, as a zip or unpacked, against the manifest it carries. */
import { createHash } from 'node:crypto';
import { existsSync, openAsBlob, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { BlobReader, type Entry, ZipReader } from '@zip.js/zip.js';
import { fileDigest, listFiles } from '../files.ts';
import { FOLDER } from './edition.ts';
import {
  digestOf,
  type FileDigest,
  MANIFEST,
  type Manifest,
  parseManifest,
  printSums,
  SUMS,
} from './manifest.ts';

export interface Difference {
  path: string;
  kind: 'changed' | 'missing' | 'extra';
}

export interface Verdict {
  manifest: Manifest;
  /** Empty where everything is as it was published. By path. */
  differences: Difference[];
}

/** The files of a copy: path to size and hash, and the text of its manifest. */
interface Copy {
  files: Map<string, FileDigest>;
  manifest: string | undefined;
  /** Where the site lies in it: '' or `fazhi-archive/`. */
  prefix: string;
}

/**
 * Names every file that differs from the manifest, in a zip or in a folder (a built site, or an unpacked zip).
 * @throws {Error} where `path` is no zip and no folder, or has no readable manifest.
 */
export async function verify(path: string): Promise<Verdict> {
  const folder = statSync(path).isDirectory();
  const copy = folder ? readFolder(path) : await readZip(path);
  if (copy.manifest === undefined) throw new Error(`${path} has no ${copy.prefix}${MANIFEST}`);
  const manifest = parseManifest(copy.manifest);
  const differences = compare(expected(manifest, copy.prefix), copy.files);
  if (!folder) differences.push(...compareChecksum(path));
  return { manifest, differences };
}

/** What the manifest says should be there, under the names that a copy with `prefix` gives it. */
function expected({ files, beside, digest }: Manifest, prefix: string): Map<string, Partial<FileDigest>> {
  const site = Object.entries(files).map(([path, file]) => [`${prefix}${path}`, file] as const);
  return new Map<string, Partial<FileDigest>>([
    ...site,
    ...(prefix === '' ? [] : Object.entries(beside)),
    // The digest stands for the list: one that was changed along with a file shows here.
    [`${prefix}${SUMS}`, { sha256: digestOf(printSums(files)).sha256 === digest ? digest : '' }],
    [`${prefix}${MANIFEST}`, {}],
  ]);
}

function compare(
  wanted: ReadonlyMap<string, Partial<FileDigest>>,
  found: ReadonlyMap<string, FileDigest>,
): Difference[] {
  return [...new Set([...wanted.keys(), ...found.keys()])].sort().flatMap((path): Difference[] => {
    const want = wanted.get(path);
    const have = found.get(path);
    if (!want) return [{ path, kind: 'extra' }];
    if (!have) return [{ path, kind: 'missing' }];
    const same = want.sha256 === undefined || want.sha256 === have.sha256;
    return same ? [] : [{ path, kind: 'changed' }];
  });
}

/** The zip itself against the .sha256 beside it, where there is one. */
function compareChecksum(zip: string): Difference[] {
  const checksum = `${zip}.sha256`;
  if (!existsSync(checksum)) return [];
  const [wanted] = readFileSync(checksum, 'utf8').split(' ');
  return wanted === fileDigest(zip).sha256 ? [] : [{ path: basename(zip), kind: 'changed' }];
}

function readFolder(path: string): Copy {
  const prefix = existsSync(join(path, MANIFEST)) ? '' : `${FOLDER}/`;
  const manifest = join(path, prefix, MANIFEST);
  return {
    prefix,
    manifest: existsSync(manifest) ? readFileSync(manifest, 'utf8') : undefined,
    files: new Map(listFiles(path).map((file) => [file, fileDigest(join(path, file))])),
  };
}

async function readZip(path: string): Promise<Copy> {
  const prefix = `${FOLDER}/`;
  const zip = new ZipReader(new BlobReader(await openAsBlob(path)), { useWebWorkers: false });
  const files = new Map<string, FileDigest>();
  let manifest: string | undefined;
  for await (const entry of zip.getEntriesGenerator()) {
    if (entry.directory) continue;
    const { text, ...digest } = await readEntry(entry, entry.filename === `${prefix}${MANIFEST}`);
    // Of two entries with one name a reader may take either: neither is what was published.
    files.set(entry.filename, files.has(entry.filename) ? { bytes: 0, sha256: '' } : digest);
    manifest ??= text;
  }
  await zip.close();
  return { prefix, manifest, files };
}

/** A damaged entry cannot be read: it has no hash, and so differs from any. */
async function readEntry(
  entry: Extract<Entry, { directory: false }>,
  keep: boolean,
): Promise<FileDigest & { text?: string }> {
  const hash = createHash('sha256');
  const kept: Uint8Array[] = [];
  let bytes = 0;
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      hash.update(chunk);
      bytes += chunk.length;
      if (keep) kept.push(chunk.slice());
    },
  });
  try {
    await entry.getData(sink);
  } catch {
    return { bytes, sha256: '' };
  }
  const digest = { bytes, sha256: hash.digest('hex') };
  return keep ? { ...digest, text: Buffer.concat(kept).toString() } : digest;
}
