/**
 * Browser code and styles. Every file directly in src/client becomes one classic script and every file
 * directly in src/styles one stylesheet: module scripts do not run on file://. The name carries a hash of
 * the content, so that a host may cache them for ever.
 */
import { readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Path below the site's root of `report.js` or `site.css`. @throws {Error} where there is none. */
export type Assets = (name: string) => string;

const SRC = fileURLToPath(new URL('..', import.meta.url));

/** Builds all scripts and styles into `<out>/assets`. */
export async function buildAssets(out: string): Promise<Assets> {
  const result = await build({
    entryPoints: [...entries('client', '.ts'), ...entries('styles', '.css')],
    outdir: join(out, 'assets'),
    entryNames: '[name].[hash]',
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'inline',
    metafile: true,
    logLevel: 'silent',
    absWorkingDir: SRC,
  });
  const paths = new Map(
    Object.entries(result.metafile.outputs).map(([path, { entryPoint = '' }]) => {
      const { base, ext } = parse(path);
      return [parse(entryPoint).name + ext, `assets/${base}`];
    }),
  );
  return (name) => {
    const path = paths.get(name);
    if (path === undefined) throw new Error(`No script or style ${name}: see src/client and src/styles`);
    return path;
  };
}

function entries(folder: string, extension: string): string[] {
  return readdirSync(join(SRC, folder))
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => join(SRC, folder, name));
}
