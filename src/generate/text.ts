import type { Bound } from '../report/schema.ts';

/** What a number in a generated text says: a row of the gold file but for its file and quote. */
export interface Gold {
  /** Metric id; `figure` where the catalogue has none for it, `change` for a change. */
  metric: string;
  /** In base units. */
  value: number;
  unit: string;
  bound: Bound;
  /** The number as it stands in the text. */
  printed: string;
  flags: string;
}

/** A text and where its numbers stand in it (UTF-16). */
export interface Text {
  text: string;
  marks: readonly Mark[];
}

export interface Mark {
  start: number;
  end: number;
  gold: Gold;
}

/** Texts one after the other, `between` them the same words. */
export function join(parts: readonly (string | Text)[], between = ''): Text {
  let text = '';
  const marks: Mark[] = [];
  parts.forEach((part, index) => {
    if (index > 0) text += between;
    if (typeof part !== 'string')
      for (const mark of part.marks)
        marks.push({ ...mark, start: mark.start + text.length, end: mark.end + text.length });
    text += typeof part === 'string' ? part : part.text;
  });
  return { text, marks };
}

/** The text in pieces that each end with one of `stops`, but the last. */
export function splitAfter({ text, marks }: Text, stops: string): Text[] {
  const pieces: Text[] = [];
  let start = 0;
  for (let end = 1; end <= text.length; end += 1) {
    if (end < text.length && !stops.includes(text[end - 1] as string)) continue;
    const inside = marks.filter((mark) => mark.start >= start && mark.end <= end);
    pieces.push({
      text: text.slice(start, end),
      marks: inside.map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start })),
    });
    start = end;
  }
  return pieces;
}

/** The same text with each character replaced by one of the same length. */
export function mapCharacters({ text, marks }: Text, map: (text: string) => string): Text {
  return {
    text: map(text),
    marks: marks.map((mark) => ({ ...mark, gold: { ...mark.gold, printed: map(mark.gold.printed) } })),
  };
}
