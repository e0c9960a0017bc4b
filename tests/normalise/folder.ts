/** Content folders made for a test, below the system's temporary folder. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type FolderOptions, normaliseFolder } from '../../src/normalise/folder.ts';
import { readReport } from '../../src/report/store.ts';

/** Writes files below a new content folder's raw/ (sidecars among them); taken away when the test ends. */
export function contentWith(raw: Readonly<Record<string, string | Uint8Array>>): string {
  const content = mkdtempSync(join(tmpdir(), 'content-'));
  onTestFinished(() => rmSync(content, { recursive: true, force: true }));
  writeFileSync(join(content, 'agencies.yaml'), '');
  mkdirSync(join(content, 'raw'));
  for (const [file, text] of Object.entries(raw)) {
    mkdirSync(dirname(join(content, 'raw', file)), { recursive: true });
    writeFileSync(join(content, 'raw', file), text);
  }
  return content;
}

/** Normalises a content folder, and reads the reports that are there then. */
export async function normalise(content: string, options?: FolderOptions) {
  const run = await normaliseFolder(content, options);
  return { ...run, reports: run.reports.map((id) => readReport(content, id)) };
}

/** Normalises a new folder with these files. */
export async function normalised(raw: Readonly<Record<string, string | Uint8Array>>) {
  const content = contentWith(raw);
  return { content, ...(await normalise(content)) };
}

export function markdown(content: string, id: string): string {
  return readFileSync(join(content, 'reports', `${id}.md`), 'utf8');
}

/** A plausible report as a site prints it; what a test is about is given in `parts`. */
export function page(
  parts: { agency?: string; year?: number; head?: string; body?: string; foot?: string } = {},
): string {
  const { agency = '桃源县人民政府', year = 2022, head = '', body = '', foot = '' } = parts;
  return `${head}${agency}关于${year}年度法治政府建设情况的报告

${year}年，${agency}坚持以习近平法治思想为指导，扎实推进法治政府建设。现将有关情况报告如下：

一、主要举措和成效

（一）行政复议。全年共收到行政复议申请12件，受理10件，不予受理2件。
${body}
二、存在的问题

法治队伍建设还需加强。

三、下一步工作安排

继续推进法治政府建设各项工作。
${foot}`;
}

export const codes = (diagnostics: readonly { file: string; code: string }[]) =>
  Object.fromEntries(diagnostics.map(({ file, code }) => [file, code]));
