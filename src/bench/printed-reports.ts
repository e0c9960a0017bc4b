/** What any renderer of a content folder reads: the Markdown of its reports, as builds printed it. */
import { readFileSync } from 'node:fs';
import { parseBody } from '../report/body.ts';
import { endOfFrontmatter } from '../report/frontmatter.ts';
import { parsePrinted } from '../report/markdown.ts';
import type { Report } from '../report/report.ts';
import { listReports, type ReportId, reportPath } from '../report/store.ts';

/** Every report of `content`, one in memory at a time, not checked again. */
export function* printedReports(content: string): Generator<{ id: ReportId; report: Report }> {
  for (const id of listReports(content)) {
    const bytes = readFileSync(reportPath(content, id));
    const body = endOfFrontmatter(bytes);
    const metadata = parsePrinted(bytes.toString('utf8', 0, body));
    yield { id, report: { metadata, blocks: parseBody(bytes.toString('utf8', body)) } };
  }
}
