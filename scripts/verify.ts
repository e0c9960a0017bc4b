/** Checks an edition against its manifest: npm run verify -- FILE.zip */
import { parseArgs } from 'node:util';
import { verify } from '../src/publish/verify.ts';

const HELP = `Usage: npm run verify -- FILE.zip | FOLDER

Checks that an edition (a zip, an unpacked zip, or a built site) is whole and unchanged: every file is held
against the size and SHA-256 in its manifest.json. What differs is named. Exit code 0: nothing differs,
1: something does, 2: it cannot be checked.`;

const { values, positionals } = parseArgs({
  options: { help: { type: 'boolean', short: 'h' } },
  allowPositionals: true,
});
const [path] = positionals;
if (values.help || path === undefined) {
  console.log(HELP);
  process.exit(values.help ? 0 : 2);
}
try {
  const { manifest, differences } = await verify(path);
  for (const { kind, path } of differences) console.log(`${kind} ${path}`);
  const files = Object.keys(manifest.files).length;
  console.log(
    differences.length === 0
      ? `OK: ${files} files, digest ${manifest.digest}`
      : `${differences.length} of ${files} files differ from the manifest`,
  );
  process.exitCode = differences.length === 0 ? 0 : 1;
} catch (error) {
  console.error(`${path} cannot be checked: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 2;
}
