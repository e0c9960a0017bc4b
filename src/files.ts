/** The files of a folder, the same on every machine. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { byCodeUnit } from './order.ts';

/** Paths of all files below `folder`, relative to it with forward slashes, in code-unit order. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort(byCodeUnit);
}

/** Size and SHA-256 (hex) of a file of any size. */
export function fileDigest(file: string): { bytes: number; sha256: string } {
  const hash = createHash('sha256');
  const buffer = new Uint8Array(1 << 20);
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
