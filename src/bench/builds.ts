/** Whole builds of one content folder: from nothing, with nothing changed, and with one report changed. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST } from '../publish/manifest.ts';
import { type Cost, costOfScript } from './cost.ts';
import { heaviestPages } from './weights.ts';

export interface Builds {
  cold: Cost;
  /** Seconds of each stage of the cold build. */
  stages: Record<string, number>;
  unchanged: Cost;
  changed: Cost;
  /** Whether a change taken back gives, by way of the cache, the bytes of the cold build. */
  sameBytes: boolean;
  /** Gzipped bytes of the heaviest page of each kind; absent where the site has none. */
  weights: Record<string, number | undefined>;
}

const BUILD = new URL('../../scripts/build.ts', import.meta.url);

/**
 * @param folder holds `content`; the site and the zip come beside it.
 * @param say is told of each build when it ends: at 20,000 reports each takes long
 */
export async function measureBuilds(folder: string, say: (what: string) => void): Promise<Builds> {
  const content = join(folder, 'content');
  const site = join(folder, 'site');
  const build = async (what: string) => {
    const release = join(folder, 'release');
    const paths = ['--content', content, '--out', site, '--release', release];
    const { output, ...cost } = await costOfScript(BUILD, ...paths);
    say(`${what}: ${JSON.stringify(cost)}\n${output.slice(output.lastIndexOf('\nstage ') + 1)}`);
    return { output, ...cost };
  };
  const manifest = () => readFileSync(join(site, MANIFEST), 'utf8');

  const { output, ...cold } = await build('from nothing');
  const first = manifest();
  const weights = Object.fromEntries([...heaviestPages(site)].map(([kind, { bytes }]) => [kind, bytes]));
  const { output: _, ...unchanged } = await build('nothing changed');
  const undo = changeOne(join(content, 'raw'));
  const { output: __, ...changed } = await build('one report changed');
  undo();
  await build('changed back');
  return { cold, stages: parseStages(output), unchanged, changed, sameBytes: manifest() === first, weights };
}

/** Seconds by stage, from the table that a build ends with. */
export function parseStages(output: string): Record<string, number> {
  const table = output.slice(output.lastIndexOf('\nstage ') + 1);
  return Object.fromEntries(
    [...table.matchAll(/^(\w+) +\d* +([\d.]+) s/gm)].map(([, stage, seconds]) => [stage, Number(seconds)]),
  );
}

/** Changes one sentence's end in one text, and gives a function that takes it back. */
function changeOne(raw: string): () => void {
  for (const name of readdirSync(raw).sort()) {
    const file = join(raw, name);
    const bytes = readFileSync(file);
    const text = bytes.toString('utf8');
    if (!Buffer.from(text, 'utf8').equals(bytes) || !text.includes('。')) continue;
    writeFileSync(file, text.replace('。', '；'));
    return () => writeFileSync(file, bytes);
  }
  throw new Error(`no UTF-8 text in ${raw}`);
}
