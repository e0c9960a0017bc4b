/** Prints how a new build goes live: npm run publish-plan -- OLD NEW */
import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { digestSite, MANIFEST, parseManifest, SUMS } from '../src/publish/manifest.ts';
import { type Listing, planUploads } from '../src/publish/plan.ts';

const HELP = `Usage: npm run publish-plan -- OLD NEW

Prints, one a line and in order, what to upload and what to delete so that a host that serves OLD serves NEW
without a moment of mixed versions: files that pages refer to first, pages last, deletions after everything.
OLD and NEW are folders of built sites, or a manifest.json (such as the live site's).`;

const { values, positionals } = parseArgs({
  options: { help: { type: 'boolean', short: 'h' } },
  allowPositionals: true,
});
const [before, after] = positionals;
if (values.help || before === undefined || after === undefined) {
  console.log(HELP);
  process.exit(values.help ? 0 : 2);
}
for (const { action, path } of planUploads(listing(before), listing(after))) console.log(`${action} ${path}`);

/** The two files that list the others are always told: they change with any of them. */
function listing(path: string): Listing {
  const files = statSync(path).isDirectory()
    ? digestSite(path)
    : parseManifest(readFileSync(path, 'utf8')).files;
  return { ...files, [MANIFEST]: { sha256: path }, [SUMS]: { sha256: path } };
}
