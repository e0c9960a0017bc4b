/**
 * The least that any renderer of a content folder does: node src/bench/read-reports.ts CONTENT
 * Reads the Markdown of every report into metadata and blocks, and makes nothing of them.
 */
import { printedReports } from './printed-reports.ts';

const [content] = process.argv.slice(2) as [string];
for (const _ of printedReports(content));
