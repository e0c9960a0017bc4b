/** Workers, one a core, for work that is pure for each source or report. */
import { availableParallelism } from 'node:os';
import Tinypool from 'tinypool';
import { count, read } from './worker.ts';

const HERE = { read, count };
type Work = typeof HERE;

export interface Pool {
  /** Starts the workers, if they are not there yet. Until then all is done in this thread. */
  start(): void;
  run<Name extends keyof Work>(name: Name, task: Parameters<Work[Name]>[0]): ReturnType<Work[Name]>;
}

/**
 * Hands `use` a pool whose workers start when there is enough to do, as each loads rules and dictionaries of its
 * own, and ends them when `use` is done, which gives their memory back.
 */
export async function withPool<Result>(use: (pool: Pool) => Promise<Result>): Promise<Result> {
  let workers: Tinypool | undefined;
  const pool: Pool = {
    start() {
      workers ??= new Tinypool({
        filename: new URL('./worker.ts', import.meta.url).href,
        runtime: 'worker_threads',
        maxThreads: availableParallelism(),
        minThreads: availableParallelism(),
      });
    },
    run(name, task) {
      const work = HERE[name] as (task: unknown) => ReturnType<Work[typeof name]>;
      return workers ? (workers.run(task, { name }) as ReturnType<Work[typeof name]>) : work(task);
    },
  };
  try {
    return await use(pool);
  } finally {
    await workers?.destroy();
  }
}
