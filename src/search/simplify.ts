/** The table of Traditional characters, as browsers get it: `simplify-table.ts` makes it, this reads it. */
import type { Simplify } from './fold.ts';

/** Reads pairs written as one string, Traditional and Simplified character by turns. */
export function readPairs(pairs: string): Simplify {
  const characters = [...pairs];
  const table = new Map<string, string>();
  for (let i = 0; i + 1 < characters.length; i += 2)
    table.set(characters[i] as string, characters[i + 1] as string);
  return table;
}

/** Whether any character of `text` would be changed by the table. */
export function isTraditional(text: string, simplify: Simplify): boolean {
  return [...text].some((character) => simplify.has(character));
}
