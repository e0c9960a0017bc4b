/** Which theme and which required content each section is: read from heading and text, not from its number. */
import { parse } from 'yaml';
import { z } from 'zod';
import { Vocabulary } from '../figures/vocabulary.ts';
import type { Block } from '../report/report.ts';
import { CONTENTS, type Content, type Section } from '../report/schema.ts';
import { fold } from './fold.ts';

const themesSchema = z.strictObject({
  themes: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      content: z.enum(CONTENTS).optional(),
      heading: z.array(z.string()),
      text: z.array(z.string()),
    }),
  ),
  contents: z.array(z.strictObject({ content: z.enum(CONTENTS), heading: z.array(z.string()) })),
  closing: z.array(z.strictObject({ theme: z.string(), pattern: z.string() })),
});

interface Theme extends Omit<z.infer<typeof themesSchema>['themes'][number], 'text'> {
  /** Finds the theme's words, which are plain characters, in a text; none for a theme that only headings name. */
  text: RegExp | undefined;
}

/** A word of headings and the themes that it shows. */
interface HeadingWord {
  length: number;
  themes: Theme[];
}

export interface ThemeRules {
  themes: Theme[];
  headings: Vocabulary<HeadingWord>;
  contents: z.infer<typeof themesSchema>['contents'];
  closing: z.infer<typeof themesSchema>['closing'];
}

/** @throws {Error} where themes.yaml is not of its form. */
export function parseThemeRules(yaml: string): ThemeRules {
  const { themes: sources, ...rules } = themesSchema.parse(parse(yaml));
  const anyOf = (words: readonly string[]) => new RegExp(words.join('|'), 'gu');
  const themes = sources.map((theme) => ({
    ...theme,
    text: theme.text.length > 0 ? anyOf(theme.text) : undefined,
  }));
  const words = Map.groupBy(
    themes.flatMap((theme) => theme.heading.map((word) => ({ word, theme }))),
    ({ word }) => word,
  );
  const headings = [...words].map(
    ([word, shows]) => [word, { length: word.length, themes: shows.map(({ theme }) => theme) }] as const,
  );
  return { ...rules, themes, headings: new Vocabulary(headings) };
}

/** A part of the report: its heading (or first paragraph) and the blocks up to the next of its depth or above. */
interface Part {
  block: Block;
  depth: number;
  heading: string;
  text: string;
  /** A paragraph whose first sentence is its heading: only that sentence shows its theme. */
  isLead: boolean;
}

/** How many words of its theme a text must use, and how many times as many as of the next. */
const LEAST = 3;
const AHEAD = 1.5;
/** How themes.yaml writes the year after the report's. */
const NEXT_YEAR = '{next}年';
/** Problems and plans close a report: only its last part is read for their paragraphs. */
const CLOSING_SHARE = 0.5;
/** 一是… paragraphs: parts without a heading. */
const ENUMERATED = /^[一二三四五六七八九十]+是([^。;]{2,40})[。;,]/u;
/** A short first sentence that says what its paragraph is about: 加强行政执法监督检查工作。… */
const LEAD =
  /^(?![一二三四五六七八九十]+是|今年|近年|一年|去年|目前|截至|下一步|其中)([^。;:,\d]{4,20}(?:,[^。;:,\d]{4,20})?)。(?=.{20})/u;
/** Fewer paragraphs of a section that begin so are chance. */
const LEAST_LEADS = 2;

/** The sections of a report, in the order of its text. A section that fits no theme is left without one. */
export function findSections(blocks: readonly Block[], year: number, rules: ThemeRules): Section[] {
  // Folded as one: a line of few characters does not show by itself that it is in traditional ones.
  const folded = fold(blocks.map((block) => block.text).join('\n')).split('\n');
  const parts = toParts(blocks, folded, year);
  const sections = new Map<string, Section>();
  let top: Content | undefined;
  let around: Theme | undefined;
  for (const part of parts) {
    const theme = themeOf(part, rules);
    if (part.isLead && !turnsTo(theme, around, part)) continue;
    if (part.block.depth > 0) around = theme;
    const own = theme?.content ?? contentOf(part.heading, rules);
    if (part.depth === 2) top = own ?? (theme ? 'measures' : undefined);
    const content = own ?? top ?? (theme ? 'measures' : undefined);
    if (theme || content)
      sections.set(part.block.anchor, {
        anchor: part.block.anchor,
        ...(theme && { theme: theme.id }),
        ...(content && { content }),
      });
  }
  for (const section of closingSections(blocks, folded, year, rules, sections))
    sections.set(section.anchor, section);
  return blocks.flatMap((block) => sections.get(block.anchor) ?? []);
}

