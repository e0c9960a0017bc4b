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
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
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

/**
 * The agency that a report is of. One that is new is added to `agencies` under the id that the rule proposes,
 * with \`-2\` where another body has that id already; a name not seen before becomes an alias.
 */
export function agencyOf(
  report: Omit<KnownAgency, 'id'>,
  agencies: KnownAgency[],
): { agency: KnownAgency; isNew: boolean } {
  const known = agencies.find((agency) => isSame(agency, report));
  if (known) {
    if (known.name !== report.name && !known.aliases?.includes(report.name))
      known.aliases = [...(known.aliases ?? []), report.name].sort();
    return { agency: known, isNew: false };
  }
  const proposed = proposeId(report);
  const taken = new Set(agencies.map(({ id }) => id));
  let id = proposed;
  for (let n = 2; taken.has(id); n += 1) id = `${proposed}-${n}`;
  const agency = { id, ...report, review: true };
  agencies.push(agency);
  return { agency, isNew: true };
}

function isSame(agency: KnownAgency, report: Omit<KnownAgency, 'id'>): boolean {
  const names = [agency.name, ...(agency.aliases ?? [])];
  if (agency.region === undefined || report.region === undefined)
    return agency.region === report.region && agency.organ === report.organ && names.includes(report.name);
  return agency.region === report.region && (agency.organ === report.organ || names.includes(report.name));
}
