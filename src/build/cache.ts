/**
 * Results kept by what they were made from. A key is the digest of everything the result depends on, so an
 * entry never goes stale, only unused; the folder can be deleted at any time and changes nothing but time.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFiles, writeWhole } from '../files.ts';

export interface Cache {
  /** The folder of the cache, for tools that keep their own files (Astro, Pagefind). */
  folder: string;
  /** Whether `get` would give a value. */
  has(stage: string, key: string): boolean;
  get(stage: string, key: string): string | undefined;
  /** The first line of what `get` would give: the rest is not decoded, which takes longer than reading it. */
  firstLine(stage: string, key: string): string | undefined;
  /** A value that this run has put or got, or its first line. @throws {Error} where somebody took it away since. */
  again(stage: string, key: string, what?: 'get' | 'firstLine'): string;
  put(stage: string, key: string, value: string): void;
  /** Deletes every entry of `stage` that this run neither read nor wrote. */
  prune(stage: string): void;
}

/** The cache of a content folder: one each, as what one folder no longer needs, another may. */
export function cacheFolder(content: string): string {
  return fileURLToPath(new URL(`../../.cache/${digest(resolve(content)).slice(0, 8)}`, import.meta.url));
}

export function openCache(folder: string): Cache {
  const used = new Set<string>();
  const path = (stage: string, key: string) => join(folder, stage, key.slice(0, 2), key);
  const has = (stage: string, key: string) => {
    const file = path(stage, key);
    if (!existsSync(file)) return false;
    used.add(file);
    return true;
  };
  const get = (stage: string, key: string) =>
    has(stage, key) ? readFileSync(path(stage, key), 'utf8') : undefined;
  const firstLine = (stage: string, key: string) => {
    if (!has(stage, key)) return undefined;
    const bytes = readFileSync(path(stage, key));
    return bytes.toString('utf8', 0, bytes.indexOf('\n'));
  };
  const read = { get, firstLine };
  return {
    folder,
    has,
    get,
    firstLine,
    again(stage, key, what = 'get') {
      const value = read[what](stage, key);
      if (value === undefined) throw new Error(`${folder} was changed while the build ran: run it again`);
      return value;
    },
    put(stage, key, value) {
      const file = path(stage, key);
      mkdirSync(dirname(file), { recursive: true });
      writeWhole(file, value);
      used.add(file);
    },
    prune(stage) {
      const root = join(folder, stage);
      if (!existsSync(root)) return;
      for (const file of listFiles(root)) if (!used.has(join(root, file))) rmSync(join(root, file));
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
  for (const root of roots) {
    if (!existsSync(root)) continue;
    const files = statSync(root).isDirectory() ? listFiles(root) : [''];
    for (const file of files) {
      yield file;
      yield readFileSync(join(root, file));
    }
  }
}
