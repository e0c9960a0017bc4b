/** How Node runs a build. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { cacheFolder } from './cache.ts';

/**
 * Prepares this process for building the archive in `content`; to be called before anything large is loaded.
 *
 * V8 makes no object old when it is made. By itself it does so at places in the code whose objects have outlived a
 * collection. Those of a page are dead when it is written, but old ones keep the young that they point at until all
 * of the heap is collected, so that more places seem to make lasting objects: 160 KB of each report page was carried
 * on, and rendering 5,000 took a seventh more time and 1.25 GB, not 0.7.
 *
 * Astro is a thousand modules, loaded when there are pages to render: they are compiled once, for all later builds.
 */
export function prepareRuntime(content: string): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
  enableCompileCache(join(cacheFolder(content), 'code'));
}
