/** The parts of a report's text that are about one theme. */
import type { Block } from '../report/report.ts';
import type { Section } from '../report/schema.ts';

/**
 * The blocks of each section on `theme`, in the order of the text. A section goes on to the next heading that is
 * as wide as its own, or to a paragraph that begins another of the required contents (a closing paragraph on
 * plans); one without a heading goes on to the next heading or section.
 */
export function sectionsOn(theme: string, blocks: readonly Block[], sections: readonly Section[]): Block[][] {
  const contents = new Map(sections.map(({ anchor, content }) => [anchor, content]));
  return sections
    .filter((section) => section.theme === theme)
    .flatMap(({ anchor, content }) => {
      const start = blocks.findIndex((block) => block.anchor === anchor);
      if (start < 0) return [];
      const { depth } = blocks[start] as Block;
      const length = blocks.slice(start + 1).findIndex((next) => {
        if (next.depth > 0) return depth === 0 || next.depth <= depth;
        return contents.has(next.anchor) && (depth === 0 || contents.get(next.anchor) !== content);
      });
      return [blocks.slice(start, length < 0 ? undefined : start + 1 + length)];
    });
}
