/** PDF documents that carry their text; a scanned one is named as such. */
import { extractText, getDocumentProxy } from 'unpdf';
import type { NoText } from './decode.ts';
import type { Extracted } from './extract.ts';

/** A page of a report holds hundreds of characters; a scanned page holds none but a stamp or page number. */
const LEAST_A_PAGE = 30;

export async function extractPdf(bytes: Uint8Array): Promise<Extracted | NoText> {
  try {
    // pdf.js takes the bytes over: it gets its own copy.
    const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), {
      mergePages: false,
    });
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
