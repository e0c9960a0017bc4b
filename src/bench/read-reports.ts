/**
 * The least that any renderer of a content folder does: node src/bench/read-reports.ts CONTENT
 * Reads the Markdown of every report into metadata and blocks, and makes nothing of them.
 */
import { readFileSync } from 'node:fs';
import { parseBody } from '../report/body.ts';
import { endOfFrontmatter } from '../report/frontmatter.ts';
import { parsePrinted } from '../report/markdown.ts';
import { listReports, reportPath } from '../report/store.ts';

const [content] = process.argv.slice(2) as [string];
for (const id of listReports(content)) {
  const bytes = readFileSync(reportPath(content, id));
  const body = endOfFrontmatter(bytes);
  parsePrinted(bytes.toString('utf8', 0, body));
  parseBody(bytes.toString('utf8', body));
}
