/** Where labelled words stand in a text. */
import { fold } from '../figures/fold.ts';
import type { Block } from '../report/report.ts';
import type { ReadNumber } from './gold.ts';

/** Where a quote stands in the blocks, width and space folded: the block, and the range in its text. */
export function placesOf(
  blocks: readonly Block[],
  quote: string,
): { block: number; start: number; end: number }[] {
  const wanted = squeeze(quote).text;
  return blocks.flatMap(({ text }, block) => {
    const { text: squeezed, offsets } = squeeze(text);
    const at = squeezed.indexOf(wanted);
    if (at < 0) return [];
    return [{ block, start: offsets[at] as number, end: (offsets[at + wanted.length - 1] as number) + 1 }];
  });
}

/** Folded text without spaces, and where each of its characters stood. */
function squeeze(text: string): { text: string; offsets: number[] } {
  const offsets: number[] = [];
  let squeezed = '';
  [...fold(text)].reduce((offset, character) => {
    if (character.trim() !== '') {
      for (let i = 0; i < character.length; i += 1) offsets.push(offset + i);
      squeezed += character;
    }
    return offset + character.length;
  }, 0);
  return { text: squeezed, offsets };
}

/** Whether a number stands in one of the places. */
export function isAt(
  number: ReadNumber,
  places: readonly { block: number; start: number; end: number }[],
): boolean {
  return places.some(
    ({ block, start, end }) => number.block === block && number.offset >= start && number.offset < end,
  );
}
