/** Checks a build with the programs of this machine: npm run check:host */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CHECKS, checkHost } from '../src/publish/hosting/check.ts';
import { BROWSER_CHECKS } from '../tests/host/browsers.ts';

const HELP = `Usage: npm run check:host [-- --site DIR --zip FILE]

Checks a finished build with what this machine has: unzip, 7z and bsdtar unpack the zip, sha256sum reads
SHA256SUMS, nginx serves the site by the example configuration, Chromium and Firefox open the unpacked zip. A
program that is absent is named.

  --site DIR   the built site (default dist)
  --zip FILE   its zip (default release/fazhi-archive.zip)`;

const { values } = parseArgs({
  options: {
    site: { type: 'string', default: 'dist' },
    zip: { type: 'string', default: 'release/fazhi-archive.zip' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const temp = mkdtempSync(join(tmpdir(), 'fazhi-host-'));
try {
  const copy = { site: values.site, zip: values.zip, temp };
  for await (const { name, wrong, absent } of checkHost([...CHECKS, ...BROWSER_CHECKS], copy)) {
    if (absent !== undefined) console.log(`absent  ${absent}: not checked that ${name}`);
    else console.log(wrong === undefined ? `ok      ${name}` : `wrong   ${name}: ${wrong}`);
    if (wrong !== undefined) process.exitCode = 1;
  }
} finally {
  rmSync(temp, { recursive: true, force: true });
}
