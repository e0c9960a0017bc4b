/** Filters, and how many reports each of their values has. */
import type { Match } from '../../search/search.ts';
import { LEVEL_LABELS, TYPE_LABELS } from '../../site/labels.ts';

/** A match, and the themes of the sections in which every word of the query stands. */
export interface Found extends Match {
  themes: ReadonlySet<string>;
}

/** What facets are about. */
type Described = Pick<Found, 'report' | 'themes'>;

export const FACET_KEYS = ['year', 'province', 'city', 'level', 'type', 'theme'] as const;
export type FacetKey = (typeof FACET_KEYS)[number];

/** Chosen values of every facet. */
export type Chosen = Readonly<Record<FacetKey, readonly string[]>>;

export function choose(valuesOf: (key: FacetKey) => readonly string[]): Chosen {
  return Object.fromEntries(FACET_KEYS.map((key) => [key, valuesOf(key)])) as Record<FacetKey, string[]>;
}

interface Facet {
  label: string;
  /** The values a match has; none where that is unknown. */
  values: (found: Described) => readonly string[];
  name: (value: string, themes: ReadonlyMap<string, string>) => string;
  /** Sorts values; the default is by count. */
  compare?: (a: string, b: string) => number;
}

const known = (value: string): string[] => (value === '' ? [] : [value]);
const inOrderOf = (labels: object) => (a: string, b: string) =>
  Object.keys(labels).indexOf(a) - Object.keys(labels).indexOf(b);

export const FACETS: Readonly<Record<FacetKey, Facet>> = {
  year: {
    label: '年度',
    values: ({ report: [, year] }) => [String(year)],
    name: (value) => `${value}年度`,
    compare: (a, b) => Number(b) - Number(a),
  },
  province: { label: '省份', values: ({ report }) => known(report[5]), name: (value) => value },
  city: { label: '城市', values: ({ report }) => known(report[6]), name: (value) => value },
  level: {
    label: '层级',
    values: ({ report }) => known(report[3]),
    name: (value) => LEVEL_LABELS[value as keyof typeof LEVEL_LABELS] ?? value,
    compare: inOrderOf(LEVEL_LABELS),
  },
  type: {
    label: '机关类型',
    values: ({ report }) => known(report[4]),
    name: (value) => TYPE_LABELS[value as keyof typeof TYPE_LABELS] ?? value,
    compare: inOrderOf(TYPE_LABELS),
  },
  theme: {
    label: '所在部分',
    values: ({ themes }) => [...themes],
    name: (value, themes) => themes.get(value) ?? value,
  },
};

/** Whether `found` passes every facet that has chosen values, but for `except`. */
export function passes(found: Described, chosen: Chosen, except?: FacetKey): boolean {
  return FACET_KEYS.every((key) => {
    if (key === except || chosen[key].length === 0) return true;
    return FACETS[key].values(found).some((value) => chosen[key].includes(value));
  });
}

/** Values of a facet with the number of reports each would give; chosen values are there even with none. */
export function countFacet(
  key: FacetKey,
  all: readonly Found[],
  chosen: Chosen,
): [value: string, count: number][] {
  const counts = new Map(chosen[key].map((value) => [value, 0]));
  for (const found of all)
    if (passes(found, chosen, key))
      for (const value of FACETS[key].values(found)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const { compare } = FACETS[key];
  return [...counts].sort(([a, m], [b, n]) => (compare ? compare(a, b) : n - m || (a < b ? -1 : 1)));
}
