/** PDF documents that carry their text; a scanned one is named as such. */
import { extractText, getDocumentProxy } from 'unpdf';
import type { NoText } from './decode.ts';
import type { Extracted } from './extract.ts';

/** A page of a report holds hundreds of characters; a scanned page holds none but a stamp or page number. */
const LEAST_A_PAGE = 30;

/** No report has more pages. */
const MOST_PAGES = 1000;
/** Objects that are not closed: a reader that repairs them takes for ever. */
const MOST_OPEN = 1000;

export async function extractPdf(bytes: Uint8Array): Promise<Extracted | NoText> {
  const open = count(bytes, ' obj') - count(bytes, 'endobj');
  if (open > MOST_OPEN)
    return { code: 'binary-file', message: `no readable PDF: ${open} objects are not closed` };
  try {
    // pdf.js takes the bytes over: it gets its own copy.
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    if (document.numPages > MOST_PAGES)
      return {
        code: 'oversized-file',
        message: `the document has ${document.numPages} pages, more than ${MOST_PAGES}`,
      };
    const { totalPages, text } = await extractText(document, { mergePages: false });
    const joined = text.join('\n');
    return joined.replace(/\s/g, '').length < LEAST_A_PAGE * totalPages
      ? { code: 'scanned-pdf', message: `${totalPages} pages without a text layer` }
      : { text: joined, encoding: 'pdf', meta: {} };
  } catch (error) {
    return {
      code: 'binary-file',
      message: `no readable PDF: ${error instanceof Error ? error.message : error}`,
    };
  }
}

function count(bytes: Uint8Array, word: string): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let found = 0;
  for (let at = buffer.indexOf(word); at >= 0; at = buffer.indexOf(word, at + word.length)) found += 1;
  return found;
}
