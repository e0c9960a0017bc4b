/** The site while one works on its pages: npm run dev */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cacheFolder, openCache } from '../src/build/cache.ts';
import { countArchive } from '../src/build/count-words.ts';
import { withPool } from '../src/build/pool.ts';
import { createReader } from '../src/build/read-sources.ts';
import { printDiagnostic } from '../src/diagnostics.ts';
import { normaliseFolder } from '../src/normalise/folder.ts';
import { loadArchive } from '../src/report/archive.ts';
import { developSite } from '../src/site/develop.ts';

const HELP = `Usage: npm run dev -- [options]

Serves the site of a content folder; pages show what is saved in src at once. Search needs a build (npm run build).

  --content DIR   folder with raw/ (default: content)
  --port N        (default: 4321)
  --help          show this`;

const { values } = parseArgs({
  options: {
    content: { type: 'string', default: 'content' },
    port: { type: 'string', default: '4321' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(HELP);
else {
  const content = resolve(values.content);
  const cache = openCache(cacheFolder(content));
  const { archive, words } = await withPool(async (pool) => {
    const { diagnostics } = await normaliseFolder(content, {
      reader: createReader(content, { cache, pool }),
    });
    for (const diagnostic of diagnostics) console.error(printDiagnostic(diagnostic));
    const archive = loadArchive(content);
    const { words } = await countArchive(content, archive.fingerprints, { cache, pool });
    return { archive, words };
  });
  const temp = fileURLToPath(new URL('../.cache/dev', import.meta.url));
  const site = { content, archive, words, temp, port: Number(values.port) };
  await developSite(site, (address) => {
    console.log(`${address} (stop with Ctrl+C)`);
    return new Promise((stop) => process.once('SIGINT', () => stop()));
  });
}
