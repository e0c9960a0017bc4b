/** The code that a page is rendered by: its own file and all that it imports, within the project. */
import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroInlineConfig } from 'astro';
import { digest, digestFiles } from '../build/cache.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SRC = join(ROOT, 'src');
/** What stands for the code of others. */
const OTHERS = ['astro.config.mjs', 'package-lock.json'].map((name) => join(ROOT, name));

type VitePlugin = Extract<
  NonNullable<NonNullable<AstroInlineConfig['vite']>['plugins']>[number],
  { name: string }
>;

export interface PageCode {
  /** Sees the modules of the pages while they are bundled. */
  plugin: VitePlugin;
  /** A digest of the code of the page `component` (its path within the project), once the bundle is there. */
  digestOf(component: string): string;
}

export function createPageCode(): PageCode {
  const imports = new Map<string, readonly string[]>();
  const digests = new Map<string, string>();
  const others = digest(process.version, digestFiles(...OTHERS));

  /** Files of a page, itself first, in the order in which they are met. */
  const filesOf = (page: string) => {
    const met = new Set([page]);
    for (const id of met) for (const imported of imports.get(id) ?? []) met.add(imported);
    return [...met].map((id) => id.replace(/\?.*/s, '')).filter(isOwn);
  };
  const once = (key: string, make: () => string) => {
    const known = digests.get(key) ?? make();
    digests.set(key, known);
    return known;
  };
  const digestOfFile = (file: string) => once(file, () => digest(relative(ROOT, file), digestFiles(file)));
  return {
    plugin: {
      name: 'page-code',
      buildEnd() {
        for (const id of this.getModuleIds()) {
          const { importedIds = [], dynamicallyImportedIds = [] } = this.getModuleInfo(id) ?? {};
          imports.set(id, [...importedIds, ...dynamicallyImportedIds]);
        }
      },
    },
    digestOf: (component) =>
      once(component, () => {
        const files = filesOf(join(ROOT, component));
        return digest(others, ...[...new Set(files)].sort().map(digestOfFile));
      }),
  };
}

function isOwn(file: string): boolean {
  return file.startsWith(SRC + sep) && existsSync(file);
}
