/** What the host of an archive sets for its site: content/site.yaml. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { contentFile } from '../content.ts';

export const settingsSchema = z.strictObject({
  /** Name of the archive, in the header, the titles and the feeds. */
  name: z.string().min(1),
  /** One sentence for search engines and feeds. */
  description: z.string().min(1),
  /** Absolute address the site is served at, ending in `/`. Sitemap, feeds and citations need it. */
  base: z
    .url()
    .regex(/^https?:\/\/.*\/$/, 'an http(s) address that ends in /')
    .optional(),
  /** True where the reports are generated: every page then says so, and nothing is kept in the ledger. */
  demo: z.boolean().optional(),
  /** The office that answers for the site (政府网站发展指引); each is shown only where it is set. */
  host: z
    .strictObject({
      organiser: z.string().optional(),
      icp: z.string().optional(),
      siteCode: z.string().optional(),
      domain: z.string().optional(),
      /** Where a reader reports an error: a mailto: or https: address. */
      report: z
        .string()
        .regex(/^(https?:\/\/|mailto:)/, 'an http(s) or mailto: address')
        .optional(),
    })
    .optional(),
});

export type Settings = z.infer<typeof settingsSchema>;

/**
 * The settings of the archive in `content`.
 * @throws {Error} naming the file and the field that is wrong.
 */
export function loadSettings(content: string): Settings {
  const path = contentFile(content, 'site.yaml');
  const result = settingsSchema.safeParse(parse(readFileSync(path, 'utf8')));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Error(`site.yaml: ${issue?.path.join('.')}: ${issue?.message}`);
}
