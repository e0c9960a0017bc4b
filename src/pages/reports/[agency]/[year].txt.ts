/** A report as plain text. With a byte order mark, since no header will tell a reader the encoding. */
import type { APIRoute } from 'astro';
import type { Report } from '../../../report/report.ts';
import type { ReportId } from '../../../report/store.ts';
import { site } from '../../../site/context.ts';

export function getStaticPaths() {
  return [...site().archive.reports.values()].map(({ agencyId, year }) => ({
    params: { agency: agencyId, year: String(year) },
  }));
}

export const GET: APIRoute = ({ params }) =>
  new Response(plainText(site().report(`${params.agency}/${params.year}` as ReportId)));

function plainText({ metadata, blocks }: Report): string {
  return `\ufeff${[metadata.title, ...blocks.map(({ text }) => text)].join('\n\n')}\n`;
}
