/** Where every page lies below the site's root, and how pages point at each other. */
import type { ReportId } from '../report/store.ts';

/** Paths below the root. They are permanent: what was published under one must stay there. */
export const urls = {
  home: 'index.html',
  icon: 'icon.svg',
  search: 'search.html',
  method: 'method.html',
  verify: 'verify.html',
  notFound: '404.html',
  agencies: 'agencies.html',
  years: 'years.html',
  report: (id: ReportId) => `reports/${id}.html`,
  reportData: (id: ReportId) => `data/reports/${id}.json`,
  reportText: (id: ReportId) => `reports/${id}.txt`,
  agency: (id: string) => `agencies/${id}.html`,
  year: (year: number, keys: readonly string[] = []) => `${[`years/${year}`, ...keys].join('/')}.html`,
  metrics: 'metrics.html',
  /** `keys` name the part of a split page: a year, a province, a level. */
  metric: (id: string, keys: readonly string[] = []) => `${[`metrics/${id}`, ...keys].join('/')}.html`,
  themes: 'themes.html',
  theme: (id: string, keys: readonly string[] = []) => `${[`themes/${id}`, ...keys].join('/')}.html`,
  matrix: (keys: readonly string[] = []) => `${['matrix', ...keys].join('/')}.html`,
  compare: 'compare.html',
  level: (level: string, keys: readonly string[] = []) => `${[`levels/${level}`, ...keys].join('/')}.html`,
  regions: 'regions.html',
  region: (code: string) => `regions/${code}.html`,
  feed: 'feed.xml',
  correctionsFeed: 'corrections.xml',
  feedStyle: 'feed.css',
  agencyFeed: (id: string) => `agencies/${id}.xml`,
  regionFeed: (code: string) => `regions/${code}.xml`,
  handouts: (name: 'index' | 'reports' | 'comparisons' | 'exercises') => `handouts/${name}.html`,
  raw: (sha256: string) => `raw/${sha256}.html`,
  rawBytes: (sha256: string) => `raw/${sha256}.bin`,
} as const;

/** A link from the page at `from` to `to`, both below the root: relative, so that no host or folder matters. */
export function relative(from: string, to: string): string {
  let shared = 0;
  for (let i = 0; i < to.length && from[i] === to[i]; i += 1) if (to[i] === '/') shared = i + 1;
  const up = from.slice(shared).split('/').length - 1;
  return '../'.repeat(up) + to.slice(shared);
}

/** `relative` for links that all stand on one page. */
export function linker(from: string): (to: string) => string {
  return (to) => relative(from, to);
}
