/** Raw texts to reviewable Markdown: content/raw to content/reports. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cacheFolder, openCache } from '../src/build/cache.ts';
import { readPart } from '../src/build/part.ts';
import { withPool } from '../src/build/pool.ts';
import { terminalProgress } from '../src/build/progress.ts';
import { createReader } from '../src/build/read-sources.ts';
import { PROJECT_CONTENT } from '../src/content.ts';
import { printDiagnostic } from '../src/diagnostics.ts';
import { normaliseFolder } from '../src/normalise/folder.ts';
import { printReview } from '../src/normalise/review.ts';
import { parseShard } from '../src/shard.ts';

const HELP = `npm run normalise [-- options]

Turns every file below content/raw into content/reports/<agencyId>/<year>.md and adds new agencies to
content/agencies.yaml. Ends with what an editor should look at.

  --content DIR  the content folder (content)
  --check        change nothing; exit 1 if something would change
  --force        overwrite generated Markdown that was edited by hand
  --shard K/N    read only this machine's share of the sources, into the folder --part, for npm run merge
  --part DIR     the folder of the part (.cache/part)
  --json         diagnostics and review as JSON lines
  --help         this text`;

const { values } = parseArgs({
  options: {
    content: { type: 'string', default: PROJECT_CONTENT },
    check: { type: 'boolean', default: false },
    force: { type: 'boolean', default: false },
    shard: { type: 'string' },
    part: { type: 'string', default: '.cache/part' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(HELP);
else if (values.shard !== undefined) {
  const progress = terminalProgress();
  await readPart(resolve(values.content), parseShard(values.shard), resolve(values.part), progress);
  console.log(`part ${values.shard} is in ${values.part}`);
} else {
  const { content, check, force, json } = values;
  const cache = openCache(cacheFolder(content));
  const run = await withPool((pool) =>
    normaliseFolder(content, { check, force, reader: createReader(content, { cache, pool }) }),
  );
  for (const diagnostic of run.diagnostics)
    console.log(json ? JSON.stringify(diagnostic) : printDiagnostic(diagnostic));
  for (const item of run.review) console.log(json ? JSON.stringify(item) : printReview(item));
  if (!json) {
    for (const file of run.changed) console.log(`${check ? 'would change' : 'changed'}: ${file}`);
    console.log(`${run.reports.length} reports from ${run.sources} sources, ${run.leftOut} left out`);
  }
  if (check && run.changed.length > 0) process.exitCode = 1;
}
