import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { contentFile, PROJECT_CONTENT } from '../../src/content.ts';
import { scoreFolder, textFinder } from '../../src/evaluate/folder.ts';
import { type GoldScores, parseGold, readNumbers } from '../../src/evaluate/gold.ts';
import { type EvaluationRules, readText, type TextFile } from '../../src/evaluate/page.ts';
import { placesOf } from '../../src/evaluate/places.ts';
import { accuracyOf, OWN_GOLD } from '../../src/evaluate/print.ts';
import { loadFigureRules } from '../../src/figures/rules.ts';
import { loadIngestRules } from '../../src/ingest/rules.ts';

const read = (name: string) => readFileSync(contentFile(PROJECT_CONTENT, name), 'utf8');
const gold = parseGold(readFileSync(join(PROJECT_CONTENT, '..', OWN_GOLD), 'utf8'));
const raw = join(PROJECT_CONTENT, 'raw');
let rules: EvaluationRules;
let scores: GoldScores;

beforeAll(async () => {
  rules = { ingest: loadIngestRules(read), figures: loadFigureRules(read) };
  scores = await scoreFolder(raw, gold, rules);
});

describe('the five reports as people labelled them', () => {
  test('content/accuracy.json tells what is measured', () => {
    expect(JSON.parse(read('accuracy.json'))).toEqual(JSON.parse(JSON.stringify(accuracyOf(scores))));
  });

  test('figures and readings reach what the archive promises', () => {
    const { figures, readings } = accuracyOf(scores);
    expect(figures.recall).toBeGreaterThanOrEqual(0.99);
    expect(figures.precision).toBeGreaterThanOrEqual(0.97);
    expect(readings.f1).toBeGreaterThanOrEqual(0.97);
  });

  test('mixed and carried-over readings are flagged, and no others', async () => {
    const find = textFinder(raw);
    const ids = [...new Set(gold.map(({ file }) => file))];
    const texts = await Promise.all(ids.map((id) => readText(find(id) as TextFile, rules)));
    const flags = texts.flatMap((text, t) => {
      if (!text) return [];
      const numbers = readNumbers(text.blocks, text.numbers).slice(0, text.numbers.readings.length);
      return numbers.flatMap((number, i) => {
        const row = gold.find(
          ({ file: of, metric, printed, quote }) =>
            of === ids[t] &&
            metric === number.kind &&
            printed === number.printed &&
            placesOf(text.blocks, quote).some(
              (place) =>
                place.block === number.block && number.offset >= place.start && number.offset < place.end,
            ),
        );
        return [[number.quote, row?.flags ?? '', text.numbers.readings[i]?.flags?.join(' ') ?? '']];
      });
    });
    expect(flags.filter(([, expected, found]) => expected !== found)).toEqual([]);
  });
});

describe('a gold file', () => {
  test('with a line that does not fit is refused with its line', () => {
    const header = 'file\tmetric\tvalue\tunit\tbound\tprinted\tflags\tquote';
    expect(() => parseGold(`${header}\na\tfigure\tsix\t件\texact\t6件\t\t6件`)).toThrow(
      'gold, line 2: value',
    );
    expect(() => parseGold('file\tmetric\n')).toThrow('gold, line 1: expected the columns');
  });
  test('that leaves out a text of the folder is scored without it, and the text is named', async () => {
    const [first] = gold;
    const some = gold.filter(({ file }) => file === first?.file);
    const { texts, withoutRows } = await scoreFolder(raw, some, rules);
    expect([texts, withoutRows.length]).toEqual([1, 4]);
    expect(withoutRows.some((file) => file.startsWith(first?.file as string))).toBe(false);
  });
  test('of a text that is not there counts every number as missed', async () => {
    const missing = gold.slice(0, 3).map((row) => ({ ...row, file: 'nowhere' }));
    expect((await scoreFolder(raw, missing, rules)).figures).toEqual({ gold: 3, read: 0, right: 0 });
  });
});
