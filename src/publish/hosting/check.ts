/** Checks that need the system: what is handed out and hosted, with the programs that people use for it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
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

export interface Copy {
  /** Folder of the built site. */
  site: string;
  /** The zip of it. */
  zip: string;
  /** A folder to work in. */
  temp: string;
}

export interface Check {
  name: string;
  /** The program it needs, under each of its names; or a file of it, by each of its paths. */
  needs: readonly string[];
  /** What is wrong; undefined where nothing is. `program` is the name under which it is there. */
  run(copy: Copy, program: string): Promise<string | undefined>;
}

/** A folder as trainers have them. */
export const AWKWARD = '培训 U盘 (1)';

const UNPACKERS: readonly (readonly [needs: string[], args: (zip: string, to: string) => string[]])[] = [
  [['unzip'], (zip, to) => ['-q', zip, '-d', to]],
  [['7z', '7zz', '7za'], (zip, to) => ['x', '-bd', '-y', `-o${to}`, zip]],
  [['bsdtar'], (zip, to) => ['-x', '-f', zip, '-C', to]],
];

export const CHECKS: readonly Check[] = [
  ...UNPACKERS.map(
    ([needs, args]): Check => ({
      name: `${needs[0]} unpacks the zip, and every file is as the manifest says`,
      needs,
      async run({ zip, temp }, program) {
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
    needs: ['sha256sum'],
    run: async ({ site }) => fails('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], site),
  },
  {
    name: 'nginx serves the example: pages, headers, caching, compressed files, 404',
    needs: ['nginx'],
    run: ({ site, temp }) => checkNginx(site, join(temp, 'nginx')),
  },
  {
    name: 'nginx serves the example with brotli turned on',
    needs: ['/usr/lib/nginx/modules', '/usr/lib64/nginx/modules', '/usr/share/nginx/modules'].map((folder) =>
      join(folder, 'ngx_http_brotli_static_module.so'),
    ),
    run: ({ site, temp }, module) => checkNginx(site, join(temp, 'brotli'), module),
  },
];

/** Runs every check whose program is there, and tells of each as it ends. */
export async function* checkHost(checks: readonly Check[], copy: Copy): AsyncGenerator<Outcome> {
  for (const { name, needs, run } of checks) {
    const program = needs.map(findProgram).find((path) => path !== undefined);
    if (program === undefined) {
      yield { name, absent: needs.join(' or ') };
      continue;
    }
    const wrong = await run(copy, program).catch(String);
    yield wrong === undefined ? { name } : { name, wrong };
  }
}

/** Path of a program of this machine, or of a file that is named by its path; undefined where it is not there. */
function findProgram(name: string): string | undefined {
  if (isAbsolute(name)) return existsSync(name) ? name : undefined;
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

/** In a locale that can name files in Chinese, as every desktop's can: bsdtar leaves out what its locale cannot. */
function fails(program: string, args: string[], cwd?: string): string | undefined {
  const run = spawnSync(program, args, { cwd, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  return run.status === 0 ? undefined : `exit ${run.status}: ${(run.stderr || run.stdout).slice(0, 500)}`;
}
