import type { Mark, Text } from './text.ts';

/** What ends the words around a number: a clause, or also an item of a list. */
const ITEM = /[，。；：！？、,;:!?\n]/;
const CLAUSE = /[，。；：！？,;:!?\n]/;

/** Width and space folded, as quotes are compared. */
export function foldText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

/**
 * The shortest words around a number that stand once in the text, with the number once in them; where it
 * stands twice in its line, words that stand once.
 * @param folded the text, folded
 * @throws {RangeError} where even the line stands more than once.
 */
export function quoteOf({ text }: Text, folded: string, mark: Mark): string {
  const number = foldText(mark.gold.printed);
  const stands = (quote: string) => once(folded, foldText(quote));
  const quote =
    wordsAround(text, mark).find((words) => stands(words) && once(foldText(words), number)) ??
    wordsAround(text, mark).find(stands);
  if (quote === undefined) throw new RangeError(`no quote of its own: ${mark.gold.printed}`);
  return quote;
}

/** Ever more of the line: first by items, then by clauses, to the left and then to the right. */
function* wordsAround(text: string, { start, end }: Mark): Generator<string> {
  for (const stop of [ITEM, CLAUSE]) {
    let [from, to] = [startOf(text, start, stop), endOf(text, end, stop)];
    yield text.slice(from, to).trim();
    while (from > 0 && text[from - 1] !== '\n') {
      from = startOf(text, from - 1, stop);
      yield text.slice(from, to).trim();
    }
    while (to < text.length && text[to] !== '\n') {
      to = endOf(text, to + 1, stop);
      yield text.slice(from, to).trim();
    }
  }
}

function once(text: string, part: string): boolean {
  const first = text.indexOf(part);
  return first >= 0 && text.indexOf(part, first + 1) < 0;
}

/** Where the words before `offset` begin: after the last stop. */
function startOf(text: string, offset: number, stop: RegExp): number {
  let from = offset;
  while (from > 0 && !stop.test(text[from - 1] as string)) from -= 1;
  return from;
}

function endOf(text: string, offset: number, stop: RegExp): number {
  let to = offset;
  while (to < text.length && !stop.test(text[to] as string)) to += 1;
  return to;
}
