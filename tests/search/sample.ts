/** Reports to search: the texts of content/raw with a block for every line, and whatever a test adds. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_CONTENT } from '../../src/content.ts';
import { anchorBlocks } from '../../src/report/anchors.ts';
import type { Block, Report } from '../../src/report/report.ts';
import type { Metadata } from '../../src/report/schema.ts';
import type { ReportSource } from '../../src/search/shards.ts';
import { countTerms } from '../../src/search/terms.ts';
import { tagWords } from '../../src/words/segment.ts';

const RAW = join(PROJECT_CONTENT, 'raw');

export function makeReport(
  agencyId: string,
  year: number,
  lines: readonly string[],
  more: Partial<Metadata> = {},
): Report {
  const [title = '', ...rest] = lines;
  const blocks = anchorBlocks(
    rest.map(
      (text): Omit<Block, 'anchor'> => ({ depth: /^[一二三四五六七八九十]+、/.test(text) ? 2 : 0, text }),
    ),
  );
  const lists = {
    readings: [],
    figures: [],
    changes: [],
    checks: [],
    removed: [],
    repairs: [],
    corrections: [],
  };
  const sections = blocks.filter(({ depth }) => depth === 2).map(({ anchor }) => ({ anchor, theme: 'test' }));
  const source = { file: 'a.txt', sha256: '0'.repeat(64), bytes: 1, encoding: 'utf-8' };
  return {
    metadata: { title, agency: agencyId, agencyId, year, source, ...lists, sections, ...more },
    blocks,
  };
}

/** The reports of content/raw. */
export function rawReports(): Report[] {
  return readdirSync(RAW)
    .filter((name) => /^.+-\d{4}\.txt$/.test(name))
    .sort()
    .map((name) => {
      const lines = readFileSync(join(RAW, name), 'utf8').split('\n');
      return makeReport(
        name.slice(0, -9),
        Number(name.slice(-8, -4)),
        lines.map((line) => line.trim()).filter(Boolean),
      );
    });
}

export function sourceOf(report: Report): ReportSource {
  const fingerprint = createHash('sha256').update(JSON.stringify(report)).digest('hex');
  return {
    metadata: report.metadata,
    fingerprint,
    read: () => report,
    terms: () => countTerms(report.blocks.map(({ text }) => tagWords(text))),
  };
}
