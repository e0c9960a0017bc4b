/** What tests ask of a built site. */
import { readdirSync } from 'node:fs';

/** Paths of all pages below the folder of a site, with forward slashes, in order. */
export function pagesOf(site: string): string[] {
  return readdirSync(site, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html'))
    .sort();
}
