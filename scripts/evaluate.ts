/** How well texts are read, against what people labelled. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { contentFile, PROJECT_CONTENT } from '../src/content.ts';
import { scoreFolder, textFinder } from '../src/evaluate/folder.ts';
import { parseGold } from '../src/evaluate/gold.ts';
import { parseLabels, printLabelScores, scoreLabels } from '../src/evaluate/labels.ts';
import { type EvaluationRules, readText } from '../src/evaluate/page.ts';
import { accuracyOf, OWN_GOLD, printGoldScores, printRecall } from '../src/evaluate/print.ts';
import { labelledNumbers, scoreRecall } from '../src/evaluate/recall.ts';
import { loadFigureRules } from '../src/figures/rules.ts';
import { loadIngestRules } from '../src/ingest/rules.ts';

const HELP = `npm run evaluate -- --texts DIR (--gold FILE | --labels FILE) [--json]

Reads texts as the archive does and compares what was read with what people labelled.

  --texts DIR    the texts, of any format that normalise reads: a file belongs to the row whose file or id its
                 name starts with
  --gold FILE    a table of every number of the texts: file, metric (or figure, change), value, unit, bound,
                 printed, flags, quote, with tabs between. Prints precision, recall and F1 of figures and of
                 readings, each metric's, and every mistake with its sentence. What it prints for
                 tests/gold/seeds.tsv is kept in content/accuracy.json, which the site shows.
  --labels FILE  JSON lines, one a page: id, doc_type, title, agency, province, city, county, level,
                 year_covered, published, metrics. Prints how reports are told apart, each field's score,
                 and how many of the labelled numbers were read.
  --json         the scores as JSON
  --help         this text`;

const { values } = parseArgs({
  options: {
    texts: { type: 'string' },
    gold: { type: 'string' },
    labels: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const read = (name: string) => readFileSync(contentFile(PROJECT_CONTENT, name), 'utf8');

if (values.help) console.log(HELP);
else if (!values.texts || (values.gold === undefined) === (values.labels === undefined)) {
  console.error(HELP);
  process.exitCode = 2;
} else {
  const rules: EvaluationRules = { ingest: loadIngestRules(read), figures: loadFigureRules(read) };
  if (values.gold) await evaluateGold(values.texts, values.gold, rules);
  else if (values.labels) await evaluateLabels(values.texts, values.labels, rules);
}

async function evaluateGold(folder: string, file: string, rules: EvaluationRules): Promise<void> {
  const scores = await scoreFolder(folder, parseGold(readFileSync(file, 'utf8')), rules);
  const accuracy = accuracyOf(scores);
  if (resolve(file) === resolve(PROJECT_CONTENT, '..', OWN_GOLD))
    writeFileSync(join(PROJECT_CONTENT, 'accuracy.json'), `${JSON.stringify(accuracy, undefined, 2)}\n`);
  console.log(values.json ? JSON.stringify(accuracy, undefined, 2) : printGoldScores(scores));
}

async function evaluateLabels(folder: string, file: string, rules: EvaluationRules): Promise<void> {
  const lines = readFileSync(file, 'utf8');
  const find = textFinder(folder);
  const numbers = lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => labelledNumbers(JSON.parse(line)));
  const rows = [];
  for (const [i, label] of parseLabels(lines).entries()) {
    const found = find(label.id);
    const text = found && (await readText(found, rules));
    rows.push({ label, numbers: numbers[i] as ReturnType<typeof labelledNumbers>, text });
  }
  const unread = { isReport: false, evidence: 'no text' };
  const fields = scoreLabels(
    rows.map(({ label, text }) => [label, text?.claim ?? unread] as const),
    rules.ingest,
  );
  const recall = scoreRecall(rows.map((row) => [row.numbers, row.text] as const));
  console.log(
    values.json
      ? JSON.stringify({ ...fields, numbers: recall }, undefined, 1)
      : `${printLabelScores(fields)}\n\n${printRecall(recall)}`,
  );
}
