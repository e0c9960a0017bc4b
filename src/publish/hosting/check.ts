/** Checks that need the system: what is handed out and hosted, with the programs that people use for it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDER } from '../edition.ts';
import { verify } from '../verify.ts';
import { checkNginx } from './nginx.ts';

export interface Outcome {
  name: string;
  /** Undefined where it holds; else what is wrong. */
  wrong?: string;
  /** The program that is not there, so that nothing was checked. */
  absent?: string;
}

interface Copy {
  /** Folder of the built site. */
  site: string;
  /** The zip of it. */
  zip: string;
  /** A folder to work in. */
  temp: string;
}

interface Check {
  name: string;
  /** The program it needs. */
  needs: string;
  /** What is wrong; undefined where nothing is. */
  run(copy: Copy): Promise<string | undefined>;
}

/** A folder as trainers have them. */
const AWKWARD = '培训 U盘 (1)';

const UNPACKERS: readonly (readonly [program: string, args: (zip: string, to: string) => string[]])[] = [
  ['unzip', (zip, to) => ['-q', zip, '-d', to]],
  ['7z', (zip, to) => ['x', '-bd', '-y', `-o${to}`, zip]],
  ['bsdtar', (zip, to) => ['-x', '-f', zip, '-C', to]],
];

const CHECKS: readonly Check[] = [
  ...UNPACKERS.map(
    ([program, args]): Check => ({
      name: `${program} unpacks the zip, and every file is as the manifest says`,
      needs: program,
      async run({ zip, temp }) {
        const to = join(temp, program, AWKWARD);
        mkdirSync(to, { recursive: true });
        const failed = fails(program, args(zip, to));
        if (failed !== undefined) return failed;
        const { differences } = await verify(to);
        if (differences.length > 0) return differences.map(({ kind, path }) => `${kind} ${path}`).join(', ');
        const top = readdirSync(to).sort().join(' ');
        return top === `${FOLDER} 开始.html 说明.txt` ? undefined : `found ${top}`;
      },
    }),
  ),
  {
    name: 'sha256sum -c accepts SHA256SUMS',
    needs: 'sha256sum',
    run: async ({ site }) => fails('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], site),
  },
  {
    name: 'nginx serves the example: pages, headers, caching, compressed files, 404',
    needs: 'nginx',
    run: ({ site, temp }) => checkNginx(site, join(temp, 'nginx')),
  },
];

/** Runs every check whose program is there. */
export async function checkHost(copy: Copy): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { name, needs, run } of CHECKS) {
    if (spawnSync(needs, ['--help'], { stdio: 'ignore' }).error) {
      outcomes.push({ name, absent: needs });
      continue;
    }
    const wrong = await run(copy);
    outcomes.push(wrong === undefined ? { name } : { name, wrong });
  }
  return outcomes;
}

function fails(program: string, args: string[], cwd?: string): string | undefined {
  const run = spawnSync(program, args, { cwd, encoding: 'utf8' });
  return run.status === 0 ? undefined : `exit ${run.status}: ${(run.stderr || run.stdout).slice(0, 500)}`;
}
