/**
 * The least that writing a site can cost: node src/bench/bare-writer.ts FROM OUT
 * Reads every page below FROM, as a renderer must read its source, and writes its bytes below OUT.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listFiles } from '../files.ts';

const [from, out] = process.argv.slice(2) as [string, string];
for (const page of listFiles(from)) {
  if (!page.endsWith('.html')) continue;
  const target = join(out, page);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, readFileSync(join(from, page)));
}
