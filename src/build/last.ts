/** The last build of a content folder: where nothing has changed since, it is the next build too. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileDigest, writeWhole } from '../files.ts';
import { zipIn } from '../publish/edition.ts';
import { MANIFEST } from '../publish/manifest.ts';
import { verify } from '../publish/verify.ts';
import type { BuildOptions, BuildResult } from './build.ts';
import { digest } from './cache.ts';
import { digestGenerated, digestSources } from './inputs.ts';

/** SHA-256 of what a build wrote: its manifest, which names every file of the site, and its zip. */
export interface Outputs {
  manifest: string;
  zip?: string;
}

interface LastBuild {
  inputs: string;
  generated: string;
  outputs: Outputs;
  result: BuildResult;
}

/**
 * Digest of all that a build is made from and does not write itself. Taken before a build, so that an edit made
 * while it runs is seen by the next one.
 */
export function inputsOf({ content, only, training, zip, out, release }: BuildOptions): string {
  const options = JSON.stringify([only, training, zip, resolve(out), resolve(release)]);
  return digest(options, digestSources(content));
}

/** What the last build gave, if the same inputs would give it again and all that it wrote is there, whole. */
export async function repeatLast(options: BuildOptions, inputs: string): Promise<BuildResult | undefined> {
  const file = pathOf(options);
  if (!existsSync(file)) return undefined;
  const last: LastBuild = JSON.parse(readFileSync(file, 'utf8'));
  const same =
    inputs === last.inputs &&
    digestGenerated(options.content) === last.generated &&
    JSON.stringify(await outputsOf(options)) === JSON.stringify(last.outputs);
  return same ? last.result : undefined;
}

/** Keeps what the build that has just ended was made from and gave. */
export function keepLast(options: BuildOptions, inputs: string, outputs: Outputs, result: BuildResult): void {
  const last: LastBuild = { inputs, generated: digestGenerated(options.content), outputs, result };
  writeWhole(pathOf(options), JSON.stringify(last));
}

/** Digests of the site and the zip that are there; a site that is not whole has a digest of nothing. */
async function outputsOf({ out, release, zip }: BuildOptions): Promise<Outputs> {
  const whole = existsSync(join(out, MANIFEST)) && (await verify(out)).differences.length === 0;
  const file = zipIn(release);
  return {
    manifest: whole ? fileDigest(join(out, MANIFEST)).sha256 : '',
    ...(zip && { zip: existsSync(file) ? fileDigest(file).sha256 : '' }),
  };
}

/** One file each for the sites that are built from one content folder. */
function pathOf({ cache, out }: BuildOptions): string {
  return join(cache, `last-${digest(resolve(out)).slice(0, 8)}.json`);
}
