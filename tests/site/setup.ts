/** Builds the site and the zip of the project's own raw texts once, for all tests of the site. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { build } from '../../src/build/build.ts';
import { createProgress } from '../../src/build/progress.ts';
import { PROJECT_CONTENT } from '../../src/content.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the built site. */
    site: string;
    /** The zip of the same site. */
    zip: string;
    /** The content folder that both were built from. */
    content: string;
  }
}

const CACHE = fileURLToPath(new URL('../../.cache', import.meta.url));

export default async function setup(project: TestProject): Promise<() => void> {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'test-'));
  const content = join(folder, 'content');
  const site = join(folder, 'site');
  const release = join(folder, 'release');
  cpSync(join(PROJECT_CONTENT, 'raw'), join(content, 'raw'), { recursive: true });
  const silent = createProgress({ live: false, write: () => {} }, { now: () => 0, memory: () => 0 });
  await build({ content, out: site, release, zip: true, cache: join(folder, 'cache') }, silent);
  project.provide('site', site);
  project.provide('zip', join(release, 'fazhi-archive.zip'));
  project.provide('content', content);
  return () => rmSync(folder, { recursive: true });
}
