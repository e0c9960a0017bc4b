/**
 * Makes nodejieba's native addon ready before anything needs it. No install script of a dependency runs
 * (`ignore-scripts` in .npmrc), so this runs the locked node-pre-gyp: a prebuilt binary where one can be
 * fetched, else a compilation against the headers that ship with the node package of this project.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const require = createRequire(import.meta.url);
const addon = dirname(require.resolve('nodejieba/package.json'));
const built = join(addon, 'build', 'Release', 'nodejieba.node');
if (!existsSync(built)) install();

function install(): void {
  const installer = require.resolve('@mapbox/node-pre-gyp/bin/node-pre-gyp');
  const nodedir = resolve(dirname(process.execPath), '..');
  console.log('Preparing nodejieba, once (about 10 seconds)');
  const run = spawnSync(
    process.execPath,
    [installer, 'install', '--fallback-to-build', `--nodedir=${nodedir}`],
    { cwd: addon, encoding: 'utf8' },
  );
  if (run.status === 0 && existsSync(built)) return;
  console.error(
    [
      run.stderr.slice(-2000),
      'nodejieba could neither be fetched as a prebuilt binary nor compiled.',
      'To fetch it, this machine must reach github.com; to compile it, it needs python3, make and a C++ compiler:',
      '  Debian, Ubuntu: apt-get install python3 make g++',
      '  macOS:          xcode-select --install',
      '  Windows:        Visual Studio Build Tools with "Desktop development with C++", and Python 3',
    ].join('\n'),
  );
  process.exit(1);
}
