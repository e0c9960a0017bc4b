/** Word documents (.docx): their paragraphs, a line each. */
import mammoth from 'mammoth';
import type { NoText } from './decode.ts';
import type { Extracted } from './extract.ts';

export async function extractDocx(bytes: Uint8Array): Promise<Extracted | NoText> {
  try {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    return value.trim() === ''
      ? { code: 'empty-file', message: 'the document has no text' }
      : { text: value, encoding: 'docx', meta: {} };
  } catch (error) {
    return {
      code: 'binary-file',
      message: `no Word document: ${error instanceof Error ? error.message : error}`,
    };
  }
}
