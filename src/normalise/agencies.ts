/** The archive's agencies (content/agencies.yaml): ids are proposed once and then kept for ever. */
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { agencySchema, type KnownAgency, proposeId } from '../ingest/agency-id.ts';

const HEADER = `# Agencies with their permanent ids: GB/T 2260 code and the pinyin initials of the organ. normalise appends new ones
# with review: true; take that line out once you have looked at it. An id never changes once it is here: it is
# part of the address of every page. Everything else may be corrected. \`organ\` is the full name without the
# place; a report is an agency's where region and organ, or name or an alias, agree.
`;

/** @throws {Error} naming the entry that is wrong, or an id that stands twice. */
export function parseAgencies(yaml: string): KnownAgency[] {
  const result = z.array(agencySchema).safeParse(parse(yaml) ?? []);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new Error(`agencies.yaml: ${issue?.path.join('.')}: ${issue?.message}`);
  }
  const ids = result.data.map(({ id }) => id);
  const seen = new Set<string>();
  const twice = ids.find((id) => seen.size === seen.add(id).size);
  if (twice) throw new Error(`agencies.yaml: the id ${twice} stands twice`);
  return result.data;
}

/** By id, so that the file's order does not depend on which report came first. */
export function printAgencies(agencies: readonly KnownAgency[]): string {
  const sorted = agencies.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return sorted.length === 0
    ? HEADER
    : `${HEADER}\n${stringify(sorted, { lineWidth: 0 }).replaceAll('\n- ', '\n\n- ')}`;
}

export interface AgencyRegister {
  /**
   * The agency that a report is of. One that is new gets the id that the rule proposes, with `-2` where another
   * body has that id already; a name not seen before becomes an alias.
   */
  find(report: Omit<KnownAgency, 'id'>): KnownAgency;
  /** The agencies that were new, in the order in which they came. */
  added: KnownAgency[];
}

/** A register of the agencies in `known`; new ones are added to that list too. */
export function createRegister(known: KnownAgency[]): AgencyRegister {
  const added: KnownAgency[] = [];
  const taken = new Set(known.map(({ id }) => id));
  const byRegion = Map.groupBy(known, ({ region }) => region);
  return {
    added,
    find(report) {
      const there = byRegion.get(report.region) ?? [];
      const found = there.find((agency) => isSame(agency, report));
      if (found) {
        if (found.name !== report.name && !found.aliases?.includes(report.name))
          found.aliases = [...(found.aliases ?? []), report.name].sort();
        return found;
      }
      const agency = { id: freeId(proposeId(report), taken), ...report, review: true };
      taken.add(agency.id);
      for (const list of [known, added, there]) list.push(agency);
      byRegion.set(report.region, there);
      return agency;
    },
  };
}

function freeId(proposed: string, taken: ReadonlySet<string>): string {
  let id = proposed;
  for (let n = 2; taken.has(id); n += 1) id = `${proposed}-${n}`;
  return id;
}

/** Of two in the same region, or without one. */
function isSame(agency: KnownAgency, report: Omit<KnownAgency, 'id'>): boolean {
  const sameOrgan = agency.organ === report.organ;
  const sameName = agency.name === report.name || agency.aliases?.includes(report.name) === true;
  return report.region === undefined ? sameOrgan && sameName : sameOrgan || sameName;
}