function toParts(blocks: readonly Block[], folded: readonly string[], year: number): Part[] {
  const leads = findLeads(blocks, folded);
  return blocks.flatMap((block, i) => {
    const line = folded[i] ?? '';
    const lead = leads.get(i);
    const inText = ENUMERATED.exec(line)?.[1] ?? lead;
    if (block.depth === 0 && inText === undefined) return [];
    const depth = block.depth || 5;
    const next = blocks.findIndex((other, j) => j > i && other.depth > 0 && other.depth <= depth);
    const end = block.depth === 0 ? i + 1 : next < 0 ? blocks.length : next;
    const heading = (inText ?? line).replaceAll(`${year + 1}年`, NEXT_YEAR);
    return [{ block, depth, heading, text: folded.slice(i, end).join('\n'), isLead: lead !== undefined }];
  });
}

/** A paragraph is a section of its own where first sentence and text turn to another theme than its heading's. */
function turnsTo(theme: Theme | undefined, around: Theme | undefined, { heading, text }: Part): boolean {
  if (theme === undefined || theme === around) return false;
  if (around === undefined) return true;
  const words = ({ text: word }: Theme) => (word ? (text.match(word)?.length ?? 0) : 0);
  return !around.heading.some((word) => heading.includes(word)) && words(theme) >= words(around);
}

/** First sentences of paragraphs that stand for headings, by the index of their block. */
function findLeads(blocks: readonly Block[], folded: readonly string[]): ReadonlyMap<number, string> {
  const leads = new Map<number, string>();
  let section: [number, string][] = [];
  const close = () => {
    if (section.length >= LEAST_LEADS) for (const [index, lead] of section) leads.set(index, lead);
    section = [];
  };
  blocks.forEach(({ depth }, i) => {
    if (depth > 0) close();
    const lead = depth === 0 ? LEAD.exec(folded[i] ?? '')?.[1] : undefined;
    if (lead) section.push([i, lead]);
  });
  close();
  return leads;
}

function themeOf({ heading, text, depth, isLead }: Part, rules: ThemeRules): Theme | undefined {
  const named = themeOfHeading(heading, rules);
  const byHeading = named && namesOtherFirst(heading, named, rules) ? undefined : named;
  if (byHeading || isLead) return byHeading;
  // A heading above others says 工作情况 and holds all themes: its text is not asked.
  if (depth === 2 && contentOf(heading, rules)) return undefined;
  const byText = rules.themes
    .map((theme) => [theme, theme.text ? (text.match(theme.text)?.length ?? 0) : 0] as const)
    .toSorted(([, a], [, b]) => b - a);
  const [first, second] = byText;
  return first && first[1] >= LEAST && first[1] >= AHEAD * (second?.[1] ?? 0) ? first[0] : undefined;
}

/** 主要举措、成效和不足 is not the part that closes a report, though it names what that is about. */
function namesOtherFirst(heading: string, theme: Theme, { contents }: ThemeRules): boolean {
  if (theme.content === undefined) return false;
  const from = Math.min(...theme.heading.map((word) => heading.indexOf(word)).filter((at) => at >= 0));
  return contents.some(({ heading: words }) => words.some((word) => heading.slice(0, from).includes(word)));
}

function contentOf(heading: string, { contents }: ThemeRules): Content | undefined {
  return contents.find(({ heading: words }) => words.some((word) => heading.includes(word)))?.content;
}

/** 问题 and 下一步 where they are only paragraphs at the end. */
function closingSections(
  blocks: readonly Block[],
  folded: readonly string[],
  year: number,
  { themes, closing }: ThemeRules,
  found: ReadonlyMap<string, Section>,
): Section[] {
  const from = Math.floor(blocks.length * CLOSING_SHARE);
  const have = new Set([...found.values()].map(({ theme }) => theme));
  return closing.flatMap(({ theme, pattern }) => {
    if (have.has(theme)) return [];
    const closes = new RegExp(pattern.replaceAll('{next}', String(year + 1)), 'u');
    const index = folded.findIndex((line, i) => i >= from && blocks[i]?.depth === 0 && closes.test(line));
    const block = blocks[index];
    const content = themes.find(({ id }) => id === theme)?.content;
    return block ? [{ anchor: block.anchor, theme, ...(content && { content }) }] : [];
  });
}

/** The theme whose words a heading uses most, each once and a longer one more; of equals the first. */
function themeOfHeading(heading: string, { themes, headings }: ThemeRules): Theme | undefined {
  const scores = new Map<Theme, number>();
  for (const word of new Set(headings.hits(heading).map(({ payload }) => payload)))
    for (const theme of word.themes) scores.set(theme, (scores.get(theme) ?? 0) + word.length);
  const most = Math.max(...scores.values());
  return themes.find((theme) => scores.get(theme) === most);
}
