/**
 * The ledger of permalinks: every page and permanent anchor that was ever published. One line each, a path below
 * the site's root with its anchor; ` -> ` and another path after it name a successor. Lines starting with # are
 * remarks.
 */

export interface Permalink {
  /** reports/370200-zfbgt/2022.html#p-88405d73 */
  target: string;
  /** The permalink that stands in for one that is lost. */
  successor?: string;
  /** In its file, from 1. */
  line: number;
}

export interface LostPermalink extends Permalink {
  /** Why it does not hold: it is gone and has no successor, or its successor is not there either. */
  reason: 'gone' | 'successor-gone';
}

const ARROW = ' -> ';

export function parseLedger(text: string): Permalink[] {
  return text.split('\n').flatMap((raw, index) => {
    const content = raw.trim();
    if (content === '' || content.startsWith('#')) return [];
    const [target = '', successor] = content.split(ARROW);
    return successor === undefined ? { target, line: index + 1 } : { target, successor, line: index + 1 };
  });
}

/**
 * What of `ledger` a site with the permalinks `present` no longer answers, not even by a successor. An anchor
 * whose page has a successor moves with its page; on the pages of `withdrawn` reports the reason stands for all.
 */
export function findLost(
  ledger: readonly Permalink[],
  present: ReadonlySet<string>,
  withdrawn: ReadonlySet<string> = new Set(),
): LostPermalink[] {
  const successors = new Map(ledger.map(({ target, successor }) => [target, successor]));
  return ledger.flatMap((permalink): LostPermalink[] => {
    const page = pageOf(permalink.target);
    if (present.has(permalink.target) || (withdrawn.has(page) && present.has(page))) return [];
    const successor = permalink.successor ?? successors.get(page);
    if (successor === undefined) return [{ ...permalink, reason: 'gone' }];
    return present.has(successor) ? [] : [{ ...permalink, reason: 'successor-gone' }];
  });
}

/** The page that a permalink leads to or into. */
export function pageOf(target: string): string {
  return target.split('#', 1)[0] ?? target;
}

/** The lines to append so that the ledger has all of `present`, in the order given. */
export function newLines(ledger: readonly Permalink[], present: Iterable<string>): string[] {
  const known = new Set(ledger.map(({ target }) => target));
  return [...present].filter((target) => !known.has(target));
}

/** Ledger of the pages that belong to no agency. An agency's id always has a hyphen, so that none is called so. */
const SITE_LEDGER = 'site';

/** Which ledger a permalink belongs in: its agency's id, or `site`. */
export function ledgerOf(target: string): string {
  return /^(?:reports|agencies)\/([^/#.]+)[/.]/.exec(target)?.[1] ?? SITE_LEDGER;
}

/** Ids that stay for ever: those of paragraphs (p-) and numbers (n-). */
const PERMANENT_ID = /\sid="((?:p-[0-9a-f]{8}(?:-\d+)?|n-[0-9a-f]{8}(?:-\d+)?-\d+))"/g;

/** A page's own path, and its path with each permanent anchor that stands in its HTML. */
export function permalinksOf(path: string, html: string): string[] {
  return [path, ...new Set(html.matchAll(PERMANENT_ID).map(([, id]) => `${path}#${id}`))];
}
