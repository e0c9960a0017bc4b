/** Has Pagefind index records, and hands its files on. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { readMeta } from './pagefind-format.ts';

/** Tokens that Pagefind indexes as one page. */
export interface PageRecord {
  url: string;
  tokens: readonly string[];
}

export interface PagefindFiles {
  /** The pf_meta file. */
  meta: Uint8Array;
  /** The pf_index files by their hashes. */
  chunks: ReadonlyMap<string, Uint8Array>;
  /** URLs in the order of Pagefind's page numbers. */
  urls: string[];
}

/**
 * Tokens a chunk: a fifth of Pagefind's default, as a word loads a whole chunk in every shard. Pagefind reads it
 * from the environment only.
 */
const CHUNK_SIZE = { name: 'PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE', value: '4000' };

/**
 * Indexes `records`. Pagefind's files lie in `folder` meanwhile, which is then removed. One call at a time: Pagefind's service is one for the process, and it is closed after each
 * call, as its memory comes back only then.
 * @throws {Error} where Pagefind refuses a record, or {SyntaxError} where its files are not of the known form.
 */
export async function indexWithPagefind(
  records: AsyncIterable<PageRecord>,
  folder: string,
): Promise<PagefindFiles> {
  process.env[CHUNK_SIZE.name] = CHUNK_SIZE.value;
  try {
    const { index, errors } = await createIndex();
    if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
    for await (const { url, tokens } of records) {
      const added = await index.addCustomRecord({ url, content: tokens.join(' '), language: 'und' });
      if (added.errors.length > 0) throw new Error(`Pagefind: ${url}: ${added.errors.join('; ')}`);
    }
    await index.writeFiles({ outputPath: folder });
    return await readFiles(folder);
  } finally {
    delete process.env[CHUNK_SIZE.name];
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readFiles(folder: string): Promise<PagefindFiles> {
  const read = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
  const metas = readdirSync(folder).filter((name) => name.endsWith('.pf_meta'));
  if (metas.length !== 1) throw new SyntaxError(`Pagefind: expected one pf_meta, found ${metas.length}`);
  const meta = read(metas[0] as string);
  const { pages, chunks } = await readMeta(meta);
  return {
    meta,
    chunks: new Map(chunks.map(({ hash }) => [hash, read(`index/${hash}.pf_index`)])),
    urls: pages.map(({ hash }) => urlOf(gunzipSync(read(`fragment/${hash}.pf_fragment`)).toString())),
  };
}

/** Pagefind numbers its pages in an order of its own; a page's fragment, named by its hash, has its URL. */
function urlOf(fragment: string): string {
  return (JSON.parse(fragment.slice(fragment.indexOf('{'))) as { url: string }).url;
}
