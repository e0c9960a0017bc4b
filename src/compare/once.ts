/** Work that many pages need, done once for each archive, or for each of what it is work on. */
import type { Archive } from '../report/archive.ts';

/** `compute`, remembering its result for as long as what it is asked about lives. */
export function once<Result, Of extends object = Archive>(compute: (of: Of) => Result): (of: Of) => Result {
  const results = new WeakMap<Of, { result: Result }>();
  return (of) => {
    const known = results.get(of) ?? { result: compute(of) };
    results.set(of, known);
    return known.result;
  };
}
