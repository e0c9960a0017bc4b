/** Reports that a report is naturally read beside. */
import { byCodeUnit } from '../order.ts';
import type { Archive } from '../report/archive.ts';
import type { Metadata } from '../report/schema.ts';
import { once } from './once.ts';

/** A report with what its group is sorted by: region codes, as near codes are the same city or province. */
interface Placed {
  place: string;
  report: Metadata;
}

/** Reports of one level and type in one year, by their place. */
type Groups = Map<string, Placed[]>;

/**
 * Up to `count` reports of other agencies of the same level and type: those of the same year whose region
 * codes are nearest, as near codes are the same city or province; then those of the years around it.
 */
export function peersOf(archive: Archive, report: Metadata, count = 6): Metadata[] {
  const groups = groupsOf(archive);
  const years = archive.years.toSorted(
    (a, b) => Math.abs(a - report.year) - Math.abs(b - report.year) || b - a,
  );
  const peers: Metadata[] = [];
  for (const year of years) {
    if (peers.length >= count) break;
    const group = groups.get(key(report, year)) ?? [];
    peers.push(...nearest(group, report, count - peers.length));
  }
  return peers;
}

const groupsOf = once((archive): Groups => {
  const placed = [...archive.reports.values()].map((report) => ({ place: placeOf(report), report }));
  const groups = Map.groupBy(placed, ({ report }) => key(report, report.year));
  for (const group of groups.values()) group.sort((a, b) => byCodeUnit(a.place, b.place));
  return groups;
});

const key = ({ level, agencyType }: Metadata, year: number) => `${level} ${agencyType} ${year}`;

const placeOf = ({ regionCode = '', agencyId }: Metadata) => `${regionCode} ${agencyId}`;

/** The `count` of `group` that stand nearest to where `report` stands or would stand. */
function nearest(group: readonly Placed[], report: Metadata, count: number): Metadata[] {
  const at = firstFrom(group, placeOf(report));
  // Those beside it, with room for the one report of its own agency that the group may hold.
  const around = group.slice(Math.max(0, at - count - 1), at + count + 1);
  const others = around.filter((other) => other.report.agencyId !== report.agencyId);
  const middle = firstFrom(others, placeOf(report));
  const first = Math.max(0, Math.min(middle - Math.floor(count / 2), others.length - count));
  return others.slice(first, first + count).map((other) => other.report);
}

/** Index of the first of `group` whose place is not before `place`. */
function firstFrom(group: readonly Placed[], place: string): number {
  let [low, high] = [0, group.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((group[middle] as Placed).place < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
