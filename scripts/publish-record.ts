/** Records what a publication has shown: npm run publish-record */
import { parseArgs } from 'node:util';
import { isWhole } from '../src/publish/edition.ts';
import { readManifest } from '../src/publish/manifest.ts';
import { record } from '../src/publish/record.ts';
import { listReports, readMetadata } from '../src/report/store.ts';

const HELP = `Usage: npm run publish-record [-- --content DIR --site DIR --date YYYY-MM-DD]

Run it when a build has been published. It adds to DIR/permalinks every page, anchor and value that the site
shows and the ledger does not have; from then on a build that would lose one of them fails, and a value that
changes is told as a correction. Commit what it adds.

  --content DIR   content folder (default content)
  --site DIR      the published site (default dist)
  --date DATE     day of publication (default today)`;

/** Today in China, wherever this runs. */
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

const { values } = parseArgs({
  options: {
    content: { type: 'string', default: 'content' },
    site: { type: 'string', default: 'dist' },
    date: { type: 'string', default: today },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
if (!/^\d{4}-\d{2}-\d{2}$/.test(values.date)) {
  console.error(`--date ${values.date}: expected YYYY-MM-DD`);
  process.exit(2);
}
const { edition } = readManifest(values.site);
if (!isWhole(edition)) {
  console.error(
    `${values.site} is a demo, a part or a training edition: only the whole archive is recorded.`,
  );
  process.exit(1);
}
const reports = listReports(values.content).map((id) => readMetadata(values.content, id));
const { permalinks, values: lines } = record(values.content, values.site, reports, values.date);
console.log(`${permalinks} permalinks and ${lines} values added to ${values.content}/permalinks`);
