/** How heavy the pages of a built site are: node src/bench/weights.ts DIST */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { listFiles } from '../files.ts';

/** Kinds of page by the beginning of their path. */
const KINDS = {
  home: /^index\.html$/,
  year: /^years\//,
  metric: /^metrics\//,
  matrix: /^matrix/,
  level: /^levels\//,
  region: /^regions\//,
  report: /^reports\//,
} as const satisfies Record<string, RegExp>;

export interface Weight {
  /** Below the site's root. */
  path: string;
  /** Gzipped. */
  bytes: number;
}

/** The heaviest page of each kind in the folder `site`; kinds without a page are left out. */
export function heaviestPages(site: string): Map<string, Weight> {
  const files = listFiles(site).filter((file) => file.endsWith('.html'));
  const heaviest = new Map<string, Weight>();
  for (const [kind, form] of Object.entries(KINDS))
    for (const path of files.filter((file) => form.test(file))) {
      const bytes = gzipSync(readFileSync(join(site, path))).length;
      if (bytes > (heaviest.get(kind)?.bytes ?? 0)) heaviest.set(kind, { path, bytes });
    }
  return heaviest;
}

if (import.meta.main) {
  const [site = 'dist'] = process.argv.slice(2);
  for (const [kind, { path, bytes }] of heaviestPages(site))
    console.log(`${kind.padEnd(8)}${(bytes / 1000).toFixed(1).padStart(6)} kB  ${path}`);
}
