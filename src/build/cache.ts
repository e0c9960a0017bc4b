/**
 * Results kept by what they were made from. A key is the digest of everything the result depends on, so an
 * entry never goes stale, only unused; the folder can be deleted at any time and changes nothing but time.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Cache {
  /** The folder of the cache, for tools that keep their own files (Astro, Pagefind). */
  folder: string;
  get(stage: string, key: string): string | undefined;
  put(stage: string, key: string, value: string): void;
  /** Deletes every entry of `stage` that this run neither read nor wrote. */
  prune(stage: string): void;
}

export function openCache(folder: string): Cache {
  const used = new Set<string>();
  const path = (stage: string, key: string) => join(folder, stage, key.slice(0, 2), key);
  return {
    folder,
    get(stage, key) {
      const file = path(stage, key);
      if (!existsSync(file)) return undefined;
      used.add(file);
      return readFileSync(file, 'utf8');
    },
    put(stage, key, value) {
      const file = path(stage, key);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.part`, value);
      renameSync(`${file}.part`, file);
      used.add(file);
    },
    prune(stage) {
      for (const file of filesBelow(join(folder, stage))) if (!used.has(file)) rmSync(file);
    },
  };
}

/** SHA-256, in hex, of the parts with their lengths, so that ['ab'] and ['a', 'b'] differ. */
export function digest(...parts: readonly (string | Uint8Array)[]): string {
  return digestAll(parts);
}

/** Digest of all files below the given files and folders: names and bytes, in the order of their names. */
export function digestFiles(...roots: readonly string[]): string {
  return digestAll(namesAndBytes(new Set(roots)));
}

function digestAll(parts: Iterable<string | Uint8Array>): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}

function* namesAndBytes(roots: Iterable<string>): Generator<string | Uint8Array> {
  for (const root of roots)
    for (const file of filesBelow(root)) {
      yield file.slice(root.length);
      yield readFileSync(file);
    }
}

/** Paths of all files at or below `root`, sorted; none where it does not exist. */
function filesBelow(root: string): string[] {
  if (!existsSync(root)) return [];
  try {
    return readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return [root];
    throw error;
  }
}
