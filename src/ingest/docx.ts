/** Word documents (.docx): their paragraphs, a line each. */
import type { NoText } from './decode.ts';
import type { Extracted } from './extract.ts';

export async function extractDocx(bytes: Uint8Array): Promise<Extracted | NoText> {
  try {
    // Loaded here: few archives have such a document.
    const { default: mammoth } = await import('mammoth');
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
