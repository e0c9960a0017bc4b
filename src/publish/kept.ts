/** Files of the last site that this one has again: copied, as long as they still are what was written. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface KeptFiles {
  /** The contents of `paths` as the last site had them under the same `key`, else what `make` gives for them. */
  contents(key: string, paths: readonly string[], make: () => string[]): readonly (string | Buffer)[];
  /** Keeps what was asked for, for the next site. */
  save(): void;
}

interface Index {
  /** Stands for the code that writes the files. */
  salt: string;
  /** SHA-256 of the contents by key. */
  digests: [key: string, sha256: string[]][];
}

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');

/** The files of the site in the folder `site` that `index` tells of; none that other code wrote. */
export function openKept(site: string, index: string, salt: string): KeptFiles {
  const last: Index | undefined = existsSync(index) ? JSON.parse(readFileSync(index, 'utf8')) : undefined;
  const known = new Map(last?.salt === salt ? last.digests : []);
  const digests: Index['digests'] = [];
  const read = (path: string, digest: string | undefined) => {
    const file = join(site, path);
    const content = existsSync(file) ? readFileSync(file) : undefined;
    return content && sha256(content) === digest ? content : undefined;
  };
  return {
    contents(key, paths, make) {
      const expected = known.get(key);
      const kept = expected ? paths.map((path, i) => read(path, expected[i])) : [undefined];
      const contents = kept.every((content) => content !== undefined) ? kept : make();
      digests.push([key, contents.map(sha256)]);
      return contents;
    },
    save: () => writeFileSync(index, JSON.stringify({ salt, digests } satisfies Index)),
  };
}

/** Nothing is kept, and everything made. */
export const NOTHING_KEPT: KeptFiles = { contents: (_, __, make) => make(), save: () => {} };
