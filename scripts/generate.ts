/** Writes a content folder of generated reports: npm run generate -- --reports N --seed S --out DIR */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PROJECT_CONTENT } from '../src/content.ts';
import { parseDivisions } from '../src/divisions/division.ts';
import { createGazetteer } from '../src/divisions/gazetteer.ts';
import { GOLD_HEADER, generateCorpus, printGold } from '../src/generate/corpus.ts';
import { loadLibrary } from '../src/generate/library.ts';

const USAGE = `npm run generate -- --reports N --seed S --out DIR

Writes N generated reports (示例数据) to DIR, an ordinary content folder:
  raw/          the pages, as a collector would have saved them
  site.yaml     marks the site as a demonstration
  gold.tsv      every number of every page, for npm run evaluate -- --gold
  labels.jsonl  title, agency, place, year and dates of every page, for npm run evaluate -- --labels
The same seed gives the same bytes on every machine, and a longer corpus begins with the shorter one.`;

const SITE = `name: 法治年报档案（示例数据）
description: 程序生成的示例数据，用于演示与测量，不是真实报告。
demo: true
`;

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const count = Number(values.reports);
const seed = Number(values.seed);
if (values.help) {
  console.log(USAGE);
} else if (!values.out || !Number.isInteger(count) || count < 1 || !Number.isInteger(seed)) {
  console.error(USAGE);
  process.exitCode = 1;
} else {
  generate(values.out);
}

function generate(out: string): void {
  const raw = join(out, 'raw');
  const site = join(out, 'site.yaml');
  // An earlier corpus is replaced; anything else is somebody's.
  if (existsSync(site) && readFileSync(site, 'utf8') === SITE) rmSync(raw, { recursive: true, force: true });
  mkdirSync(raw, { recursive: true });
  if (readdirSync(raw).length > 0) {
    console.error(`${raw} is not empty and not a generated corpus: nothing was written`);
    process.exitCode = 1;
    return;
  }
  const phrases = fileURLToPath(new URL('../src/generate/phrases/', import.meta.url));
  const library = loadLibrary((name) => readFileSync(join(phrases, name), 'utf8'));
  const divisions = parseDivisions(readFileSync(join(PROJECT_CONTENT, 'divisions.tsv'), 'utf8'));
  writeFileSync(site, SITE);
  const gold = openSync(join(out, 'gold.tsv'), 'w');
  const labels = openSync(join(out, 'labels.jsonl'), 'w');
  writeSync(gold, GOLD_HEADER);
  let numbers = 0;
  for (const report of generateCorpus(seed, count, library, createGazetteer(divisions))) {
    writeFileSync(join(raw, report.file), report.bytes);
    writeSync(gold, printGold(report));
    writeSync(labels, `${JSON.stringify(report.label)}\n`);
    numbers += report.gold.length;
  }
  closeSync(gold);
  closeSync(labels);
  console.log(`${count} reports with ${numbers} numbers in ${out}`);
}
