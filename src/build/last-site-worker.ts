/** What the worker of last-site.ts does. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileDigest } from '../files.ts';
import { type EarlierSite, readIndex } from '../publish/kept.ts';
import type { FileDigest } from '../publish/manifest.ts';

/** Size and SHA-256 of every file that the index of a site names and the site has. */
export function digestKept({ site, index }: EarlierSite): Map<string, FileDigest> {
  const files = Object.keys(readIndex(index)).map((path) => ({ path, file: join(site, path) }));
  return new Map(
    files.filter(({ file }) => existsSync(file)).map(({ path, file }) => [path, fileDigest(file)]),
  );
}
