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
const CHARACTER = /[^\p{M}\uff9e\uff9f][\p{M}\uff9e\uff9f]*|[\p{M}\uff9e\uff9f]+/suy;
const MARK = /\p{M}/u;
const KEPT = /[\p{L}\p{N}.%]/u;

/** Folds `text` without deciding which `.` and `%` belong to numbers: `units.ts` does, as it needs neighbours. */
export function foldCharacters(text: string, simplify: Simplify): FoldedCharacter[] {
  const folded: FoldedCharacter[] = [];
  let start = 0;
  while (start < text.length) {
    const plain = isPlain(text, start) && (start + 1 === text.length || isPlain(text, start + 1));
    const printed = plain ? text.charAt(start) : characterAt(text, start);
    const end = start + printed.length;
    for (const character of plain ? printed : printed.normalize('NFKC').toLowerCase()) {
      const simple = simplify.get(character);
      if (simple !== undefined) folded.push({ character: simple, start, end });
      else if (plain || KEPT.test(character)) folded.push({ character, start, end });
      else if (!MARK.test(character)) folded.push({ character: ' ', start, end });
    }
    start = end;
  }
  return folded;
}

function characterAt(text: string, start: number): string {
  CHARACTER.lastIndex = start;
  return CHARACTER.exec(text)?.[0] ?? '';
}

/** Most characters of a report: Han or a digit. They fold to themselves and carry no marks of their own. */
function isPlain(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x30 && code <= 0x39);
}
