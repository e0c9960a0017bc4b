/** A report as plain text, to read without a browser and to compute with. */
import { placesOf } from '../report/archive.ts';
import type { Report } from '../report/report.ts';

/**
 * Title, text, and below a line of dashes where it comes from. Headings and paragraphs are set apart by an empty
 * line. Begins with a byte order mark: hosts serve .txt without naming an encoding, and browsers would guess.
 */
export function plainText({ metadata, blocks }: Report, url: string | undefined): string {
  const { title, agency, year, published, source, withdrawn } = metadata;
  const origin = [
    ['已撤下', withdrawn],
    ['机关', agency],
    ['地区', placesOf(metadata).join('')],
    ['报告年度', String(year)],
    ['发布日期', published],
    ['来源', [source.site, source.url].filter(Boolean).join(' ')],
    ['原始文件的SHA-256', source.sha256],
    ['档案链接', url],
  ].flatMap(([name, value]) => (value ? [`${name}：${value}`] : []));
  return `\ufeff${[title, ...blocks.map(({ text }) => text), ['----', ...origin].join('\n')].join('\n\n')}\n`;
}
