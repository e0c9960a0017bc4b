/** The search over built files, read from disk as the browser would get them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { parseQuery } from '../../src/search/match.ts';
import { RECEIVER } from '../../src/search/pack.ts';
import type { ArchiveSearch, Load } from '../../src/search/search.ts';
import { SIMPLIFY } from '../../src/search/simplify-table.ts';

/** Runs a packed file as a browser would and gives what it hands over. */
export function loadFrom(folder: string): Load {
  return async (path) => {
    let data: unknown;
    const receive = (name: string, value: unknown) => {
      if (name === path) data = value;
    };
    runInNewContext(readFileSync(join(folder, `${path}.js`), 'utf8'), { [RECEIVER]: receive });
    return data;
  };
}

/** Ids of the reports that a query finds, sorted. */
export async function searchIds(archive: ArchiveSearch, query: string): Promise<string[]> {
  const words = parseQuery(query, SIMPLIFY);
  const { shards } = await archive.manifest();
  const found = await Promise.all(shards.map((shard) => archive.search(words, shard)));
  return found
    .flat()
    .map(({ report: [agencyId, year] }) => `${agencyId}/${year}`)
    .sort();
}
