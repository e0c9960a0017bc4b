/**
 * Browser code and styles. Every file directly in src/client becomes one classic script and every file
 * directly in src/styles one stylesheet: module scripts do not run on file://. The name carries a hash of
 * the content, so that a host may cache them for ever.
 */
import { readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** From `report.js` or `site.css` to its path below the site's root. */
export type Assets = Readonly<Record<string, string>>;

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
  return Object.fromEntries(
    Object.entries(result.metafile.outputs)
      .filter(([, output]) => output.entryPoint)
      .map(([path, output]) => {
        const { base, ext } = parse(path);
        return [parse(output.entryPoint as string).name + ext, `assets/${base}`];
      }),
  );
}

function entries(folder: string, extension: string): string[] {
  return readdirSync(join(SRC, folder))
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => join(SRC, folder, name));
}
