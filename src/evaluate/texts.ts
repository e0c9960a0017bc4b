/** The texts of a folder, by the start of their file names. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Finds the file of a text: named `id`, or with a name that goes on after it with no letter or digit. */
export function textFinder(folder: string): (id: string) => Uint8Array | undefined {
  const files = readdirSync(folder).sort();
  return (id) => {
    const file = files.find((name) => name.startsWith(id) && !/^[\p{L}\p{N}]/u.test(name.slice(id.length)));
    return file === undefined ? undefined : readFileSync(join(folder, file));
  };
}
