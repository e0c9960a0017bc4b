/**
 * Ingest and figures on one core against nodejieba cutting the same texts: node src/bench/reading.ts CONTENT COUNT
 * Prints both as seconds of processor time, the medians of ROUNDS rounds, as JSON.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadNormaliseRules } from '../normalise/folder.ts';
import { normaliseReport } from '../normalise/report.ts';
import { segment } from '../words/segment.ts';
import { median } from './table.ts';

const ROUNDS = 3;

const [content, count] = process.argv.slice(2) as [string, string];
const rules = loadNormaliseRules(content);
const sources = readdirSync(join(content, 'raw'))
  .sort()
  .slice(0, Number(count))
  .map((file) => ({ file, bytes: new Uint8Array(readFileSync(join(content, 'raw', file))) }));
const texts: string[] = [];
for (const source of sources) {
  const encoding = (await normaliseReport(source, rules)).draft?.metadata.source.encoding;
  if (encoding !== undefined) texts.push(new TextDecoder(encoding).decode(source.bytes));
}
texts.forEach(segment);

const rounds: { reading: number; cutting: number }[] = [];
for (let round = 0; round < ROUNDS; round += 1)
  rounds.push({
    reading: await seconds(async () => {
      for (const source of sources) await normaliseReport(source, rules);
    }),
    cutting: await seconds(() => texts.forEach(segment)),
  });
console.log(
  JSON.stringify({
    texts: texts.length,
    characters: texts.reduce((sum, text) => sum + text.length, 0),
    reading: median(rounds.map(({ reading }) => reading)),
    cutting: median(rounds.map(({ cutting }) => cutting)),
  }),
);

async function seconds(run: () => void | Promise<void>): Promise<number> {
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
