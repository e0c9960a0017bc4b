/**
 * Tokens are the words that Pagefind indexes: each unit of a paragraph together with the next one. A phrase of
 * units is then a phrase of tokens, and as the last unit of a paragraph is a token alone, none crosses
 * paragraphs. Tokens hold nothing but Han characters, ASCII letters and digits and four signs that Unicode
 * counts as letters, so that no word breaking, case folding or accent stripping of Pagefind's touches them.
 */
import type { Unit } from './units.ts';

const POINT = '\u01c0';
const PERCENT = '\u01c1';
const BETWEEN = '\u01c2';
const ESCAPE = '\u01c3';
const LATIN_BEYOND_ASCII = /[^a-z]/gu;

/** A unit as it stands in a token; different units have different codes. */
export function encodeUnit({ text, kind }: Pick<Unit, 'text' | 'kind'>): string {
  if (kind === 'number') return text.replaceAll('.', POINT);
  if (kind === 'percent') return PERCENT;
  if (kind === 'han') return text;
  return text.replace(LATIN_BEYOND_ASCII, (c) => `${ESCAPE}${c.codePointAt(0)?.toString(16)}${ESCAPE}`);
}

type Codable = Pick<Unit, 'text' | 'kind'>;

/** The token of two units that stand one after the other. */
export function encodePair(first: Codable, second: Codable): string {
  const between = first.kind === second.kind && first.kind !== 'han' ? BETWEEN : '';
  return encodeUnit(first) + between + encodeUnit(second);
}

/** The tokens of a paragraph, one for each unit. */
export function encodeTokens(units: readonly Codable[]): string[] {
  return units.map((unit, i) => {
    const next = units[i + 1];
    return next ? encodePair(unit, next) : encodeUnit(unit);
  });
}

/** Whether `unit` is the first unit of `token`. */
export function startsWithUnit(token: string, unit: Codable): boolean {
  const code = encodeUnit(unit);
  if (!token.startsWith(code)) return false;
  const next = token[code.length];
  if (next === undefined || next === BETWEEN) return true;
  if (unit.kind === 'number') return !/[0-9\u01c0]/.test(next);
  return unit.kind !== 'latin' || !/[a-z\u01c3]/.test(next);
}
