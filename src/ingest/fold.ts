/**
 * Text as the rules read it: simplified characters, NFKC (so half-width letters, digits and punctuation).
 * What a page shows stays as printed; only matching uses this.
 */
import { Converter } from 'opencc-js/t2cn';

const toSimplified = Converter({ from: 't', to: 'cn' });

/** Everyday characters that a simplified text never holds. */
const TRADITIONAL = /[們個為這時來對會學國務專業員級強設導領發區縣鄉鎮機構關於黨執]/u;

/** Folds a text; one without an everyday traditional character is not converted at all. */
export function fold(text: string): string {
  const plain = text.normalize('NFKC');
  return TRADITIONAL.test(plain) ? toSimplified(plain) : plain;
}

/** True where the text is printed in traditional characters: many everyday words show it. */
export function isTraditional(text: string): boolean {
  const shown = text.match(new RegExp(TRADITIONAL, 'gu'))?.length ?? 0;
  return shown / Math.max(text.length, 1) > 0.02;
}
