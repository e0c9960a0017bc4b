/** Partial editions: `year=2022-2023,province=青海省,level=county` chooses the reports of a smaller site. */
import { type Archive, makeArchive } from '../report/archive.ts';
import type { Theme } from '../report/catalogue.ts';
import type { Metadata } from '../report/schema.ts';
import { LEVEL_LABELS, TYPE_LABELS } from '../site/labels.ts';

/** One condition; a report meets it if it has any of the values. */
interface Condition {
  key: Key;
  values: string[];
}

/** All conditions must be met. */
export type Only = readonly Condition[];

type Themes = ReadonlyMap<string, Theme>;

interface Filter {
  /** The value as it is kept, from how it may be written; undefined where it is none of them. */
  read(value: string, themes: Themes): string | undefined;
  meets(value: string, report: Metadata): boolean;
  /** In words for the reader. */
  describe(value: string, themes: Themes): string;
}

const named = (value: string) => value || undefined;

/** Reads an id, or the Chinese name that stands for it. */
const oneOf = (labels: Readonly<Record<string, string>>) => (value: string) =>
  Object.entries(labels).find(([id, label]) => value === id || value === label)?.[0];

const nameOf = (themes: Themes) => Object.fromEntries([...themes].map(([id, { name }]) => [id, name]));

const FILTERS = {
  year: {
    read: (value) => (/^\d{4}(-\d{4})?$/.test(value) ? value : undefined),
    meets: (value, { year }) => {
      const [first = 0, last = first] = value.split('-').map(Number);
      return first <= year && year <= last;
    },
    describe: (value) => `${value.replace('-', '—')}年`,
  },
  province: { read: named, meets: (value, { province }) => value === province, describe: (value) => value },
  city: { read: named, meets: (value, { city }) => value === city, describe: (value) => value },
  level: {
    read: oneOf(LEVEL_LABELS),
    meets: (value, { level }) => value === level,
    describe: (value) => (LEVEL_LABELS as Record<string, string>)[value] ?? value,
  },
  type: {
    read: oneOf(TYPE_LABELS),
    meets: (value, { agencyType }) => value === agencyType,
    describe: (value) => (TYPE_LABELS as Record<string, string>)[value] ?? value,
  },
  theme: {
    read: (value, themes) => oneOf(nameOf(themes))(value),
    meets: (value, { sections }) => sections.some(({ theme }) => theme === value),
    describe: (value, themes) => themes.get(value)?.name ?? value,
  },
} as const satisfies Record<string, Filter>;

type Key = keyof typeof FILTERS;

const isKey = (key: string): key is Key => Object.hasOwn(FILTERS, key);

/**
 * The conditions of a filter as it is given on the command line: `key=value` separated by commas; a key that
 * stands twice gives a choice. Levels, types and themes may be ids or Chinese names.
 * @throws {Error} naming the part that is wrong and what may stand there.
 */
export function parseOnly(text: string, themes: Themes): Only {
  const conditions = new Map<Key, Condition>();
  for (const part of text.split(',')) {
    const [key = '', ...rest] = part.trim().split('=');
    if (!isKey(key) || rest.length === 0)
      throw new Error(`"${part}": expected KEY=VALUE with KEY one of ${Object.keys(FILTERS).join(', ')}`);
    const value = FILTERS[key].read(rest.join('=').trim(), themes);
    if (value === undefined) throw new Error(`"${part}": expected ${expectation(key, themes)}`);
    const condition = conditions.get(key) ?? { key, values: [] };
    condition.values.push(value);
    conditions.set(key, condition);
  }
  return [...conditions.values()];
}

function expectation(key: Key, themes: Themes): string {
  const choices = { level: LEVEL_LABELS, type: TYPE_LABELS, theme: nameOf(themes) } as const;
  if (key in choices) {
    const labels = choices[key as keyof typeof choices];
    return `one of ${Object.entries(labels)
      .map(([id, label]) => `${id} (${label})`)
      .join(', ')}`;
  }
  return key === 'year' ? 'a year or two years: 2022 or 2022-2023' : 'a name, as the reports give it';
}

/** Whether `report` belongs to the edition. */
export function meets(only: Only, report: Metadata): boolean {
  return only.every(({ key, values }) => values.some((value) => FILTERS[key].meets(value, report)));
}

/** The filter in words: 2022—2023年，青海省，县级. */
export function describeOnly(only: Only, themes: Themes): string {
  return only
    .map(({ key, values }) => values.map((value) => FILTERS[key].describe(value, themes)).join('、'))
    .join('，');
}

/** The archive of the reports that meet `only`: nothing in it knows of the others, so no link leads to them. */
export function narrow(archive: Archive, only: Only): Archive {
  const parts = {
    settings: archive.settings,
    metrics: [...archive.metrics.values()],
    themes: [...archive.themes.values()],
    deadlines: archive.deadlines,
    checkNames: archive.checkNames,
    entries: [...archive.reports]
      .filter(([, metadata]) => meets(only, metadata))
      .map(([id, metadata]) => ({ metadata, fingerprint: archive.fingerprints.get(id) as string })),
  };
  return { ...makeArchive(parts), filter: describeOnly(only, archive.themes) };
}
