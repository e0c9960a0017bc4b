/** Word documents (.docx): their paragraphs, a line each. */
import { inflateRawSync } from 'node:zlib';
import type { NoText } from './decode.ts';
import type { Extracted } from './extract.ts';

/** The text of a report with its formatting is some hundred kilobytes; a part that inflates to more is an attack. */
const LARGEST_PART = 32 * 1024 * 1024;
const MOST_PARAGRAPHS = 20_000;

export async function extractDocx(bytes: Uint8Array): Promise<Extracted | NoText> {
  try {
    const excess = await findExcess(bytes);
    if (excess) return { code: 'oversized-file', message: excess };
    // Loaded here: few archives have such a document.
    const { default: mammoth } = await import('mammoth');
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    return value.trim() === ''
      ? { code: 'empty-file', message: 'the document has no text' }
      : { text: value, encoding: 'docx', meta: {} };
  } catch (error) {
    return {
      code: 'binary-file',
      message: `no Word document: ${error instanceof Error ? error.message.split('\n')[0] : error}`,
    };
  }
}

/** Why a document is too large to be read. Its own statement of its size is not believed. */
async function findExcess(bytes: Uint8Array): Promise<string | undefined> {
  const { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } = await import('@zip.js/zip.js');
  const zip = new ZipReader(new Uint8ArrayReader(bytes), { useWebWorkers: false });
  for (const entry of await zip.getEntries()) {
    if (entry.directory || !/\.(?:xml|rels)$/i.test(entry.filename)) continue;
    const packed = await entry.getData(new Uint8ArrayWriter(), { passThrough: true });
    const part = inflate(packed, entry.compressionMethod === 0);
    if (!part) return `${entry.filename} inflates to more than ${LARGEST_PART} bytes`;
    const paragraphs = part.toString('latin1').match(/<w:p[ >]/g)?.length ?? 0;
    if (paragraphs > MOST_PARAGRAPHS)
      return `the document has ${paragraphs} paragraphs, more than ${MOST_PARAGRAPHS}`;
  }
  return undefined;
}

/** The bytes of a part; undefined where they are too many. @throws {Error} where they are damaged */
function inflate(packed: Uint8Array, isStored: boolean): Buffer | undefined {
  if (isStored) return packed.length > LARGEST_PART ? undefined : Buffer.from(packed);
  try {
    return inflateRawSync(packed, { maxOutputLength: LARGEST_PART });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return undefined;
    throw error;
  }
}
