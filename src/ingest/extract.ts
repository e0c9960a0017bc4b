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
/** No report has more lines, printed or blank: the longest known have some hundreds. */
const MOST_PRINTED = 20_000;
const MOST_LINES = 200_000;

/** Reads a file by its name's ending and its first bytes. A result with a `code` says why there is no text. */
export async function extract(file: string, bytes: Uint8Array): Promise<Extracted | NoText> {
  if (bytes.length > LARGEST) return oversized(`the file has ${bytes.length} bytes, more than ${LARGEST}`);
  const extracted = await extractAny(file, bytes);
  return 'code' in extracted ? extracted : (tooManyLines(extracted.text) ?? extracted);
}

async function extractAny(file: string, bytes: Uint8Array): Promise<Extracted | NoText> {
  if (startsWith(bytes, '%PDF-')) return extractPdf(bytes);
  if (startsWith(bytes, 'PK\u0003\u0004') && /\.docx$/i.test(file)) return extractDocx(bytes);
  const decoded = decode(bytes);
  if ('code' in decoded) return decoded;
  if (!/\.html?$/i.test(file) && !looksLikeHtml(decoded.text)) return { ...decoded, meta: {} };
  const page = extractHtml(decoded.text);
  return 'code' in page ? page : { ...page, encoding: decoded.encoding };
}

function tooManyLines(text: string): NoText | undefined {
  let lines = 1;
  let printed = 0;
  let last = -1;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
    lines += 1;
    if (end > last + 1) printed += 1;
    last = end;
  }
  if (printed > MOST_PRINTED) return oversized(`the text has ${printed} lines, more than ${MOST_PRINTED}`);
  return lines > MOST_LINES
    ? oversized(`the text has ${lines} line ends, more than ${MOST_LINES}`)
    : undefined;
}

function oversized(message: string): NoText {
  return { code: 'oversized-file', message };
}

function startsWith(bytes: Uint8Array, head: string): boolean {
  return [...head].every((sign, i) => bytes[i] === sign.charCodeAt(0));
}
