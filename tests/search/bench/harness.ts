/** Runs in the browser: one search of each engine, to its first result and to its end. */
import MiniSearch from 'minisearch';
import { scriptLoader } from '../../../src/client/search/load.ts';
import { runSearch } from '../../../src/client/search/run.ts';
import { readState } from '../../../src/client/search/state.ts';
import { ArchiveSearch } from '../../../src/search/search.ts';
import { bigrams } from './bigrams.ts';

/** Ids of the reports found, and milliseconds until the first could be shown. */
export interface Run {
  ids: string[];
  first: number;
}

interface Pagefind {
  search(query: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
}

/** Told when the first result is there; measure.ts gives it to pages whose requests it counts. */
const { firstResult } = globalThis as { firstResult?: () => Promise<void> };

let archive: ArchiveSearch | undefined;
let pagefind: Pagefind | undefined;
let mini: MiniSearch | undefined;

/** `firstOnly`: the ids of the others are not asked for, where that takes loading more. */
const engines: Record<string, (query: string, firstOnly: boolean) => Promise<Run>> = {
  async archive(query) {
    archive ??= new ArchiveSearch(scriptLoader('search/'));
    const start = performance.now();
    let first = 0;
    let ids: string[] = [];
    for await (const { found } of runSearch(archive, readState(`?q=${encodeURIComponent(query)}`))) {
      if (found[0] && first === 0) {
        await archive.text(found[0]);
        first = performance.now() - start;
        await firstResult?.();
      }
      ids = found.map(({ report: [agencyId, year] }) => `${agencyId}/${year}`);
    }
    return { ids, first };
  },
  async pagefind(query, firstOnly) {
    const start = performance.now();
    pagefind ??= (await import(new URL('pagefind/pagefind.js', location.href).href)) as Pagefind;
    const { results } = await pagefind.search(query);
    await results[0]?.data();
    const first = performance.now() - start;
    await firstResult?.();
    const data = await Promise.all(
      results.slice(0, firstOnly ? 1 : undefined).map((result) => result.data()),
    );
    const ids = data.map(({ url }) => url.replace(/^.*stock\//, '').replace(/\.html$/, ''));
    return { ids, first };
  },
  async minisearch(query) {
    const start = performance.now();
    mini ??= MiniSearch.loadJSON(await (await fetch('minisearch.json')).text(), {
      fields: ['text'],
      tokenize: bigrams,
    });
    const ids = mini.search(query, { combineWith: 'AND', tokenize: bigrams }).map(({ id }) => id as string);
    const first = performance.now() - start;
    await firstResult?.();
    return { ids, first };
  },
};

Object.assign(globalThis, { engines });
