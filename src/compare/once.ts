/** Work on a whole archive that many pages need, done once for each archive. */
import type { Archive } from '../report/archive.ts';

/** `compute`, remembering its result for as long as the archive lives. */
export function once<Result>(compute: (archive: Archive) => Result): (archive: Archive) => Result {
  const results = new WeakMap<Archive, { result: Result }>();
  return (archive) => {
    const known = results.get(archive) ?? { result: compute(archive) };
    results.set(archive, known);
    return known.result;
  };
}
