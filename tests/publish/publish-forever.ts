/** Publishes one build after another into the folder given, until it is killed: a process for swap.test.ts. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { writeEdition } from '../../src/publish/edition.ts';
import { writeManifest } from '../../src/publish/manifest.ts';
import { replace } from '../../src/publish/swap.ts';
import { fill } from './fill.ts';

/** 96 KB of letters that hardly compress. */
function text(seed: string): string {
  return Array.from({ length: 1500 }, (_, i) =>
    createHash('sha256').update(`${seed} ${i}`).digest('hex'),
  ).join('');
}

const [folder = '', times = 'Infinity'] = process.argv.slice(2);
for (let build = 0; build < Number(times); build += 1) {
  const edition = { name: `第${build}次`, reports: 8 };
  const files = Array.from({ length: 8 }, (_, i) => [`reports/a-b/${2000 + i}.html`, text(`${build} ${i}`)]);
  await replace(join(folder, 'dist'), async (site) => {
    fill(site, Object.fromEntries(files));
    writeManifest(site, edition);
    await writeEdition(site, join(folder, 'release'), edition);
  });
  if (build === 0) console.log('ready');
}
console.log('done');
