/** What a command costs, with all that it starts. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

export interface Cost {
  /** Seconds. */
  wall: number;
  /** Seconds of processor time, user and system, of the command and everything that it started. */
  cpu: number;
  /** Peak resident bytes of any one of those processes; absent where /proc does not tell. */
  memory?: number;
}

const SAMPLE_INTERVAL = 200;

/**
 * Runs a command to its end.
 * @throws {Error} with what it wrote, where it exits with anything but 0.
 */
export async function costOf(command: readonly string[]): Promise<Cost & { output: string }> {
  const start = performance.now();
  // `times` is the shell's own and counts what its children waited for too, which Node has no call for.
  const child = spawn('sh', ['-c', '"$@"; status=$?; times >&3; exit $status', 'sh', ...command], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const peaks = new Map<number, number>();
  const sampler = setInterval(() => sample(child.pid as number, peaks), SAMPLE_INTERVAL);
  const exit = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const [, stdout, stderr, times] = child.stdio;
  const [output, errors, clock, status] = await Promise.all([
    text(stdout as NodeJS.ReadableStream),
    text(stderr as NodeJS.ReadableStream),
    text(times as NodeJS.ReadableStream),
    exit,
  ]).finally(() => clearInterval(sampler));
  if (status !== 0) throw new Error(`${command.join(' ')} exited with ${status}:\n${errors.slice(-2000)}`);
  return {
    wall: (performance.now() - start) / 1000,
    cpu: childTime(clock),
    ...(peaks.size > 0 && { memory: Math.max(...peaks.values()) }),
    output,
  };
}

/** What a script costs, run by Node with the options that this process has: those of a build. */
export function costOfScript(script: URL, ...args: string[]): ReturnType<typeof costOf> {
  return costOf([process.execPath, ...process.execArgv, fileURLToPath(script), ...args]);
}

/** User and system seconds of the children, from the second line of POSIX `times`: 1m2.5s 0m0.25s. */
export function childTime(times: string): number {
  const [, children = ''] = times.trim().split('\n');
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}

/** Notes the peak of `pid` and of everything below it. A process may end while it is looked at. */
function sample(pid: number, peaks: Map<number, number>): void {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    if (peak) peaks.set(pid, Number(peak[1]) * 1024);
    for (const task of readdirSync(`/proc/${pid}/task`))
      for (const child of readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' '))
        if (child !== '') sample(Number(child), peaks);
  } catch {
    // gone, or no /proc
  }
}
