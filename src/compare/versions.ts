/** What two texts of the same report have in common, and where they differ. */
import { diffArrays, diffChars } from 'diff';
import type { Block } from '../report/report.ts';

/** A stretch of a paragraph: in both texts, only in the older, or only in the newer. */
export interface Piece {
  text: string;
  in: 'both' | 'older' | 'newer';
}

/** A paragraph that is not the same in both texts. */
export type Difference = Piece[];

/** The paragraphs that differ, in their order; what both texts say alike is left out. */
export function differencesOf(older: readonly Block[], newer: readonly Block[]): Difference[] {
  const texts = (blocks: readonly Block[]) => blocks.map(({ text }) => text);
  const changes = diffArrays(texts(older), texts(newer));
  return changes.flatMap(({ added, removed, value }, index): Difference[] => {
    const before = changes[index - 1];
    const after = changes[index + 1];
    // As many paragraphs taken out as put in: each was rewritten into the other.
    if (removed && after?.added && after.value.length === value.length)
      return value.map((text, at) => rewritten(text, after.value[at] ?? ''));
    if (added && before?.removed && before.value.length === value.length) return [];
    if (!added && !removed) return [];
    return value.map((text) => [{ text, in: removed ? 'older' : 'newer' }]);
  });
}

function rewritten(older: string, newer: string): Difference {
  return diffChars(older, newer).map(({ added, removed, value }) => ({
    text: value,
    in: added ? 'newer' : removed ? 'older' : 'both',
  }));
}
