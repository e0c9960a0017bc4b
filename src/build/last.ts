/** The last build of a content folder: where nothing has changed since, it is the next build too. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROJECT_CONTENT } from '../content.ts';
import { FOLDER } from '../publish/edition.ts';
import { fileDigest } from '../publish/files.ts';
import { verify } from '../publish/verify.ts';
import type { BuildOptions, BuildResult } from './build.ts';
import { digest, digestFiles } from './cache.ts';

interface LastBuild {
  /** Digest of all that the build was made from. */
  inputs: string;
  /** SHA-256 of its manifest and of its zip; every file of the site is in the manifest. */
  manifest: string;
  zip?: string;
  result: BuildResult;
}

/** What the last build gave, if the same options and content would give it again and it is still there, whole. */
export async function repeatLast(options: BuildOptions): Promise<BuildResult | undefined> {
  const file = pathOf(options);
  if (!existsSync(file)) return undefined;
  const last: LastBuild = JSON.parse(readFileSync(file, 'utf8'));
  const inputs = inputsOf(options);
  const same =
    inputs === last.inputs && JSON.stringify(await outputsOf(options)) === JSON.stringify(outputs(last));
  return same ? last.result : undefined;
}

/** Keeps what the build that has just ended was made from and gave. */
export async function keepLast(options: BuildOptions, result: BuildResult): Promise<void> {
  const last: LastBuild = { inputs: inputsOf(options), ...(await outputsOf(options)), result };
  writeFileSync(pathOf(options), JSON.stringify(last));
}

const outputs = ({ manifest, zip }: LastBuild) => ({ manifest, ...(zip !== undefined && { zip }) });

/** Digests of the site and the zip that are there; a site that is not whole has a digest of nothing. */
async function outputsOf({ out, release, zip }: BuildOptions): Promise<Omit<LastBuild, 'inputs' | 'result'>> {
  const whole = existsSync(join(out, 'manifest.json')) && (await verify(out)).differences.length === 0;
  const file = join(release, `${FOLDER}.zip`);
  return {
    manifest: whole ? fileDigest(join(out, 'manifest.json')).sha256 : '',
    ...(zip && { zip: existsSync(file) ? fileDigest(file).sha256 : '' }),
  };
}

/** The content folder and what it falls back to, the options, and the code. */
function inputsOf({ content, only, training, zip, out, release }: BuildOptions): string {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const code = ['src', 'astro.config.mjs', 'package-lock.json'].map((name) => join(root, name));
  const options = JSON.stringify([only, training, zip, resolve(out), resolve(release)]);
  return digest(process.version, options, digestFiles(...code, PROJECT_CONTENT, resolve(content)));
}

/** One file each for the sites that are built from one content folder. */
function pathOf({ cache, out }: BuildOptions): string {
  return join(cache, `last-${digest(resolve(out)).slice(0, 8)}.json`);
}
