/** The text of a report as a Markdown body and back, character for character. */
import type { Heading, Paragraph, Root } from 'mdast';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { anchorBlocks } from './anchors.ts';
import type { Block } from './report.ts';

const writer = unified().use(remarkStringify).freeze();

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

/** Blocks as the body of a Markdown file. */
export function printBody(blocks: readonly Block[]): string {
  return writer.stringify(toMdast(blocks));
}

/** What the writer puts in the place of a character that Markdown would take for its own. */
const ESCAPE = /\\([!-/:-@[-`{-~])|&#x([0-9A-F]+);/g;

/**
 * The blocks of a body that printBody wrote. Such a body is one heading or paragraph of escaped text between
 * blank lines, so it is read directly: a Markdown parser, which gives the same (a test holds it against one),
 * would take most of the time of every stage that reads reports.
 */
export function parseBody(body: string): Block[] {
  const parts = body.split(/\n{2,}/).map((part) => part.trim());
  return anchorBlocks(
    parts
      .filter((part) => part !== '')
      .map((part) => {
        const [marker = '', hashes = ''] = /^(#{2,4}) /.exec(part) ?? [];
        const text = part
          .slice(marker.length)
          .replace(ESCAPE, (_, escaped, code) => escaped ?? String.fromCodePoint(Number.parseInt(code, 16)));
        return { depth: hashes.length as Block['depth'], text };
      }),
  );
}
