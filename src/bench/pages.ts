/** The real report pages against the least that writing them costs, and against Hugo. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFiles } from '../files.ts';
import { costOf } from './cost.ts';
import { bytesOf, hugoVersion, prepareHugo } from './hugo.ts';
import { median } from './table.ts';

export interface PageCosts {
  pages: number;
  bytes: number;
  /** Seconds of processor time: medians of rounds in which each ran once. */
  site: number;
  bare: number;
  /** Absent where Hugo is not installed. */
  hugo?: { cpu: number; pages: number; bytes: number };
}

const ROUNDS = 3;
const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/**
 * @param content a folder whose reports are built
 * @param work a folder within the project, as Astro needs
 */
export async function measurePages(content: string, work: string): Promise<PageCosts> {
  const out = join(work, 'site');
  const words = `${work}-words`;
  const renderSite = () => {
    rmSync(work, { recursive: true, force: true });
    mkdirSync(work, { recursive: true });
    return costOf([process.execPath, script('report-pages.ts'), content, out, join(work, 'temp'), words]);
  };
  const writeBare = () => costOf([process.execPath, script('bare-writer.ts'), out, join(work, 'bare')]);

  await renderSite(); // counts the words
  const rounds = [{ site: (await renderSite()).cpu, bare: (await writeBare()).cpu }];
  const pages = listFiles(out).filter((file) => file.endsWith('.html'));
  const bytes = bytesOf(out, pages);
  const hugoFolder = `${work}-hugo`;
  const runHugo =
    hugoVersion() === undefined
      ? undefined
      : await prepareHugo(hugoFolder, join(content, 'reports'), bytes / pages.length);
  const hugoRuns = runHugo ? [await runHugo()] : [];
  while (rounds.length < ROUNDS) {
    rounds.push({ site: (await renderSite()).cpu, bare: (await writeBare()).cpu });
    if (runHugo) hugoRuns.push(await runHugo());
  }
  for (const folder of [work, hugoFolder, words]) rmSync(folder, { recursive: true, force: true });
  const [hugo] = hugoRuns;
  return {
    pages: pages.length,
    bytes,
    site: median(rounds.map(({ site }) => site)),
    bare: median(rounds.map(({ bare }) => bare)),
    ...(hugo && {
      hugo: { cpu: median(hugoRuns.map(({ cost }) => cost.cpu)), pages: hugo.pages, bytes: hugo.bytes },
    }),
  };
}
