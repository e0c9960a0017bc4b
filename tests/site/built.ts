/** Sites for tests, rendered as the build renders them. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_CONTENT } from '../../src/content.ts';
import { writeData } from '../../src/publish/write.ts';
import { type Archive, loadArchive } from '../../src/report/archive.ts';
import { readReport } from '../../src/report/store.ts';
import { renderSite } from '../../src/site/render.ts';

export interface Built {
  /** Folder of the site. */
  site: string;
  archive: Archive;
  /** Paths of all pages below the folder, with forward slashes. */
  pages: string[];
  remove(): void;
}

/** Renders the archive in `content` with its data files. `name` keeps caches of different tests apart. */
export async function buildSite(name: string, content = PROJECT_CONTENT): Promise<Built> {
  const site = mkdtempSync(join(tmpdir(), 'fazhi-site-'));
  const temp = join(process.cwd(), '.build', `test-${name}-${process.pid}`);
  const archive = loadArchive(content);
  await renderSite({ content, archive, out: site, temp });
  writeData(
    {
      archive,
      report: (id) => readReport(content, id),
      raw: ({ file }) => readFileSync(join(content, 'raw', file)),
    },
    site,
  );
  const pages = readdirSync(site, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html'))
    .sort();
  return {
    site,
    archive,
    pages,
    remove() {
      rmSync(site, { recursive: true });
      rmSync(temp, { recursive: true });
    },
  };
}
