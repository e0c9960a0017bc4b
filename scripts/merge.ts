/** Joins the parts that several machines made, and finishes what they began: npm run merge -- PART... */
import { parseArgs } from 'node:util';
import { build } from '../src/build/build.ts';
import { cacheFolder, openCache } from '../src/build/cache.ts';
import { joinParts } from '../src/build/part.ts';
import { withPool } from '../src/build/pool.ts';
import { terminalProgress } from '../src/build/progress.ts';
import { createReader } from '../src/build/read-sources.ts';
import { prepareRuntime } from '../src/build/runtime.ts';
import { type Diagnostic, printDiagnostic } from '../src/diagnostics.ts';
import { normaliseFolder } from '../src/normalise/folder.ts';

const HELP = `Usage: npm run merge -- [options] PART...

Joins the folders that npm run normalise -- --shard K/N, or npm run build -- --shard K/N, has filled on N machines.
Of the first it makes reports/ and agencies.yaml, of the second the site and its zip: the same bytes as one machine.

  --content DIR   the content folder that the parts were made from (default: content)
  --out DIR       the site (default: dist)
  --release DIR   the zip and its checksum (default: release)
  --no-zip        no zip
  --help          show this`;

const { values, positionals } = parseArgs({
  options: {
    content: { type: 'string', default: 'content' },
    out: { type: 'string', default: 'dist' },
    release: { type: 'string', default: 'release' },
    'no-zip': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

if (values.help) console.log(HELP);
else {
  try {
    const { diagnostics, summary } = await merge();
    for (const diagnostic of diagnostics) console.error(printDiagnostic(diagnostic));
    console.log(summary);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

async function merge(): Promise<{ diagnostics: Diagnostic[]; summary: string }> {
  const { content, out, release } = values;
  prepareRuntime(content);
  const cache = cacheFolder(content);
  const progress = terminalProgress();
  if (joinParts(content, positionals) === 'sources') {
    const { diagnostics, reports, changed } = await progress.stage('normalise', undefined, ({ tick }) =>
      withPool((pool) =>
        normaliseFolder(content, { reader: createReader(content, { cache: openCache(cache), pool }, tick) }),
      ),
    );
    return { diagnostics, summary: `${reports.length} reports, ${changed.length} files changed` };
  }
  const zip = !values['no-zip'];
  const { diagnostics, reports } = await build({ content, out, release, zip, cache }, progress);
  return { diagnostics, summary: `${progress.table()}\n${reports} reports: ${out}/index.html` };
}
