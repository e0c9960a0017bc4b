/** Whether a page is an annual report or only looks like one: rules are data (content/kinds.yaml). */
import { parse } from 'yaml';
import { z } from 'zod';
import type { PageDocument } from './document.ts';
import type { Evidence } from './evidence.ts';
import { headingDepth } from './structure.ts';
import type { Title } from './title.ts';

const PLACES = ['page', 'title', 'lead', 'opening', 'sections', 'text'] as const;
type Place = (typeof PLACES)[number];

const kindsSchema = z.strictObject({
  rules: z.array(
    z.strictObject({
      id: z.string(),
      where: z.enum(PLACES),
      pattern: z.string(),
      least: z.number().int().positive().optional(),
      share: z.number().positive().max(1).optional(),
    }),
  ),
});

export interface KindRule {
  id: string;
  where: Place;
  pattern: RegExp;
  least: number;
  share: number;
}

/** @throws {Error} where kinds.yaml is not of its form. */
export function parseKindRules(yaml: string): KindRule[] {
  return kindsSchema.parse(parse(yaml)).rules.map(({ least = 1, share = 0, ...rule }) => ({
    ...rule,
    pattern: new RegExp(rule.pattern, 'gu'),
    least,
    share,
  }));
}

/** The kind of page, `report` for a report, with the words that show it. */
export function findKind(
  document: PageDocument,
  title: Title | undefined,
  rules: readonly KindRule[],
): Evidence<string> {
  const texts = readPlaces(document, title);
  for (const { id, where, pattern, least, share } of rules) {
    const lines = texts[where]
      .flatMap((text) => [text.match(pattern) ?? []])
      .filter(({ length }) => length > 0);
    const found = lines.flat();
    if (found.length >= least && lines.length >= share * texts[where].length && found[0] !== undefined)
      return { value: id, rule: `${id} (${where})`, quote: found[0].slice(0, 80) };
  }
  return { value: 'unknown', rule: 'no rule', quote: texts.opening[0]?.slice(0, 40) ?? '' };
}

/** Short lines above the text may hold a title that `findTitle` does not know: of another kind of page. */
const LONGEST_TITLE = 80;
const BREADCRUMB = /[>»›]|^\s*(?:首页|当前位置|您)/u;

function readPlaces(document: PageDocument, title: Title | undefined): Record<Place, string[]> {
  const head = document.lines
    .slice(0, Math.max(document.bodyStart, 1))
    .map(({ folded }) => folded.replace(/\s/gu, ''))
    .filter((line) => line.length >= 4 && line.length <= LONGEST_TITLE && !BREADCRUMB.test(line));
  const body = document.lines
    .slice(document.bodyStart)
    .filter(({ noise }) => noise === undefined)
    .map(({ folded }) => folded);
  const text = body.join('\n').slice(0, 6000);
  const headings = body.filter((line) => headingDepth(line) > 0);
  const sections = headings.filter((line) => headingDepth(line) === 2);
  const firstHeading = body.findIndex((line) => headingDepth(line) > 0);
  const page = document.lines.map(({ folded }) => folded).join('\n');
  return {
    page: [page.slice(0, 1500)],
    title: title
      ? [title.folded, ...head.filter((line) => /解读|印发|通知|征求/u.test(line) && line.length > 12)]
      : head,
    lead: [
      body
        .slice(0, firstHeading < 0 ? 2 : firstHeading)
        .join('\n')
        .slice(0, 1500),
    ],
    opening: [text.slice(0, 1500)],
    sections: (sections.length > 0 ? sections : headings).map((line) => line.split('。')[0] ?? ''),
    text: [text],
  };
}
