/** The real report pages against the least that writing them costs, and against Hugo. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../files.ts';
import { costOfScript } from './cost.ts';
import { bytesOf, type HugoRun, hugoVersion, prepareHugo } from './hugo.ts';
import { median } from './table.ts';

export interface PageCosts {
  pages: number;
  bytes: number;
  /** Seconds of processor time: medians of rounds in which each ran once. */
  site: number;
  bare: number;
  /** Of a renderer that makes Hugo's pages of strings. */
  strings: number;
  /** Of reading the Markdown that the site is rendered from, alone. */
  source: number;
  /** Absent where Hugo is not installed. */
  hugo?: { cpu: number; pages: number; bytes: number };
}

const ROUNDS = 3;

/** What each round measures once. */
type Round = Pick<PageCosts, 'site' | 'bare' | 'strings' | 'source'>;

const run = (script: string, ...args: string[]) => costOfScript(new URL(script, import.meta.url), ...args);

/**
 * Nothing is deleted before the end: ext4 avoids the inodes of files that went within a minute, and looking for others
 * takes longer than writing a page.
 * @param content a folder whose reports are built
 * @param work a folder within the project, as Astro needs
 */
export async function measurePages(content: string, work: string): Promise<PageCosts> {
  rmSync(work, { recursive: true, force: true });
  const site = (round: string) => join(work, round, 'site');
  const renderSite = (round: string) =>
    run('report-pages.ts', content, site(round), join(work, round, 'temp'), join(work, 'words'));

  await renderSite('first'); // counts the words
  const out = site('first');
  const pages = listFiles(out).filter((file) => file.endsWith('.html'));
  const bytes = bytesOf(out, pages);
  const pageBytes = bytes / pages.length;
  const runHugo =
    hugoVersion() === undefined
      ? undefined
      : await prepareHugo(join(work, 'hugo'), join(content, 'reports'), pageBytes);
  const rounds: Round[] = [];
  const hugoRuns: HugoRun[] = [];
  while (rounds.length < ROUNDS) {
    const round = String(rounds.length);
    rounds.push({
      site: (await renderSite(round)).cpu,
      bare: (await run('bare-writer.ts', site(round), join(work, round, 'bare'))).cpu,
      strings: (await run('bare-renderer.ts', content, join(work, round, 'strings'), String(pageBytes))).cpu,
      source: (await run('read-reports.ts', content)).cpu,
    });
    if (runHugo) hugoRuns.push(await runHugo());
  }
  rmSync(work, { recursive: true, force: true });
  const [hugo] = hugoRuns;
  const middle = (what: keyof Round) => median(rounds.map((round) => round[what]));
  return {
    pages: pages.length,
    bytes,
    site: middle('site'),
    bare: middle('bare'),
    strings: middle('strings'),
    source: middle('source'),
    ...(hugo && {
      hugo: { cpu: median(hugoRuns.map(({ cost }) => cost.cpu)), pages: hugo.pages, bytes: hugo.bytes },
    }),
  };
}
