/**
 * Files of an earlier site that a new one has again. They are linked, which takes a tenth of writing them, and only
 * as long as they still are what was written. Nothing may write into a file that is kept: it is the last site's too.
 */
import { constants, copyFileSync, existsSync, linkSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileDigest, writeWhole } from '../files.ts';
import type { FileDigest } from './manifest.ts';

export interface KeptFiles {
  /**
   * Puts the files that an earlier site had below `paths` under the same `key` into the new one, and says whether
   * all are there. Where not, none is, and whoever asks writes them. A key stands for all that they are made from.
   */
  keep(key: string, paths: readonly string[]): boolean;
  /** Says that these paths are no longer what their keys stand for. */
  forget(paths: readonly string[]): void;
  /** Size and SHA-256 of the files that were put into the new site. */
  digests: ReadonlyMap<string, FileDigest>;
  /** Writes down what was asked for, for the next site; `files` are those of this one. */
  save(files: Readonly<Record<string, FileDigest>>): void;
}

/** A site, and the file that tells under which key each of its files was written, and with which SHA-256. */
export interface EarlierSite {
  site: string;
  index: string;
  /** Of the files that are there, where they were taken already. */
  digests?: ReadonlyMap<string, FileDigest>;
}

type Index = Record<string, [key: string, sha256: string]>;

/** What `earlier` sites have for the new one in the folder `site`, the first of them before the others. */
export function openKept(site: string, index: string, earlier: readonly EarlierSite[]): KeptFiles {
  const known = earlier.map((each) => ({ ...each, files: readIndex(each.index) }));
  const keys = new Map<string, string>();
  const digests = new Map<string, FileDigest>();
  const folders = new Set<string>();

  const find = (key: string, path: string) => {
    for (const { site, files, digests } of known) {
      const [wanted, sha256] = files[path] ?? [];
      if (wanted !== key) continue;
      const file = join(site, path);
      const digest = digests ? digests.get(path) : digestIfThere(file);
      if (digest && digest.sha256 === sha256) return { path, file, digest };
    }
    return undefined;
  };
  const put = (path: string, file: string) => {
    const target = join(site, path);
    const folder = dirname(target);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    linkOrCopy(file, target);
  };
  return {
    digests,
    keep(key, paths) {
      for (const path of paths) keys.set(path, key);
      const wanted = paths.filter((path) => !digests.has(path));
      const found = wanted.map((path) => find(key, path)).filter((file) => file !== undefined);
      if (found.length < wanted.length) return false;
      for (const { path, file, digest } of found) {
        put(path, file);
        digests.set(path, digest);
      }
      return true;
    },
    forget(paths) {
      for (const path of paths) {
        keys.delete(path);
        digests.delete(path);
      }
    },
    save(files) {
      const entries = [...keys].flatMap(([path, key]): [string, Index[string]][] => {
        const file = files[path];
        return file ? [[path, [key, file.sha256]]] : [];
      });
      writeWhole(index, JSON.stringify(Object.fromEntries(entries) satisfies Index));
    },
  };
}

/** The index in this file; of nothing where there is none. */
export function readIndex(file: string): Index {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** Size and SHA-256 of a file; undefined where there is none. */
export function digestIfThere(file: string): FileDigest | undefined {
  return existsSync(file) ? fileDigest(file) : undefined;
}

/** Not every file system has links, and none leads to another disk. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}

/** Nothing is kept, and everything made. */
export const NOTHING_KEPT: KeptFiles = {
  keep: () => false,
  forget: () => {},
  digests: new Map(),
  save: () => {},
};
