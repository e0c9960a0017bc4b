/** The regions that the archive holds reports of, as a tree by GB/T 2260. */
import { once } from '../compare/once.ts';
import type { Division } from '../divisions/division.ts';
import { type Region, regionsOf } from '../publish/regions.ts';
import type { Archive } from '../report/archive.ts';
import type { Metadata } from '../report/schema.ts';

/** Agencies of which one page shows all years. */
export const GRID_LIMIT = 150;

export interface Place {
  code: string;
  name: string;
  /** Reports of the region and of all inside it. */
  count: number;
}

/** All regions by code. */
export const regionIndex = once(
  (archive): ReadonlyMap<string, Region> =>
    new Map(regionsOf(archive.reports.values()).map((region) => [region.code, region])),
);

/** The regions right inside `code`, or the provinces where no code is given. */
export function placesWithin(archive: Archive, code?: string): Place[] {
  const within = byParent(archive).get(code) ?? [];
  return within.map(({ code, name, reports }) => ({ code, name, count: reports.length }));
}

const byParent = once((archive) =>
  Map.groupBy(regionIndex(archive).values(), ({ code }) => parentOf(archive, code)),
);

/** The places of today right inside `code`, or the provinces, that the archive holds no report of. */
export function notHeld(archive: Archive, divisions: readonly Division[], code?: string): Division[] {
  const index = regionIndex(archive);
  return divisions.filter((division) => division.parent === code && !index.has(division.code));
}

/** The region that `code` lies in and that the archive knows: a county's city, else its province. */
export function parentOf(archive: Archive, code: string): string | undefined {
  const index = regionIndex(archive);
  return [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`].find(
    (wider) => wider !== code && index.has(wider),
  );
}

/** The regions of a report or region, widest first. */
export function placesTo(archive: Archive, code: string | undefined): Place[] {
  const index = regionIndex(archive);
  const region = code === undefined ? undefined : index.get(code);
  if (!region) return [];
  const { name, reports } = region;
  return [
    ...placesTo(archive, parentOf(archive, region.code)),
    { code: region.code, name, count: reports.length },
  ];
}

/** Region code of a report at the width that its own page knows a name for. */
export function placeOf(archive: Archive, { regionCode }: Pick<Metadata, 'regionCode'>): string | undefined {
  if (regionCode === undefined) return undefined;
  const index = regionIndex(archive);
  return [regionCode, `${regionCode.slice(0, 4)}00`, `${regionCode.slice(0, 2)}0000`].find((code) =>
    index.has(code),
  );
}
