/** The texts of a folder, found by the start of their file names, and their scores. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listRaw } from '../normalise/raw.ts';
import { type GoldRow, type GoldScores, scoreGold } from './gold.ts';
import { type EvaluationRules, readText, type TextFile } from './page.ts';

/** Finds the file of a text: named `id`, or with a name that goes on after it with no letter or digit. */
export function textFinder(folder: string): (id: string) => TextFile | undefined {
  const files = readdirSync(folder).sort();
  return (id) => {
    const file = files.find((name) => name.startsWith(id) && !/^[\p{L}\p{N}]/u.test(name.slice(id.length)));
    return file === undefined ? undefined : { file, bytes: readFileSync(join(folder, file)) };
  };
}

const NOTHING_READ = { blocks: [], numbers: { readings: [], figures: [], changes: [] } };

/** Scores of a folder, and its texts that no row of the gold speaks of, which nobody can score. */
export interface FolderScores extends GoldScores {
  withoutRows: string[];
}

/** Reads every text that the gold speaks of. Of one that is not there, every number is missed. */
export async function scoreFolder(
  folder: string,
  gold: readonly GoldRow[],
  rules: EvaluationRules,
): Promise<FolderScores> {
  const find = textFinder(folder);
  const texts = [];
  const scored = new Set<string>();
  for (const id of new Set(gold.map((row) => row.file))) {
    const text = find(id);
    if (text) scored.add(text.file);
    texts.push({ ...NOTHING_READ, ...(text && (await readText(text, rules))), file: id });
  }
  const withoutRows = listRaw(folder).files.filter((file) => !scored.has(file));
  return { ...scoreGold(texts, gold), withoutRows };
}
