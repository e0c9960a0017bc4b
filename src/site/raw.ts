/** The raw text of a report as it was collected. */
import type { Archive } from '../report/archive.ts';
import type { Metadata, Source } from '../report/schema.ts';

/** Every source that a report was made from, once, with the report. */
export function sourcesOf({ reports }: Archive): { source: Source; report: Metadata }[] {
  const found = new Map<string, { source: Source; report: Metadata }>();
  for (const report of reports.values())
    for (const source of [report.source, ...(report.versions ?? []).map((version) => version.source)])
      found.set(source.sha256, { source, report });
  return [...found.values()];
}

/** True where the lines that `removed` names are the lines of the file itself, not of a text taken from it. */
export function isPlainText({ file }: Source): boolean {
  return /\.(txt|md)$/i.test(file);
}

/** The lines of a raw text, as its encoding says; undefined where the bytes are a document, not text. */
export function rawLines(bytes: Uint8Array, { file, encoding, hidden }: Source): string[] | undefined {
  if (/\.(docx?|pdf|wps)$/i.test(file) && !hidden) return undefined;
  // A copy that something was taken out of is UTF-8 with a byte order mark, whatever was collected.
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return new TextDecoder(marked ? 'utf-8' : encoding).decode(bytes).split(/\r\n?|[\n\u2028\u2029]/);
}
