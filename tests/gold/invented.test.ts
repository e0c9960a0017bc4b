import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentFile, PROJECT_CONTENT } from '../../src/content.ts';
import { scoreFolder } from '../../src/evaluate/folder.ts';
import { parseGold } from '../../src/evaluate/gold.ts';
import { accuracyOf } from '../../src/evaluate/print.ts';
import { loadFigureRules } from '../../src/figures/rules.ts';
import { loadIngestRules } from '../../src/ingest/rules.ts';

const read = (name: string) => readFileSync(contentFile(PROJECT_CONTENT, name), 'utf8');

test('reports in other words than the five, written and labelled before they were read', async () => {
  const gold = parseGold(readFileSync(join(import.meta.dirname, 'invented.tsv'), 'utf8'));
  const rules = { ingest: loadIngestRules(read), figures: loadFigureRules(read) };
  const scores = await scoreFolder(join(import.meta.dirname, 'invented'), gold, rules);
  const { figures, readings } = accuracyOf(scores);
  expect(figures.recall).toBeGreaterThanOrEqual(0.99);
  expect(readings.f1).toBeGreaterThanOrEqual(0.97);
});
