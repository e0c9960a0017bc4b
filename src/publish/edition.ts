/** The zip that is handed out on a stick: the site in a folder, and beside it what people double-click. */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { listFiles } from '../files.ts';
import type { Archive } from '../report/archive.ts';
import { urls } from '../site/urls.ts';
import { type Earlier, type EarlierZip, keepPlaces, openEarlier } from './earlier.ts';
import { replace } from './swap.ts';
import { escapeXml } from './xml.ts';
import { packEntry, writeZip, type ZipEntry, type ZipSummary } from './zip.ts';

/** The folder of the site inside the zip, and the name of the zip itself. */
export const FOLDER = 'fazhi-archive';

/** The zip in a release folder. */
export const zipIn = (release: string) => join(release, `${FOLDER}.zip`);

export const editionSchema = z.strictObject({
  /** Name of the archive, as in site.yaml. */
  name: z.string(),
  /** The filter of a partial edition in words: 2022—2023年，青海省. */
  filter: z.string().optional(),
  /** How many reports it holds. */
  reports: z.number().int().nonnegative(),
  /** ISO date of the newest content; absent where no report has one. */
  date: z.string().optional(),
  /** True where the reports are generated examples. */
  demo: z.literal(true).optional(),
  /** True where handouts and exercises are added. */
  training: z.literal(true).optional(),
});

export type Edition = z.infer<typeof editionSchema>;

/** What an archive says of itself. The date is the newest that the reports state: no clock shows in it. */
export function editionOf({ settings, reports, filter, training }: Archive): Edition {
  const dates = [...reports.values()].flatMap(({ collected, published }) => collected ?? published ?? []);
  return {
    name: settings.name,
    filter,
    reports: reports.size,
    date: dates.sort().at(-1),
    demo: settings.demo || undefined,
    training,
  };
}

/** Whether it is the archive itself, whose pages stay for ever: not a demo, a part of it or a training edition. */
export function isWhole({ demo, filter, training }: Edition): boolean {
  return !demo && !training && filter === undefined;
}

const sourceHash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function heading({ name, filter, training, demo }: Edition): string {
  const kind = [filter, training && '培训版', demo && '示例数据，不是真实报告'].filter(Boolean).join('；');
  return kind ? `${name}（${kind}）` : name;
}

const STYLE = `:root{color-scheme:light dark}
body{font:1.125rem/1.9 "Noto Serif CJK SC","Source Han Serif SC",SimSun,serif;max-width:34rem;margin:12vh auto;padding:0 1.5rem}
h1{font-size:1.6rem;line-height:1.4}
.open{display:inline-block;margin:.5rem 0;padding:.4rem 1.4rem;border:1px solid;border-radius:.2rem;color:inherit;font-size:1.25rem;text-decoration:none}
.open:focus-visible,.open:hover{text-decoration:underline}
small{opacity:.8}`;

/** An image of the site loads only where the zip was unpacked: then, and only then, go straight on. */
const SCRIPT = `var image=new Image();image.onload=function(){location.replace('${FOLDER}/index.html')};image.src='${FOLDER}/${urls.icon}';`;

/**
 * 开始.html: opens the site by double-click where the zip was unpacked; opened from inside the zip, where
 * Windows unpacks this one file alone, it says to unpack all of it first. Works without scripts by its link.
 */
export function startPage(edition: Edition): string {
  const title = escapeXml(heading(edition));
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; style-src ${sourceHash(STYLE)}; script-src ${sourceHash(SCRIPT)}">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p><strong>请先全部解压。</strong>在压缩包上点右键，选“全部解压缩”，再到解压后的文件夹里双击“开始.html”。</p>
<p><a class="open" href="${FOLDER}/index.html">打开档案</a></p>
<p><small>点开后若提示找不到文件，就是还没有解压。全部内容都在这个文件夹里，不需要联网，也不需要安装软件。</small></p>
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

/** 说明.txt: five lines for Windows Notepad, with CRLF and a byte order mark. */
export function readMe(edition: Edition): string {
  const date = edition.date ? `，内容截至${edition.date}` : '';
  const lines = [
    `${heading(edition)}离线版，收录法治政府建设年度报告${edition.reports}份${date}。`,
    '使用前请先全部解压：在压缩包上点右键，选“全部解压缩”。',
    '解压后双击“开始.html”，用Edge、Chrome、Firefox等浏览器打开；不需要联网，也不需要安装软件。',
    `网站都在“${FOLDER}”文件夹里；移动或转发时，请连同整个文件夹一起。`,
    `要核对内容是否完整，请看“${FOLDER}/verify.html”。`,
  ];
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/** The files beside the site, by name, in the order in which they stand in the zip. */
export const EDITION_FILES: Readonly<Record<string, (edition: Edition) => string>> = {
  '开始.html': startPage,
  '说明.txt': readMe,
};

/**
 * Writes `<release>/fazhi-archive.zip` and its `.sha256` from the built site in the folder `site`; contents that
 * the last zip has are taken from it, where `earlier` names them. The old checksum goes before the new zip comes:
 * a kill can leave a zip without a checksum, never with another's.
 * @throws {SwapError} where one of them cannot be replaced.
 */
export async function writeEdition(
  site: string,
  release: string,
  edition: Edition,
  earlier?: Earlier,
): Promise<ZipSummary> {
  const zip = zipIn(release);
  const checksum = `${zip}.sha256`;
  const summary = await replace(zip, (aside) => {
    const last = openEarlier(zip, earlier);
    try {
      const written = writeZip(aside, editionEntries(site, edition, last), edition.date);
      rmSync(checksum, { force: true });
      return written;
    } finally {
      last.close();
    }
  });
  await replace(checksum, (aside) => writeFileSync(aside, `${summary.sha256}  ${FOLDER}.zip\n`));
  if (earlier) keepPlaces(summary, earlier);
  return summary;
}

function* editionEntries(site: string, edition: Edition, last: EarlierZip): Generator<ZipEntry> {
  for (const [name, print] of Object.entries(EDITION_FILES))
    yield packEntry(name, Buffer.from(print(edition)));
  for (const path of listFiles(site)) {
    const name = `${FOLDER}/${path}`;
    const packed = last.find(name);
    yield packed ? { name, packed } : packEntry(name, readFileSync(join(site, path)));
  }
}
