/** Data of compare.html as scripts: one for each report, and a list of reports for each province. */
import type { APIRoute } from 'astro';
import type { ReportId } from '../../report/store.ts';
import { choicesOf, comparedOf } from '../../site/comparison.ts';
import { site } from '../../site/context.ts';
import { pageKey } from '../../site/keys.ts';

export function getStaticPaths() {
  const { archive } = site();
  return [
    ...choicesOf(archive).map((choice) => ({
      params: { file: choice.province },
      props: { choice },
      cacheKey: pageKey([], choice),
    })),
    ...[...archive.reports].map(([id, report]) => ({
      params: { file: id },
      props: { id },
      cacheKey: pageKey([report]),
    })),
  ];
}

export const GET: APIRoute<{ choice?: object; id?: ReportId }> = ({ props: { choice, id } }) => {
  const { archive, report } = site();
  return new Response(
    `fazhiCompare(${JSON.stringify(choice ?? comparedOf(report(id as ReportId), archive))});\n`,
  );
};
