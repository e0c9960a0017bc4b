/** Paths that every machine can hold, Windows with its rules for names above all. */
import { type Diagnostic, diagnose } from '../diagnostics.ts';
import { FOLDER } from './edition.ts';

/** In the zip. Leaves Windows, whose paths end at 260, room for the folder that an edition is unpacked to. */
const PATH_LIMIT = 100;

/** Names that Windows keeps for devices, with any ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** What is wrong with a path, by rule; the first that applies is told. */
const RULES: readonly [(path: string) => boolean, string][] = [
  [(path) => /[^\w./~-]/.test(path), 'has characters other than ASCII letters, digits and . _ ~ -'],
  [(path) => `${FOLDER}/${path}`.length > PATH_LIMIT, `is longer than ${PATH_LIMIT} characters in the zip`],
  [(path) => path.split('/').some((part) => RESERVED.test(part)), 'has a name that Windows reserves'],
  [(path) => path.split('/').some((part) => part.endsWith('.')), 'has a name that ends in a dot'],
];

/** An `unsafe-name` for every path of a site (below its root) that some machine could not unpack. */
export function checkNames(paths: readonly string[]): Diagnostic[] {
  const seen = new Map<string, string>();
  return paths.flatMap((path) => {
    const lower = path.toLowerCase();
    const twin = seen.get(lower);
    seen.set(lower, path);
    const wrong =
      twin === undefined
        ? RULES.find(([applies]) => applies(path))?.[1]
        : `differs from ${twin} in case only`;
    if (wrong === undefined) return [];
    return diagnose('unsafe-name', {
      file: path,
      message: wrong,
      hint: 'give the page or its source a shorter ASCII name',
    });
  });
}
