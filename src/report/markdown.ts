/** A report as a Markdown file and back. */
import { parseBody, printBody } from './body.ts';
import { endOfFrontmatter, parseFrontmatter, printFrontmatter } from './frontmatter.ts';
import type { Block, Report } from './report.ts';
import { type Metadata, metadataSchema } from './schema.ts';

/** The keys of the frontmatter in the order they are printed, whatever order they were found in. */
const KEYS = Object.keys(metadataSchema.shape) as (keyof Metadata)[];

/** The whole Markdown file of a report. */
export function printReport(report: Report): string {
  const ordered = Object.fromEntries(KEYS.map((key) => [key, report.metadata[key]]));
  return `${printFrontmatter(ordered)}\n${printBody(report.blocks)}`;
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
  const result = metadataSchema.safeParse({ ...Object.fromEntries(LISTS.map((key) => [key, []])), ...data });
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new SyntaxError(`${issue?.path.join('.') || 'frontmatter'}: ${issue?.message}`);
  }
  return { metadata: result.data, body };
}

/** The text alone of a report's Markdown file whose metadata is at hand. */
export function parseText(file: string): Block[] {
  return parseBody(file.slice(endOfFrontmatter(file)));
}

/** A report from its Markdown file. @throws {SyntaxError} as parseMetadata does. */
export function parseReport(file: string): Report {
  const { metadata, body } = parseMetadata(file);
  return { metadata, blocks: parseBody(body) };
}
