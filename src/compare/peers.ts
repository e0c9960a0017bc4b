/** Reports that a report is naturally read beside. */
import type { Archive } from '../report/archive.ts';
import type { Metadata } from '../report/schema.ts';
import { once } from './once.ts';

/** Reports of one level and type in one year, in the order of their region codes. */
type Groups = Map<string, Metadata[]>;

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
  const groups = Map.groupBy(archive.reports.values(), (report) => key(report, report.year));
  for (const group of groups.values()) group.sort((a, b) => (place(a) < place(b) ? -1 : 1));
  return groups;
});

const key = ({ level, agencyType }: Metadata, year: number) => `${level} ${agencyType} ${year}`;

const place = ({ regionCode = '', agencyId }: Metadata) => `${regionCode} ${agencyId}`;

/** The `count` of `group` that stand nearest to where `report` stands or would stand. */
function nearest(group: readonly Metadata[], report: Metadata, count: number): Metadata[] {
  const others = group.filter(({ agencyId }) => agencyId !== report.agencyId);
  const at = others.findIndex((other) => place(other) > place(report));
  const middle = at < 0 ? others.length : at;
  const first = Math.max(0, Math.min(middle - Math.floor(count / 2), others.length - count));
  return others.slice(first, first + count);
}
