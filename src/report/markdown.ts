/** A report as Markdown and back. The text of every block survives character for character. */
import type { Heading, Paragraph, Root } from 'mdast';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { anchorBlocks } from './anchors.ts';
import { parseFrontmatter, printFrontmatter } from './frontmatter.ts';
import type { Block, Report } from './report.ts';
import { type Metadata, metadataSchema } from './schema.ts';

const processor = unified().use(remarkParse).use(remarkStringify).freeze();

/** Headings and paragraphs of plain text only: nothing in a raw text can become a link, an image or HTML. */
function toMdast(blocks: readonly Block[]): Root {
  return {
    type: 'root',
    children: blocks.map(({ depth, text }): Heading | Paragraph => {
      const children = [{ type: 'text' as const, value: text }];
      return depth === 0 ? { type: 'paragraph', children } : { type: 'heading', depth, children };
    }),
  };
}

function fromMdast(root: Root): Block[] {
  return anchorBlocks(
    root.children.map((node) => {
      if (node.type !== 'heading' && node.type !== 'paragraph')
        throw new SyntaxError(
          `body line ${node.position?.start.line}: expected a heading or paragraph, found ${node.type}`,
        );
      const text = node.children
        .map((child) => {
          if (child.type !== 'text')
            throw new SyntaxError(
              `body line ${child.position?.start.line}: expected plain text, found ${child.type}`,
            );
          return child.value;
        })
        .join('');
      return { depth: node.type === 'heading' ? (node.depth as 2 | 3 | 4) : 0, text };
    }),
  );
}

/** Blocks as the body of a Markdown file. */
export function printBody(blocks: readonly Block[]): string {
  return processor.stringify(toMdast(blocks));
}

/**
 * The blocks of a Markdown body.
 * @throws {SyntaxError} where the body holds anything but headings and paragraphs of plain text.
 */
export function parseBody(body: string): Block[] {
  return fromMdast(processor.parse(body));
}

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

/** A report from its Markdown file. @throws {SyntaxError} as parseMetadata and parseBody do. */
export function parseReport(file: string): Report {
  const { metadata, body } = parseMetadata(file);
  return { metadata, blocks: parseBody(body) };
}
