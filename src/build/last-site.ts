/** Site and zip of the last build, looked over on another core while this one reads the sources. */
import { existsSync, statSync } from 'node:fs';
import Tinypool from 'tinypool';
import { digestIfThere, type EarlierSite } from '../publish/kept.ts';
import type { FileDigest } from '../publish/manifest.ts';
import type { digestKept } from './last-site-worker.ts';

/** Bytes of an index (some 150 a file) of which a worker takes less time than this thread would. */
const WORTH_A_WORKER = 1 << 20;

export interface LookedOver {
  /** The last site with the digests of its files, if there are many; of few they are taken when they are asked for. */
  site: Promise<EarlierSite>;
  /** Undefined where there is no zip, or it cannot be read. */
  zip: Promise<FileDigest | undefined>;
}

/** Looks over the last site, and then its zip: that is asked for last. */
export function lookOver(last: EarlierSite, zip: string): LookedOver {
  if (!existsSync(last.index) || statSync(last.index).size < WORTH_A_WORKER)
    return { site: Promise.resolve(last), zip: ifReadable(() => digestIfThere(zip)) };
  const pool = new Tinypool({
    filename: new URL('./last-site-worker.ts', import.meta.url).href,
    runtime: 'worker_threads',
    minThreads: 1,
    maxThreads: 1,
  });
  const site: Promise<ReturnType<typeof digestKept>> = pool.run(last, { name: 'digestKept' });
  const digest: Promise<FileDigest | undefined> = pool.run(zip, { name: 'digestIfThere' });
  return {
    site: site.then((digests) => ({ ...last, digests })),
    zip: ifReadable(() => digest.finally(() => pool.destroy())),
  };
}

async function ifReadable<T>(read: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch {
    return undefined;
  }
}
