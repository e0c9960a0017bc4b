/** What axe-core finds on a page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Violations of WCAG 2.2 A and AA and of axe's best practice, each with the first elements that it was found on. */
export async function violationsOn(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the page's policy allows no script from elsewhere.
  await page.evaluate(AXE);
  return page.evaluate(async (tags) => {
    // @ts-expect-error axe is a global of the page
    const result = await axe.run(document, { runOnly: tags });
    return result.violations.map(
      ({ id, nodes }: { id: string; nodes: { html: string; failureSummary: string }[] }) =>
        [id, ...nodes.slice(0, 3).map(({ html, failureSummary }) => `${html} ${failureSummary}`)].join('\n'),
    );
  }, TAGS);
}
