/** Which agencies report on which years. */
import type { Division } from '../divisions/division.ts';
import type { Gazetteer } from '../divisions/gazetteer.ts';
import { type Agency, type AgencyTable, drawAgency, inhabited } from './agency.ts';
import { createRandom } from './random.ts';

export interface Series {
  /** The seed and the series' number: what every draw of it is keyed by. */
  key: readonly [seed: number, series: number];
  agency: Agency;
  /** Ascending; a year may be missing. */
  years: readonly number[];
}

const FIRST_YEAR = 2015;
const LAST_YEAR = 2025;
/** How often the next series comes from the same prefecture as the one before. */
const NEIGHBOUR = 0.75;
/** How often the next place is a province with its prefectures. */
const PROVINCE = 0.2;

/**
 * Series without end, no agency twice. The nth depends on the seed and on those before it, so that a longer
 * corpus begins with the shorter one.
 */
export function* drawSeries(seed: number, table: AgencyTable, gazetteer: Gazetteer): Generator<Series> {
  const places = inhabited(gazetteer);
  const provinces = places.filter(({ level }) => level === 'province');
  const taken = new Set<string>();
  let city: readonly Division[] = places;
  for (let number = 0; ; number += 1) {
    const key = [seed, number] as const;
    const random = createRandom(...key, 'series');
    if (!random.chance(NEIGHBOUR))
      city = neighbours(random.pick(random.chance(PROVINCE) ? provinces : places), places);
    const series = createSeries(key, random.pick(city), table, gazetteer, taken);
    if (series) yield series;
  }
}

/** The places of the same prefecture, or the province alone. */
function neighbours(place: Division, places: readonly Division[]): Division[] {
  const prefecture = place.level === 'county' ? place.parent : place.code;
  return places.filter((d) => d === place || d.code === prefecture || d.parent === prefecture);
}

function createSeries(
  key: readonly [number, number],
  near: Division,
  table: AgencyTable,
  gazetteer: Gazetteer,
  taken: Set<string>,
): Series | undefined {
  const random = createRandom(...key, 'agency');
  const agency = drawAgency(random, table, gazetteer, near);
  if (taken.has(agency.id)) return undefined;
  const first = Math.max(FIRST_YEAR, agency.from, random.integer(2013, 2022));
  const last = Math.min(LAST_YEAR, agency.to, first + random.integer(2, 9));
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(() =>
    random.chance(0.95),
  );
  if (years.length === 0) return undefined;
  taken.add(agency.id);
  return { key, agency, years };
}
