/** Builds the content folders `a` and `b` of the folder given by turns, until it is killed: for interrupted.test.ts. */
import { join } from 'node:path';
import { build } from '../../src/build/build.ts';
import { createProgress } from '../../src/build/progress.ts';

const silent = createProgress({ live: false, write: () => {} }, { now: () => 0, memory: () => 0 });
const [folder = ''] = process.argv.slice(2);
const [out, release, cache] = ['dist', 'release', 'cache'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
for (let turn = 0; ; turn += 1) {
  await build({ content: join(folder, turn % 2 === 0 ? 'a' : 'b'), out, release, zip: true, cache }, silent);
  console.log('built');
}
