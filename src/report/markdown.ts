/** A report as a Markdown file and back. */
import { parseBody, printBody } from './body.ts';
import { parseFrontmatter, printFrontmatter } from './frontmatter.ts';
import type { Report } from './report.ts';
import { type Metadata, metadataSchema } from './schema.ts';

/** The keys of the frontmatter in the order of the schema, which is that of all metadata, printed or read. */
const KEYS = Object.keys(metadataSchema.shape);

/** The whole Markdown file of a report. @throws {SyntaxError} naming the field that is wrong. */
export function printReport({ metadata, blocks }: Report): string {
  return `${printFrontmatter(checked(metadata))}\n${printBody(blocks)}`;
}

const LISTS = [
  'sections',
  'readings',
  'figures',
  'changes',
  'checks',
  'removed',
  'repairs',
  'corrections',
] as const;

/**
 * Metadata from the frontmatter of a report's Markdown file, and its body unparsed.
 * @throws {SyntaxError} naming the line or the field that is wrong.
 */
export function parseMetadata(file: string): { metadata: Metadata; body: string } {
  const { data, body } = parseFrontmatter(file);
  return { metadata: checked(withLists(data)), body };
}

/** Metadata of a file that printReport printed: what it checked then takes as long to check again as to read. */
export function parsePrinted(file: string): Metadata {
  const data = withLists(parseFrontmatter(file).data);
  return Object.fromEntries(KEYS.filter((key) => key in data).map((key) => [key, data[key]])) as Metadata;
}

/** An empty list is not printed. */
function withLists(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { ...Object.fromEntries(LISTS.map((key) => [key, []])), ...data };
}

/** The same metadata in the order of the schema, nested ones too. */
function checked(metadata: unknown): Metadata {
  const result = metadataSchema.safeParse(metadata);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new SyntaxError(`${issue?.path.join('.') || 'frontmatter'}: ${issue?.message}`);
}

/** A report from its Markdown file. @throws {SyntaxError} as parseMetadata does. */
export function parseReport(file: string): Report {
  const { metadata, body } = parseMetadata(file);
  return { metadata, blocks: parseBody(body) };
}
