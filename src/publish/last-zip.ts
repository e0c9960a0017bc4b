/** The zip of the last build, from which files that are the same are copied as they stand, compressed. */
import { existsSync, openAsBlob } from 'node:fs';
import { BlobReader, type FileEntry, TextWriter, ZipReader } from '@zip.js/zip.js';
import { FOLDER } from './edition.ts';
import { fileDigest } from './files.ts';
import { MANIFEST, type Manifest, parseManifest } from './manifest.ts';

/**
 * Entries of `zip` that hold what `manifest` says the new site holds, by their path in the site. None where the
 * zip is not there or is not the one with the digest `sha256`, as nothing vouches for its bytes then.
 */
export async function reusableEntries(
  zip: string,
  sha256: string | undefined,
  manifest: Manifest,
): Promise<ReadonlyMap<string, FileEntry>> {
  if (sha256 === undefined || !existsSync(zip) || fileDigest(zip).sha256 !== sha256) return new Map();
  const reader = new ZipReader(new BlobReader(await openAsBlob(zip)), { useWebWorkers: false });
  const prefix = `${FOLDER}/`;
  const entries = new Map<string, FileEntry>();
  for await (const entry of reader.getEntriesGenerator())
    if (!entry.directory && entry.filename.startsWith(prefix))
      entries.set(entry.filename.slice(prefix.length), entry);
  const listed = await entries.get(MANIFEST)?.getData(new TextWriter());
  if (listed === undefined) return new Map();
  const { files } = parseManifest(listed);
  return new Map([...entries].filter(([path]) => same(files[path]?.sha256, manifest.files[path]?.sha256)));
}

const same = (a: string | undefined, b: string | undefined) => a !== undefined && a === b;
