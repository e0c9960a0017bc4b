/** The same report collected more than once: one report with two sources, or two versions of it. */
import type { Block, Report } from '../report/report.ts';
import type { Version } from '../report/schema.ts';

/** A report to show, and the older texts of it that differ. */
export interface Versioned {
  report: Report;
  older: Report[];
}

/** The texts of one report: the newest is shown and lists the others, newest first. */
export function joinVersions(same: readonly Report[]): Versioned {
  const [newest, ...others] = same.toSorted(byNewest) as [Report, ...Report[]];
  if (others.length === 0) return { report: newest, older: [] };
  const versions = others.map((other): Version => {
    const { source, published, collected } = other.metadata;
    return {
      source,
      ...(published && { published }),
      ...(collected && { collected }),
      identical: textOf(other) === textOf(newest),
    };
  });
  const older = others.filter((other, i) => versions[i]?.identical === false && !isRepeated(other, others));
  return { report: { ...newest, metadata: { ...newest.metadata, versions } }, older };
}

/**
 * Whether two texts can be versions of one report: at least half of the clauses of the one that has fewer stand in
 * the other too. Two bodies of one name share what every report says, which is far less.
 */
export function shareText(a: readonly Block[], b: readonly Block[]): boolean {
  const [fewer, more] = [clausesOf(a), clausesOf(b)].sort((x, y) => x.size - y.size) as [
    Set<string>,
    Set<string>,
  ];
  return [...fewer].filter((clause) => more.has(clause)).length * 2 >= fewer.size;
}

function clausesOf(blocks: readonly Block[]): Set<string> {
  return new Set(
    blocks.flatMap(({ text }) => text.split(/[^\p{L}\p{N}]+/u)).filter((clause) => clause !== ''),
  );
}

/** Collected or published last comes first; where no date tells, the one whose bytes hash first. */
function byNewest(a: Report, b: Report): number {
  const dateOf = ({ metadata: { collected, published, signed } }: Report) =>
    collected ?? published ?? signed ?? '';
  const [x, y] = [dateOf(a), dateOf(b)];
  if (x !== y) return x > y ? -1 : 1;
  return a.metadata.source.sha256 < b.metadata.source.sha256 ? -1 : 1;
}

function isRepeated(report: Report, others: readonly Report[]): boolean {
  const first = others.find((other) => textOf(other) === textOf(report));
  return first !== report;
}

/** Two pages print the same report where every paragraph has the same letters and digits. */
function textOf({ blocks }: Report): string {
  return blocks.map(({ anchor }) => anchor).join(' ');
}
