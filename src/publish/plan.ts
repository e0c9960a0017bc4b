/** The order in which a new build goes live, so that no reader ever meets a page whose parts are not there. */
import { byCodeUnit } from '../order.ts';
import type { FileDigest } from './manifest.ts';

export interface Step {
  action: 'upload' | 'delete';
  path: string;
}

export type Listing = Readonly<Record<string, Pick<FileDigest, 'sha256'>>>;

/**
 * What goes up after what: files that pages refer to; what says which of those to load; new pages, which no live
 * page links to yet; changed pages; the front page; and what tells machines that something is new. The first
 * that applies.
 */
const TIERS: readonly [tier: number, applies: (path: string, added: boolean) => boolean][] = [
  [5, (path) => /^(?:manifest\.json|SHA256SUMS|robots\.txt)$|\.xml$/.test(path)],
  [4, (path) => path === 'index.html'],
  [2, (path, added) => path.endsWith('.html') && added],
  [3, (path) => path.endsWith('.html')],
  [1, (path) => /^search\/[^/]+$/.test(path)],
  [0, () => true],
];

/**
 * Uploads and deletions that turn a host with the files `before` into one with `after`, in the order in which
 * they are safe. Deletions come last, pages before the files they load: as long as a page is live, so is what it
 * refers to.
 */
export function planUploads(before: Listing, after: Listing): Step[] {
  const tierOf = (path: string) => TIERS.find(([, applies]) => applies(path, !(path in before)))?.[0] ?? 0;
  const uploads = Object.keys(after)
    .filter((path) => before[path]?.sha256 !== after[path]?.sha256)
    .sort((a, b) => tierOf(a) - tierOf(b) || byCodeUnit(a, b));
  const deletions = Object.keys(before)
    .filter((path) => !(path in after))
    .sort((a, b) => tierOf(b) - tierOf(a) || byCodeUnit(a, b));
  return [
    ...uploads.map((path): Step => ({ action: 'upload', path })),
    ...deletions.map((path): Step => ({ action: 'delete', path })),
  ];
}
