/** Write aside, then swap: whoever reads a target sees the last good one or the new one, never half of one. */
import { existsSync, lstatSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { removeFolder } from '../files.ts';

/** System errors that are the disk's, not the writer's: full, over a quota or limit, read-only, forbidden. */
const DISK_ERRORS = new Set(['ENOSPC', 'EFBIG', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO']);

/** A target could not be replaced; the old one is still in its place. The message says what to do. */
export class SwapError extends Error {
  constructor(target: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(
      `${target} could not be replaced and is as it was; check disk space and rights, and close what uses it (${why})`,
      { cause },
    );
    this.name = 'SwapError';
  }
}

/** A hidden neighbour of `target`. The name is fixed, so that a killed run leaves one thing, and the next clears it. */
function neighbour(target: string, kind: 'new' | 'old'): string {
  return join(dirname(resolve(target)), `.${basename(resolve(target))}.${kind}`);
}

/**
 * Replaces the file or folder `target` by what `write` makes at the path it is given (nothing is there yet, but
 * its parent is). Whatever fails, `target` stays as it was.
 *
 * A file is replaced in one step. A folder takes two, as Node has no call that exchanges folders: if the second
 * fails the first is undone, and a kill between them is mended at the start of the next run.
 * @throws {SwapError} where the target cannot be replaced or the disk refuses what is written for it; anything
 * else that `write` throws is passed on.
 */
export async function replace<T>(target: string, write: (aside: string) => T | Promise<T>): Promise<T> {
  const aside = neighbour(target, 'new');
  naming(target, () => clear(target));
  try {
    const result = await write(aside);
    naming(target, () => swap(target, aside));
    return result;
  } catch (error) {
    throw DISK_ERRORS.has((error as NodeJS.ErrnoException).code ?? '') ? new SwapError(target, error) : error;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function clear(target: string): void {
  const old = neighbour(target, 'old');
  mkdirSync(dirname(old), { recursive: true });
  if (existsSync(old) && !existsSync(target)) renameSync(old, target);
  for (const left of [old, neighbour(target, 'new')]) rmSync(left, { recursive: true, force: true });
}

function swap(target: string, aside: string): void {
  const old = neighbour(target, 'old');
  try {
    renameSync(aside, target);
  } catch {
    if (!existsSync(target)) throw new Error('the new one is missing');
    renameSync(target, old);
    try {
      renameSync(aside, target);
    } catch (error) {
      renameSync(old, target);
      throw error;
    }
    // of a link only the link is ours
    if (lstatSync(old).isDirectory()) removeFolder(old);
    else rmSync(old);
  }
}

function naming(target: string, step: () => void): void {
  try {
    step();
  } catch (error) {
    throw new SwapError(target, error);
  }
}
