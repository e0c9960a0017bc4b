/** Characters that no reader sees or that stand for a space: the first, stated repairs of a raw text. */
import type { Counts, Line } from './lines.ts';

/** Each case has an id that shows in `repairs`. Applied in this order to the whole text. */
const CASES: readonly (readonly [rule: string, pattern: RegExp, replacement: string])[] = [
  ['zero-width', /[\u00ad\u200b-\u200d\u2060-\u2064\ufeff]/g, ''],
  ['bidi', /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ''],
  // The text's own line ends are LF by now; other control characters carry nothing.
  ['control', /[^\P{Cc}\t\n]/gu, ''],
  ['private-use', /[\ue000-\uf8ff]/g, ''],
  ['wide-space', /[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' '],
];

/**
 * Splits decoded text into cleaned lines. CR LF, CR, U+2028 and U+2029 all end a line.
 * Spaces at either end of a line and repeated spaces carry no text and are not counted.
 */
export function toLines(text: string): { lines: Line[]; counts: Counts } {
  const counts = new Map<string, number>();
  let clean = text.replace(/\r\n?|[\u2028\u2029]/g, '\n');
  for (const [rule, pattern, replacement] of CASES) {
    let count = 0;
    clean = clean.replace(pattern, () => {
      count += 1;
      return replacement;
    });
    if (count > 0 && rule !== 'wide-space') counts.set(rule, count);
  }
  const lines = clean
    .split('\n')
    .map((line, i) => ({ number: i + 1, text: line.replace(/ {2,}/g, ' ').trim() }));
  return { lines, counts };
}
