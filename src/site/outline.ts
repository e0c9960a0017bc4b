/** What a report is made of: its headings, and the required contents that were found. */
import type { Block } from '../report/report.ts';
import { CONTENTS, type Content, type Metadata, type Section } from '../report/schema.ts';

export interface OutlineEntry {
  anchor: string;
  /** The heading's text without the 。 at its end; absent where a part has no heading of its own. */
  text?: string;
  /** 1 for the widest parts, 2 for theirs. */
  depth: 1 | 2;
  theme?: string;
}

/**
 * Headings of the two widest depths and the parts without a heading, in the order of the text. Parts on one theme
 * that follow each other without a heading are one entry: its label could not tell them apart.
 */
export function outlineOf(blocks: readonly Block[], sections: readonly Section[]): OutlineEntry[] {
  const found = new Map(sections.map((section) => [section.anchor, section]));
  const depths = [...new Set(blocks.map(({ depth }) => depth).filter((depth) => depth > 0))].sort();
  let around: Content | undefined;
  const entries = blocks.flatMap(({ anchor, depth, text }): OutlineEntry[] => {
    const level = depths.indexOf(depth) + 1;
    const { theme, content } = found.get(anchor) ?? {};
    // A paragraph that goes on with the contents of its heading is a part of that heading.
    const part = content === around && around !== undefined ? 2 : 1;
    if (depth > 0) around = content;
    if (level === 1 || level === 2)
      return [{ anchor, text: text.replace(/。$/u, ''), depth: level, ...(theme && { theme }) }];
    return depth === 0 && theme ? [{ anchor, depth: part, theme }] : [];
  });
  return entries.filter(({ text, theme }, i) => {
    const before = entries[i - 1];
    return text !== undefined || before?.text !== undefined || before?.theme !== theme;
  });
}

export interface RequiredContent {
  content: Content;
  /** Where it begins; absent where the report was not seen to have it. */
  anchor?: string;
}

/** The required contents in the order of the rule. 其他 is optional there: only where it is present. */
export function requiredContents({ sections }: Pick<Metadata, 'sections'>): RequiredContent[] {
  return CONTENTS.flatMap((content): RequiredContent[] => {
    const found = sections.find((section) => section.content === content);
    if (found) return [{ content, anchor: found.anchor }];
    return content === 'other' ? [] : [{ content }];
  });
}
