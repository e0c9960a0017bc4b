/** What lies below a folder, without following any link. */
import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';

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
