/** How Node runs a build. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { cacheFolder } from './cache.ts';

/**
 * Prepares this process for building the archive in `content`; to be called before anything large is loaded.
 *
 * V8 collects its heap whenever that has grown by 40 % since it was last collected. By itself it lets a large heap
 * grow several times over: rendering the report pages of 20,000 reports took 2.5 GB, and takes 1.6 in as much time.
 * Astro is a thousand modules, loaded when there are pages to render: they are compiled once, for all later builds.
 */
export function prepareRuntime(content: string): void {
  setFlagsFromString('--heap-growing-percent=40');
  enableCompileCache(join(cacheFolder(content), 'code'));
}
