/** The phrases that reports are made of, read from phrases/*.yaml. */
import { parse } from 'yaml';
import type { AgencyType } from '../report/schema.ts';
import type { AgencyTable } from './agency.ts';
import type { FactTable } from './facts.ts';
import { type Phrase, parsePhrase } from './phrase.ts';

/** One way to say what a group says. */
export interface Saying {
  phrase: Phrase;
  /** Only agencies of these types say it. */
  who?: readonly AgencyType[];
  /** It may state a 0. */
  zero: boolean;
}

export interface Theme {
  id: string;
  headings: readonly string[];
  /** Sentences without numbers. */
  fillers: readonly Phrase[];
  /** A report says at most one saying of a group, so that it states no fact twice. */
  groups: readonly { id: string; sayings: readonly Saying[] }[];
}

export interface Closing {
  headings: readonly string[];
  openings: readonly Phrase[];
  /** Wordings of each point. */
  points: readonly (readonly Phrase[])[];
}

export interface Library {
  agencies: AgencyTable;
  facts: FactTable;
  themes: readonly Theme[];
  problems: Closing;
  plans: Closing;
  titles: readonly string[];
  openings: readonly Phrase[];
  measures: readonly string[];
  responsibility: readonly string[];
  /** Says in every text that it is not a real report. */
  notice: string;
  noise: Readonly<Record<'before' | 'meta' | 'after', readonly (readonly string[])[]>>;
}

/** In the order in which reports treat them. */
const THEMES = [
  'leadership',
  'functions',
  'rulemaking',
  'decisions',
  'enforcement',
  'emergencies',
  'disputes',
  'oversight',
  'digital',
  'education',
] as const;

interface ThemeFile {
  headings: string[];
  fillers: string[];
  groups: Record<string, (string | SayingFile)[]>;
}

interface SayingFile {
  text: string;
  who?: AgencyType[];
  zero?: boolean;
}

interface ClosingFile {
  headings: string[];
  openings: string[];
  points: string[][];
}

interface OpeningFile {
  titles: string[];
  openings: string[];
  measures: string[];
  responsibility: string[];
  notice: string;
}

/** @param read gives the text of the file with that name in phrases/ */
export function loadLibrary(read: (name: string) => string): Library {
  const closing = parse(read('closing.yaml')) as Record<'problems' | 'plans', ClosingFile>;
  const opening = parse(read('opening.yaml')) as OpeningFile;
  return {
    agencies: parse(read('agencies.yaml')) as AgencyTable,
    facts: parse(read('facts.yaml')) as FactTable,
    themes: THEMES.map((id) => themeOf(id, parse(read(`${id}.yaml`)) as ThemeFile)),
    problems: closingOf(closing.problems),
    plans: closingOf(closing.plans),
    ...opening,
    openings: opening.openings.map(parsePhrase),
    noise: parse(read('noise.yaml')) as Library['noise'],
  };
}

function themeOf(id: string, { headings, fillers, groups }: ThemeFile): Theme {
  return {
    id,
    headings,
    fillers: fillers.map(parsePhrase),
    groups: Object.entries(groups).map(([group, sayings]) => ({
      id: group,
      sayings: sayings.map((saying) => {
        const { text, who, zero = false } = toSaying(saying);
        return { phrase: parsePhrase(text), zero, ...(who && { who }) };
      }),
    })),
  };
}

function toSaying(saying: string | SayingFile): SayingFile {
  return typeof saying === 'string' ? { text: saying } : saying;
}

function closingOf({ headings, openings, points }: ClosingFile): Closing {
  return {
    headings,
    openings: openings.map(parsePhrase),
    points: points.map((wordings) => wordings.map(parsePhrase)),
  };
}
