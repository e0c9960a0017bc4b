/** The bytes of a raw text, to be checked against their hash. */
import type { APIRoute } from 'astro';
import type { Source } from '../../report/schema.ts';
import { site } from '../../site/context.ts';
import { sourcesOf } from '../../site/raw.ts';

export function getStaticPaths() {
  return sourcesOf(site().archive).map(({ source }) => ({
    params: { sha: source.sha256 },
    props: { source },
  }));
}

export const GET: APIRoute<{ source: Source }> = ({ props }) =>
  new Response(site().raw(props.source).slice());
