/**
 * Folding: what is left of a text for a search. NFKC, lower case, Traditional to Simplified, letters and
 * digits, and the `.` and `%` of numbers. It works on one character (with its combining marks) at a time,
 * so that a substring of a text folds to a substring of the folded text.
 */

/** A Traditional character to its Simplified one. Characters that stay as they are have no entry. */
export type Simplify = ReadonlyMap<string, string>;

/** A folded character and the stretch of the printed text (UTF-16 offsets) that it stands for. */
export interface FoldedCharacter {
  character: string;
  start: number;
  end: number;
}

/** A character with its combining marks; half-width kana have two of their own. */
const CHARACTER = /[^\p{M}\uff9e\uff9f][\p{M}\uff9e\uff9f]*|[\p{M}\uff9e\uff9f]+/gsu;
const MARK = /\p{M}/u;
const KEPT = /[\p{L}\p{N}.%]/u;

/** Folds `text` without deciding which `.` and `%` belong to numbers: `units.ts` does, as it needs neighbours. */
export function* foldCharacters(text: string, simplify: Simplify): Generator<FoldedCharacter> {
  for (const { 0: printed, index } of text.matchAll(CHARACTER)) {
    const place = { start: index, end: index + printed.length };
    for (const character of printed.normalize('NFKC').toLowerCase())
      if (!MARK.test(character))
        yield { character: simplify.get(character) ?? (KEPT.test(character) ? character : ' '), ...place };
  }
}
