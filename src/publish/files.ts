/** The files of a folder, the same on every machine. */
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Plain code-unit order: no locale has a say in it. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Paths of all files below `folder`, relative to it with forward slashes, in code-unit order. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort(byCodeUnit);
}
