/** The files of a folder, the same on every machine. */
import { createHash } from 'node:crypto';
import {
  closeSync,
  type Dirent,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { byCodeUnit } from './order.ts';

export interface Entry {
  /** Path below the folder, with forward slashes. */
  path: string;
  entry: Dirent;
}

/** Everything below `root` but folders; `readdir` with `recursive` would go through links to folders. */
export function entriesBelow(root: string, below = ''): Entry[] {
  return readdirSync(join(root, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? entriesBelow(root, path) : [{ path, entry }];
  });
}

/** Paths of all files below `folder`, relative to it with forward slashes, in code-unit order; links are none. */
export function listFiles(folder: string): string[] {
  return entriesBelow(folder)
    .filter(({ entry }) => entry.isFile())
    .map(({ path }) => path)
    .sort(byCodeUnit);
}

/** Takes a folder away with all that is in it. `rmSync` tries every folder before it looks inside: half as long again. */
export function removeFolder(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) removeFolder(path);
    else unlinkSync(path);
  }
  rmdirSync(folder);
}

/** Writes a file in one step: whoever is killed meanwhile leaves the old one, and never half of the new one. */
export function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.part`, text);
  renameSync(`${file}.part`, file);
}

/** One for all files: a new one each would take longer than reading most of them. */
const buffer = new Uint8Array(1 << 20);

/** Size and SHA-256 (hex) of a file of any size. */
export function fileDigest(file: string): { bytes: number; sha256: string } {
  const hash = createHash('sha256');
  const disk = openSync(file, 'r');
  try {
    let bytes = 0;
    for (;;) {
      const read = readSync(disk, buffer);
      if (read === 0) return { bytes, sha256: hash.digest('hex') };
      hash.update(buffer.subarray(0, read));
      bytes += read;
    }
  } finally {
    closeSync(disk);
  }
}
