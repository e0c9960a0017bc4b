/**
 * Reads the index files of Pagefind 1.5.2 (pagefind/src/index/index_metadata.rs and index_words.rs): CBOR made
 * of nothing but arrays, integers and text, behind the 12 bytes `pagefind_dcd`, gzipped.
 *
 * Pagefind's own reader is not used: for a quoted phrase it gives the first occurrence alone, for one character
 * it loads some of the chunks that it needs, it segments Chinese queries by the page's language, and it needs
 * fetch and WebAssembly, of which file:// lacks the first and a strict CSP the second.
 */
export const PAGEFIND_VERSION = '1.5.2';

const SIGNATURE = 'pagefind_dcd';

/** What is needed to look words up: the chunks in the order of their words, and the pages' lengths. */
export interface IndexMeta {
  /** `words`: number of tokens on the page. Position in this list is the page number. */
  pages: { hash: string; words: number }[];
  /** `from`: not greater than the chunk's first word, and greater than the last word before it. */
  chunks: { from: string; hash: string }[];
}

/** Where a word stands: page number to positions, both ascending. */
export type Postings = ReadonlyMap<number, readonly number[]>;

/** @throws {SyntaxError} where the file is not a pf_meta of PAGEFIND_VERSION. */
export async function readMeta(file: Uint8Array<ArrayBuffer>): Promise<IndexMeta> {
  const [version, pages, chunks] = (await readCbor(file)) as [string, [string, number][], string[][]];
  if (version !== PAGEFIND_VERSION)
    throw new SyntaxError(`expected an index of Pagefind ${PAGEFIND_VERSION}, found ${version}`);
  return {
    pages: pages.map(([hash, words]) => ({ hash, words })),
    chunks: chunks.map(([from, , hash]) => ({ from: from as string, hash: hash as string })),
  };
}

/** All words of a chunk (pf_index). @throws {SyntaxError} where the file is not of the known form. */
export async function readChunk(file: Uint8Array<ArrayBuffer>): Promise<Map<string, Postings>> {
  const [words] = (await readCbor(file)) as [[string, [number, number[]][]][]];
  return new Map(words.map(([word, pages]) => [word, readPostings(pages)]));
}

/** Page numbers and positions are written as differences; a negative number sets the weight and starts anew. */
function readPostings(packed: [page: number, positions: number[]][]): Postings {
  let page = 0;
  return new Map(
    packed.map(([step, differences]) => {
      page += step;
      let last = 0;
      const positions: number[] = [];
      for (const difference of differences) {
        last = difference < 0 ? 0 : last + difference;
        if (difference >= 0) positions.push(last);
      }
      return [page, positions];
    }),
  );
}

async function readCbor(file: Uint8Array<ArrayBuffer>): Promise<unknown> {
  const stream = new Blob([file]).stream().pipeThrough(new DecompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const utf8 = new TextDecoder();
  if (utf8.decode(bytes.subarray(0, SIGNATURE.length)) !== SIGNATURE)
    throw new SyntaxError(`expected an index file of Pagefind ${PAGEFIND_VERSION}: no signature`);
  const view = new DataView(bytes.buffer);
  let at = SIGNATURE.length;

  /** RFC 8949, major types 0, 1, 3 and 4 with definite lengths: all that minicbor writes for these structs. */
  function item(): unknown {
    const head = view.getUint8(at++);
    const argument = readArgument(head & 31);
    switch (head >> 5) {
      case 0:
        return argument;
      case 1:
        return -1 - argument;
      case 3:
        at += argument;
        return utf8.decode(bytes.subarray(at - argument, at));
      case 4:
        return Array.from({ length: argument }, item);
      default:
        throw new SyntaxError(`Pagefind index: unexpected CBOR type ${head >> 5} at ${at - 1}`);
    }
  }

  function readArgument(short: number): number {
    if (short < 24) return short;
    const size = { 24: 1, 25: 2, 26: 4 }[short];
    if (size === undefined) throw new SyntaxError(`Pagefind index: unexpected CBOR length at ${at - 1}`);
    at += size;
    if (size === 1) return view.getUint8(at - 1);
    return size === 2 ? view.getUint16(at - 2) : view.getUint32(at - 4);
  }

  return item();
}
