/** Permanent anchors, made from the letters and digits of a text so that they outlive better cleaning. */
import { hash } from 'node:crypto';
import type { Block } from './report.ts';

const NOT_LETTERS_OR_DIGITS = /[^\p{L}\p{N}]+/gu;
/** Text that is all of characters which NFKC leaves alone or which are signs, and the signs among them. */
const EVERYDAY_TEXT = /^[ -~‐-‧\u3000-】一-鿿！（），：；？]*$/;
const EVERYDAY_SIGNS = /[^一-鿿々〆〇\dA-Za-z]+/g;

/** The letters and digits of `text` in NFKC, nothing else. */
export function lettersAndDigits(text: string): string {
  // Nearly every text is of a few ranges, and each of hundreds need not be asked for.
  if (EVERYDAY_TEXT.test(text)) return text.replace(EVERYDAY_SIGNS, '');
  return text.normalize('NFKC').replace(NOT_LETTERS_OR_DIGITS, '');
}

/**
 * Gives every block its anchor: `p-` and the first 8 hex digits of the SHA-256 of its letters and digits;
 * the second block with the same letters and digits gets `-2`, the third `-3`.
 */
export function anchorBlocks(blocks: readonly Omit<Block, 'anchor'>[]): Block[] {
  const seen = new Map<string, number>();
  return blocks.map((block) => {
    const digest = hash('sha256', lettersAndDigits(block.text)).slice(0, 8);
    const nth = (seen.get(digest) ?? 0) + 1;
    seen.set(digest, nth);
    return { ...block, anchor: nth === 1 ? `p-${digest}` : `p-${digest}-${nth}` };
  });
}

/**
 * Anchor of the number that starts at `offset` (UTF-16) of a block: `n-`, the block's digits, and how many
 * letters and digits stand before it. Fixed by the text, so that no change of the rules moves it.
 */
export function numberAnchor(block: Block, offset: number): string {
  return `n-${block.anchor.slice(2)}-${[...lettersAndDigits(block.text.slice(0, offset))].length}`;
}

/** `numberAnchor` of each of several ascending offsets, in one pass over the block. */
export function numberAnchors(block: Block, offsets: readonly number[]): string[] {
  let from = 0;
  let letters = 0;
  return offsets.map((offset) => {
    letters += countLetters(block.text, from, offset);
    from = offset;
    return `n-${block.anchor.slice(2)}-${letters}`;
  });
}

/** How many letters and digits a range of `text` has in NFKC. */
function countLetters(text: string, from: number, to: number): number {
  let letters = 0;
  for (let i = from; i < to; i += 1) {
    const own = EVERYDAY[text.charCodeAt(i)] as number;
    if (own === BY_TEXT) return [...lettersAndDigits(text.slice(from, to))].length;
    letters += own;
  }
  return letters;
}

/** What only the text around it tells: a sign that may join with another, half of a rare character. */
const BY_TEXT = 2;
/** Whether a UTF-16 unit is a letter or digit, for those that nearly all text is of and that join with none before. */
const EVERYDAY = new Uint8Array(0x10000).fill(BY_TEXT);
for (const [first, last] of [
  [0x20, 0x7e],
  [0x2010, 0x2027],
  [0x3000, 0x3011],
  [0x4e00, 0x9fff],
  [0xff01, 0xff5e],
] as const)
  for (let unit = first; unit <= last; unit += 1)
    EVERYDAY[unit] = lettersAndDigits(String.fromCharCode(unit)).length;

/** Anchor of the paragraph that a number's anchor points into. */
export function paragraphOfNumber(at: string): string {
  return `p-${at.slice(2, at.lastIndexOf('-'))}`;
}

/** How many letters and digits a character is in NFKC (㎡ is two), looked at once a character. */
function lettersOf(character: string): number {
  let letters = LETTERS.get(character);
  if (letters === undefined) {
    letters = [...lettersAndDigits(character)].length;
    LETTERS.set(character, letters);
  }
  return letters;
}

/** No text holds more than some thousand different characters. */
const LETTERS = new Map<string, number>();

/** Offset (UTF-16) in its block's text of the number with the anchor `at`; -1 where the text is too short. */
export function numberOffset(text: string, at: string): number {
  return numberOffsets(text, [at])[0] as number;
}

/** `numberOffset` of each of several anchors, in any order, in one pass over the text. */
export function numberOffsets(text: string, anchors: readonly string[]): number[] {
  const wanted = anchors
    .map((at, index) => ({ index, before: Number(at.slice(at.lastIndexOf('-') + 1)) }))
    .sort((a, b) => a.before - b.before);
  const offsets = anchors.map(() => -1);
  let next = 0;
  let count = 0;
  let offset = 0;
  while (offset < text.length && next < wanted.length) {
    const everyday = EVERYDAY[text.charCodeAt(offset)] as number;
    const character = everyday === BY_TEXT ? String.fromCodePoint(text.codePointAt(offset) as number) : ' ';
    const letters = everyday === BY_TEXT ? lettersOf(character) : everyday;
    for (let one = wanted[next]; letters > 0 && one && count >= one.before; one = wanted[++next])
      offsets[one.index] = offset;
    count += letters;
    offset += character.length;
  }
  return offsets;
}
