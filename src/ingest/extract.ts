/** The text of a collected file, whatever its format: plain text, a saved page, a Word document, a PDF. */
import { decode, type NoText } from './decode.ts';
import { extractDocx } from './docx.ts';
import { extractHtml, looksLikeHtml } from './html.ts';
import type { PageMeta } from './meta.ts';
import { extractPdf } from './pdf.ts';

export interface Extracted {
  text: string;
  /** Lower-case WHATWG label; `docx` and `pdf` for documents, whose text has no encoding of its own. */
  encoding: string;
  /** What a saved page's meta tags say. */
  meta: PageMeta;
  /** Numbers of the lines that are a saved page's main text, from 1: the first, and the one below the last. */
  main?: readonly [from: number, below: number];
}

/** No report is longer: the longest known are some hundred kilobytes, a scanned PDF some tens of megabytes. */
export const LARGEST = 64 * 1024 * 1024;

/** Reads a file by its name's ending and its first bytes. A result with a `code` says why there is no text. */
export async function extract(file: string, bytes: Uint8Array): Promise<Extracted | NoText> {
  if (bytes.length > LARGEST)
    return { code: 'oversized-file', message: `the file has ${bytes.length} bytes, more than ${LARGEST}` };
  if (startsWith(bytes, '%PDF-')) return extractPdf(bytes);
  if (startsWith(bytes, 'PK\u0003\u0004') && /\.docx$/i.test(file)) return extractDocx(bytes);
  const decoded = decode(bytes);
  if ('code' in decoded) return decoded;
  return /\.html?$/i.test(file) || looksLikeHtml(decoded.text)
    ? { ...extractHtml(decoded.text), encoding: decoded.encoding }
    : { ...decoded, meta: {} };
}

function startsWith(bytes: Uint8Array, head: string): boolean {
  return [...head].every((sign, i) => bytes[i] === sign.charCodeAt(0));
}
