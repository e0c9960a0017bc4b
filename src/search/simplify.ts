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

let common: ReadonlySet<string> | undefined;

/**
 * Whether `text` has a Han character outside GB 2312, the 6,763 characters of everyday Simplified text: any
 * Traditional one but 16 (乾, 後, 於 and the like). The set is what every browser's GBK decoder makes of its codes.
 */
export function isRare(text: string): boolean {
  common ??= new Set(new TextDecoder('gbk').decode(gb2312Codes()));
  const known = common;
  return [...text].some((character) => HAN.test(character) && !known.has(character));
}

const HAN = /\p{Script=Han}/u;

/** Two bytes for each character: rows 16 to 87 of 94 columns, both offset by 0xA0. */
function gb2312Codes(): Uint8Array<ArrayBuffer> {
  const [rows, columns] = [72, 94];
  const codes = Array.from({ length: rows * columns }, (_, i) => [
    0xb0 + Math.floor(i / columns),
    0xa1 + (i % columns),
  ]);
  return Uint8Array.from(codes.flat());
}
