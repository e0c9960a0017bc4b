/** What the worker of last-site.ts does. */
import { join } from 'node:path';
import { digestIfThere, type EarlierSite, readIndex } from '../publish/kept.ts';
import type { FileDigest } from '../publish/manifest.ts';

export { digestIfThere };

/** Size and SHA-256 of every file that the index of a site names and the site has. */
export function digestKept({ site, index }: EarlierSite): Map<string, FileDigest> {
  const digests = new Map<string, FileDigest>();
  for (const path of Object.keys(readIndex(index))) {
    const digest = digestIfThere(join(site, path));
    if (digest) digests.set(path, digest);
  }
  return digests;
}
