/**
 * Ingest and figures on one core against nodejieba cutting the same texts: node src/bench/reading.ts CONTENT COUNT
 * Prints both as seconds of processor time, the medians of ROUNDS rounds, as JSON. They take turns every few texts,
 * so that both meet the machine as fast and its caches as full as the other does.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareRuntime } from '../build/runtime.ts';
import { loadNormaliseRules } from '../normalise/folder.ts';
import { normaliseReport } from '../normalise/report.ts';
import { segment } from '../words/segment.ts';
import { median } from './table.ts';

const ROUNDS = 3;
const TURN = 10;

const [content, count] = process.argv.slice(2) as [string, string];
prepareRuntime(content);
const rules = loadNormaliseRules(content);
const sources = readdirSync(join(content, 'raw'))
  .sort()
  .slice(0, Number(count))
  .map((file) => ({ file, bytes: new Uint8Array(readFileSync(join(content, 'raw', file))) }));
const reports: { source: (typeof sources)[number]; text: string }[] = [];
for (const source of sources) {
  const encoding = (await normaliseReport(source, rules)).draft?.metadata.source.encoding;
  if (encoding === undefined) continue;
  const text = new TextDecoder(encoding).decode(source.bytes);
  reports.push({ source, text });
  segment(text);
}

const rounds: { reading: number; cutting: number }[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const sums = { reading: 0, cutting: 0 };
  for (let from = 0; from < reports.length; from += TURN) {
    const some = reports.slice(from, from + TURN);
    sums.reading += await seconds(async () => {
      for (const { source } of some) await normaliseReport(source, rules);
    });
    sums.cutting += await seconds(() => {
      for (const { text } of some) segment(text);
    });
  }
  rounds.push(sums);
}
console.log(
  JSON.stringify({
    texts: reports.length,
    characters: reports.reduce((sum, { text }) => sum + text.length, 0),
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
