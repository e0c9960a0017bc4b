/** A pool of one worker a core. */
import { availableParallelism } from 'node:os';
import Tinypool from 'tinypool';

/** `worker` is a module whose default export is run for each task. */
export function createPool(worker: URL): Tinypool {
  return new Tinypool({
    filename: worker.href,
    runtime: 'worker_threads',
    maxThreads: availableParallelism(),
    minThreads: availableParallelism(),
  });
}
