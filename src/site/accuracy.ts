/** How well the rules read reports that people had read before: content/accuracy.json. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { contentFile } from '../content.ts';

const scoreSchema = z.object({
  /** Numbers that people marked, and the shares of the rules' numbers and of theirs that agree, from 0 to 1. */
  gold: z.number(),
  precision: z.number(),
  recall: z.number(),
});
const accuracySchema = z.object({
  /** The command that printed it. */
  command: z.string(),
  /** Number of reports that people read. */
  texts: z.number(),
  figures: scoreSchema,
  readings: scoreSchema,
});

export type Accuracy = z.infer<typeof accuracySchema>;

/** Undefined where nothing was measured. @throws {Error} where the file is not of that form. */
export function loadAccuracy(content: string): Accuracy | undefined {
  const path = contentFile(content, 'accuracy.json');
  return existsSync(path) ? accuracySchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined;
}
