/** The site of the last build, looked over on another core while this one reads the sources. */
import { existsSync, statSync } from 'node:fs';
import Tinypool from 'tinypool';
import type { EarlierSite } from '../publish/kept.ts';
import type { digestKept } from './last-site-worker.ts';

/** Bytes of an index (some 150 a file) of which a worker takes less time than this thread would. */
const WORTH_A_WORKER = 1 << 20;

/** The last site with the digests of its files, if there are many; of few they are taken when they are asked for. */
export async function lookOver(last: EarlierSite): Promise<EarlierSite> {
  if (!existsSync(last.index) || statSync(last.index).size < WORTH_A_WORKER) return last;
  const pool = new Tinypool({
    filename: new URL('./last-site-worker.ts', import.meta.url).href,
    runtime: 'worker_threads',
    minThreads: 1,
    maxThreads: 1,
  });
  try {
    return {
      ...last,
      digests: (await pool.run(last, { name: 'digestKept' })) as ReturnType<typeof digestKept>,
    };
  } finally {
    await pool.destroy();
  }
}
