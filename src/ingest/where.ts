/** Where a body is: stated in its name, else the place that its page speaks for. */
import type { Division } from '../divisions/division.ts';
import type { Gazetteer } from '../divisions/gazetteer.ts';
import type { AgencyType, Level } from '../report/schema.ts';
import { type Body, ZONE } from './body.ts';
import { ADDRESSEE, type PageDocument } from './document.ts';
import { type OwnPlace, ownPlace, type PlaceText, settle } from './places.ts';
import { headingDepth } from './structure.ts';

/** The place of a body: stated in its name, else the one that the page speaks for. */
export function placeOf(
  body: Body,
  document: PageDocument,
  year: number | undefined,
  gazetteer: Gazetteer,
): OwnPlace | undefined {
  if (body.type === 'ministry') return undefined;
  const page = placeText(document, body.type);
  const stated = body.isUnsure ? body.divisions.filter(isSpokenOf(page, gazetteer, year)) : body.divisions;
  if (stated.length > 0) return settle(stated, page, gazetteer, year);
  if (body.kind) return ownPlace(body.kind, page, gazetteer, year);
  if (body.type === 'township') return countyOf(page, gazetteer, year);
  // A zone lies in a prefecture, whose name it seldom repeats.
  return ZONE.test(body.organ) ? ownPlace('市', page, gazetteer, year) : undefined;
}

const COUNTY_KINDS = ['区', '县', '市', '旗'] as const;

/** A prefecture by its short name is sure; a county is where the page has its full name or the name of one above it. */
function isSpokenOf(page: PlaceText, gazetteer: Gazetteer, year: number | undefined) {
  const all = page.metadata + page.lead + page.text;
  return ({ level, name, code }: Division): boolean => {
    const { province, city } = gazetteer.place(code, year) ?? {};
    return (
      level !== 'county' || [name, province?.shortName, city?.shortName].some((n) => n && all.includes(n))
    );
  };
}

/** The county that a township belongs to, of the kinds that its text speaks of (县委, 区政府); else the city. */
function countyOf(page: PlaceText, gazetteer: Gazetteer, year: number | undefined): OwnPlace | undefined {
  const text = page.lead + page.text;
  const times = new Map(
    COUNTY_KINDS.map((kind) => [
      kind,
      text.split(new RegExp(`${kind}(?:委|政府|司法局|依法治|级)`, 'u')).length,
    ]),
  );
  const said = COUNTY_KINDS.filter((kind) => (times.get(kind) ?? 0) > 1);
  return (
    (said.length > 0 ? said : COUNTY_KINDS)
      .toSorted((a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0))
      .map((kind) => ownPlace(kind, page, gazetteer, year, isCounty))
      .find((place) => place !== undefined) ?? ownPlace('市', page, gazetteer, year, isPrefecture)
  );
}

/** The place that a text without a reporting body speaks for: 我局 below 区委、区政府 of 《荣昌区…》. */
export function findOwnPlace(
  document: PageDocument,
  level: Level | undefined,
  year: number | undefined,
  gazetteer: Gazetteer,
): OwnPlace | undefined {
  const page = placeText(document);
  if (level === 'township' || level === 'county') return countyOf(page, gazetteer, year);
  if (level === 'prefecture') return ownPlace('市', page, gazetteer, year);
  if (level !== 'province') return undefined;
  return ownPlace('省', page, gazetteer, year) ?? ownPlace('自治区', page, gazetteer, year);
}

function isCounty({ level }: Division): boolean {
  return level === 'county';
}

function isPrefecture({ level }: Division): boolean {
  return level === 'prefecture';
}

/** How much of a text is read for its own place: enough to name it often. */
const READ = 8_000;
const LEAD_READ = 600;

/** A government reports to those above it; its bureaus and townships report to it, by name. */
export function placeText({ lines, bodyStart, bodyEnd }: PageDocument, type?: AgencyType): PlaceText {
  const join = (some: readonly { folded: string }[]) => some.map(({ folded }) => folded).join('\n');
  const isAddress = ({ folded }: { folded: string }) => ADDRESSEE.test(folded);
  const body = lines.slice(bodyStart, bodyEnd).filter((line) => !isAddress(line));
  const firstHeading = body.findIndex(({ folded }) => headingDepth(folded) > 0);
  const lead = join(body.slice(0, firstHeading < 0 ? 1 : firstHeading)).slice(0, LEAD_READ);
  const text = join(body).slice(lead.length, READ);
  const above =
    type === 'township' || type === 'department'
      ? lines.slice(bodyStart, bodyStart + 3).filter(isAddress)
      : [];
  return { metadata: join([...lines.slice(0, bodyStart), ...above, ...lines.slice(bodyEnd)]), lead, text };
}

/** Names of the places that an agency's place lies in; of one that is ambiguous only the name it has. */
export function placeNames(
  { place, candidates }: { place?: Division; candidates: readonly Division[] },
  gazetteer: Gazetteer,
  year: number | undefined,
): { province?: string; city?: string; county?: string } {
  const [first] = candidates;
  if (place) {
    const { province, city, county } = gazetteer.place(place.code, year) ?? {};
    return {
      ...(province && { province: province.name }),
      ...(city && { city: city.name }),
      ...(county && { county: county.name }),
    };
  }
  if (!first || candidates.some(({ name, level }) => name !== first.name || level !== first.level)) return {};
  return { [first.level === 'prefecture' ? 'city' : first.level]: first.name };
}
