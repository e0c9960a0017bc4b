/** How many labelled numbers of labelled pages were read: the `metrics` of a labels file. */
import { z } from 'zod';
import type { Bound } from '../report/schema.ts';
import { isSame, readNumbers } from './gold.ts';
import type { ReadText } from './page.ts';
import { isAt, placesOf } from './places.ts';

/** The labels' words for bounds. */
const QUALIFIERS = {
  more_than: 'more-than',
  at_least: 'at-least',
  at_most: 'at-most',
  nearly: 'nearly',
  about: 'about',
  range: 'range',
} as const satisfies Record<string, Bound>;

const numbersSchema = z.object({
  id: z.string(),
  features: z.array(z.string()).nullish(),
  metrics: z
    .array(
      z.object({
        label: z.string(),
        value: z.number(),
        unit: z.string().nullish(),
        qualifier: z.enum(Object.keys(QUALIFIERS) as [keyof typeof QUALIFIERS]).nullish(),
        quote: z.string(),
        note: z.string().nullish(),
      }),
    )
    .nullish(),
});

export type LabelledNumbers = z.infer<typeof numbersSchema>;

export interface RecallScores {
  labelled: number;
  found: number;
  missed: { id: string; label: string; value: number; quote: string }[];
}

/** The labelled numbers of a row of a labels file. @throws {z.ZodError} where they are none. */
export function labelledNumbers(row: unknown): LabelledNumbers {
  return numbersSchema.parse(row);
}

/** Rows marked as unlabelled, and numbers noted as cut off or not to be scored, count for nothing. */
export function scoreRecall(
  rows: readonly (readonly [LabelledNumbers, ReadText | undefined])[],
): RecallScores {
  const scores: RecallScores = { labelled: 0, found: 0, missed: [] };
  for (const [{ id, features, metrics }, text] of rows) {
    if (features?.includes('unlabelled_phrasing_source')) continue;
    const blocks = text?.blocks ?? [];
    const numbers = text ? readNumbers(blocks, text.numbers) : [];
    for (const { label, value, unit, qualifier, quote, note } of metrics ?? []) {
      if (note && /do not score|truncated/.test(note)) continue;
      scores.labelled += 1;
      const bound = qualifier ? QUALIFIERS[qualifier] : 'exact';
      const places = placesOf(blocks, quote);
      const found = numbers.some(
        (number) => isSame({ value, unit: unit ?? undefined, bound }, number, blocks) && isAt(number, places),
      );
      if (found) scores.found += 1;
      else scores.missed.push({ id, label, value, quote });
    }
  }
  return scores;
}
