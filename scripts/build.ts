/** The whole job: raw texts to a site and a zip. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../src/build/build.ts';
import { cacheFolder } from '../src/build/cache.ts';
import { sitePart } from '../src/build/part.ts';
import { terminalProgress } from '../src/build/progress.ts';
import { prepareRuntime } from '../src/build/runtime.ts';
import { printDiagnostic } from '../src/diagnostics.ts';
import { parseShard } from '../src/shard.ts';

const HELP = `Usage: npm run build -- [options]

Builds the archive of the raw texts in a content folder: a site and a zip of it.

  --content DIR   folder with raw/; what it lacks beside that is taken from the project's own (default: content)
  --out DIR       the site (default: dist)
  --release DIR   the zip and its checksum (default: release)
  --only FILTER   a partial edition, never in the ledger: year=2022-2023,province=青海省,level=county
                  (keys: year, province, city, level, type, theme; a key given twice is a choice)
  --training      adds handouts and exercises to print; never in the ledger
  --strict        exit with 1 if any source was left out
  --no-zip        build the site only
  --shard K/N     render and index only this machine's share of the reports in content, into the folder --part,
                  for npm run merge
  --part DIR      the folder of the part (.cache/part)
  --help          show this`;

/** What a full disk is called by Node and by the tools that write for the build, which tell it in words of their own. */
const DISK_FULL = /ENOSPC|EDQUOT|EFBIG|no space left|quota exceeded|file too large/i;

const { values } = parseArgs({
  options: {
    content: { type: 'string', default: 'content' },
    out: { type: 'string', default: 'dist' },
    release: { type: 'string', default: 'release' },
    only: { type: 'string' },
    training: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    'no-zip': { type: 'boolean', default: false },
    shard: { type: 'string' },
    part: { type: 'string', default: '.cache/part' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(HELP);
else {
  try {
    process.exitCode = await main();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    console.error(message);
    if (DISK_FULL.test(message))
      console.error(
        'the disk takes no more: free some space (or raise the limit or quota), then build again',
      );
    console.error('nothing was replaced: the last good site and zip are as they were');
    process.exitCode = 1;
  }
}

async function main(): Promise<number> {
  prepareRuntime(values.content);
  const progress = terminalProgress();
  const { content, out, release, only, training, strict } = values;
  if (values.shard !== undefined) {
    await sitePart(resolve(content), parseShard(values.shard), resolve(values.part), progress);
    console.log(`${progress.table()}\npart ${values.shard} is in ${values.part}`);
    return 0;
  }
  const result = await build(
    {
      content,
      out,
      release,
      zip: !values['no-zip'],
      only,
      training: training || undefined,
      cache: cacheFolder(content),
    },
    progress,
  );
  for (const diagnostic of result.diagnostics) console.error(printDiagnostic(diagnostic));
  console.log(progress.table());
  console.log(
    `${result.reports} reports, ${result.leftOut} sources left out: ${out}/index.html${values['no-zip'] ? '' : `, ${release}/fazhi-archive.zip`}`,
  );
  return strict && result.leftOut > 0 ? 1 : 0;
}
