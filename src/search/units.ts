/**
 * Units are what a search compares: one Han character, one Latin run (letters of any other script count as
 * Latin), one number with its decimal points, or the % after a number.
 */
import { type FoldedCharacter, foldCharacters, type Simplify } from './fold.ts';

export type UnitKind = 'han' | 'latin' | 'number' | 'percent';

/** A unit and the stretch of the printed text (UTF-16 offsets) that it stands for. */
export interface Unit {
  text: string;
  kind: UnitKind;
  start: number;
  end: number;
}

const HAN = /^(?:[\u4e00-\u9fff]|\p{Script=Han})$/u;
const DIGIT = /^[0-9]$/;

/** Kind of a folded character; undefined for one that is only kept inside a number, or not at all. */
function kindOf(character: string): UnitKind | undefined {
  if (character === ' ' || character === '.' || character === '%') return undefined;
  if (DIGIT.test(character)) return 'number';
  return HAN.test(character) ? 'han' : 'latin';
}

/**
 * The units of `text`, in order. Punctuation parts numbers and Latin runs (2021—2025 is two numbers) but is
 * no unit itself: a `.` counts only between two digits, a `%` only after a number.
 */
export function unitsOf(text: string, simplify: Simplify): Unit[] {
  const folded = foldCharacters(text, simplify);
  const units: Unit[] = [];
  let parted = true;
  folded.forEach((at, i) => {
    const last = units.at(-1);
    const kind = kindOf(at.character);
    if (kind !== undefined) {
      if (!parted && last?.kind === kind && kind !== 'han') extend(last, at);
      else units.push({ text: at.character, kind, start: at.start, end: at.end });
      parted = false;
    } else if (at.character === '.' && !parted && last?.kind === 'number' && isDigit(folded[i + 1])) {
      extend(last, at);
    } else if (
      at.character === '%' &&
      last?.kind === 'number' &&
      onlySpaceBetween(text, last.end, at.start)
    ) {
      units.push({ text: '%', kind: 'percent', start: at.start, end: at.end });
      parted = true;
    } else {
      parted = true;
    }
  });
  return units;
}

function extend(unit: Unit, { character, end }: FoldedCharacter): void {
  unit.text += character;
  unit.end = end;
}

function isDigit(at: FoldedCharacter | undefined): boolean {
  return at !== undefined && DIGIT.test(at.character);
}

function onlySpaceBetween(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === '';
}

/**
 * The same units with punctuation taken out altogether: numbers that only punctuation parts become one, and
 * so do Latin runs (e-mail is email, 1,303件 is 1303件). The very same array where nothing changes.
 */
export function joinUnits(units: readonly Unit[]): readonly Unit[] {
  const joined: Unit[] = [];
  for (const unit of units) {
    const last = joined.at(-1);
    if (last && last.kind === unit.kind && unit.kind !== 'han')
      joined[joined.length - 1] = { ...last, text: last.text + unit.text, end: unit.end };
    else joined.push(unit);
  }
  return joined.length === units.length ? units : joined;
}
