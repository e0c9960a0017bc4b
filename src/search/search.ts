/** Searches the shards of an archive. Where the files come from is the caller's: a browser, or a disk. */
import { findWordPositions, type OpenIndex } from './lookup.ts';
import { type Manifest, type ReportRow, type ShardEntry, textName } from './manifest.ts';
import type { QueryWord } from './match.ts';
import { type Postings, readChunk, readMeta } from './pagefind-format.ts';
import type { ReportText } from './record.ts';
import type { PackedThemes } from './themes.ts';

/** Loads the data of a file below `search/`, named without `.js`. @throws {Error} where it cannot be had. */
export type Load = (path: string) => Promise<unknown>;

/** A report with every word of the query. */
export interface Match {
  shard: ShardEntry;
  /** Page number in its shard. */
  page: number;
  report: ReportRow;
  /** Number of tokens in the report. */
  length: number;
  /** For each word of the query, the positions where it starts, ascending. */
  positions: (readonly number[])[];
}

export class ArchiveSearch {
  readonly #load: Load;
  readonly #loaded = new Map<string, Promise<unknown>>();

  constructor(load: Load) {
    this.#load = load;
  }

  manifest(): Promise<Manifest> {
    return this.file<Manifest>('manifest');
  }

  /** Reports of one shard that have all of the `words`, in the order of pages. */
  async search(words: readonly QueryWord[], shard: ShardEntry): Promise<Match[]> {
    const index = await this.#open(shard);
    const [first = new Map(), ...others] = await Promise.all(
      words.map((word) => findWordPositions(word, index)),
    );
    const pages = [...first.keys()].filter((page) => others.every((postings) => postings.has(page)));
    if (pages.length === 0) return [];
    const reports = await this.reports(shard);
    return pages.map((page) => ({
      shard,
      page,
      report: reports[page] as ReportRow,
      length: index.meta.pages[page]?.words ?? 0,
      positions: [first, ...others].map((postings) => postings.get(page) ?? []),
    }));
  }

  /** Whether something was searched in this shard before. */
  isOpen({ id }: ShardEntry): boolean {
    return this.#loaded.has(`${id}/meta#`);
  }

  /** The themes of each report of a shard, by page number. */
  themes({ id }: ShardEntry): Promise<PackedThemes> {
    return this.file<PackedThemes>(`${id}/themes`);
  }

  /** The printed text of the report that `match` is about. */
  text({ shard, report: [agencyId, year] }: Match): Promise<ReportText> {
    return this.file<ReportText>(`${shard.id}/${textName(agencyId, year)}`);
  }

  reports({ id }: ShardEntry): Promise<ReportRow[]> {
    return this.file<ReportRow[]>(`${id}/reports`);
  }

  /** A file of the index; each is loaded once, and again only where loading failed. */
  file<T>(path: string): Promise<T> {
    return this.#once(path, () => this.#load(path)) as Promise<T>;
  }

  async #open({ id }: ShardEntry): Promise<OpenIndex> {
    const meta = await this.#once(`${id}/meta#`, async () =>
      readMeta(fromBase64(await this.file(`${id}/meta`))),
    );
    return { meta, chunk: (hash) => this.#chunk(`${id}/index/${hash}`) };
  }

  #chunk(path: string): Promise<Map<string, Postings>> {
    return this.#once(`${path}#`, async () => readChunk(fromBase64((await this.#load(path)) as string)));
  }

  #once<T>(key: string, get: () => Promise<T>): Promise<T> {
    const known = this.#loaded.get(key);
    if (known) return known as Promise<T>;
    const promise = get();
    this.#loaded.set(key, promise);
    promise.catch(() => this.#loaded.delete(key));
    return promise;
  }
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
