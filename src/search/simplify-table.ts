/**
 * Traditional to Simplified, one character at a time, from OpenCC's table of characters. Its phrase tables are
 * left out on purpose: with them the Simplified form of a character depends on its neighbours, and a
 * substring of a text would no longer fold to a substring of the folded text.
 */
import characters from 'opencc-js/dict/TSCharacters';
import { readPairs } from './simplify.ts';

const pairs = new Map(
  characters
    .split('|')
    .map((entry) => entry.split(' ') as [string, string])
    .filter(([traditional, simplified]) => traditional !== simplified),
);

/** Traditional and Simplified character by turns; a Simplified one is never Traditional itself. */
export const SIMPLIFY_PAIRS = [...pairs]
  .map(([traditional, simplified]) => traditional + (pairs.get(simplified) ?? simplified))
  .join('');

export const SIMPLIFY = readPairs(SIMPLIFY_PAIRS);
