/** content/metrics.yaml: the metric catalogue and the patterns that find each metric, compiled for the matcher. */
import { z } from 'zod';
import type { Catalogue } from '../compare/headline.ts';
import { fold } from './fold.ts';
import { compileUnits, type UnitRules } from './units.ts';
import { Vocabulary } from './vocabulary.ts';
import { type Thing, unsaid, type Word } from './word.ts';
import { ContentError, readYaml, wordList } from './yaml.ts';

const id = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'expected lower-case words joined by - or .');

const patternSchema = z.strictObject({
  id,
  /** Subjects of which the number's clause, or the text before it, must speak: ids of `topics`. */
  topic: wordList.optional(),
  /** Words that say what is counted; the one nearest to the number decides. */
  head: wordList,
  /** One of these must stand round the number, before the next break, list comma or number on either side. */
  beside: wordList.optional(),
  /** One of these must stand in the number's clause or earlier in its sentence; so must one of `also`. */
  and: wordList.optional(),
  also: wordList.optional(),
  /** True where they may stand in a clause behind the number as well, before the next number. */
  ahead: z.boolean().optional(),
  /** One of these must stand behind the number, before the next number of another clause. */
  behind: wordList.optional(),
  /**
   * True where the number tells what it counts only by what is said of it (制定文件6件，均经合法性审查): it yields to
   * one that the report states outright, and may count for several metrics.
   */
  yields: z.boolean().optional(),
  /** Things that may stand between head and number though they are no words of the pattern. */
  across: wordList.optional(),
  /** None of these may stand between the breaks round the number. */
  without: wordList.optional(),
  /** True where they may be named beside the head, of which the number counts all: 普法宣传、法治讲座36场. */
  lists: z.boolean().optional(),
  /** One of these must stand somewhere in the number's sentence, before it or behind. */
  within: wordList.optional(),
  /** None of these may stand in the number's clause or earlier in its sentence, with `ahead` anywhere in it. */
  unless: wordList.optional(),
  side: z.enum(['before', 'after']).optional(),
  /** How many characters may stand between head and number. */
  reach: z.number().int().nonnegative().optional(),
  units: wordList.optional(),
  /** True where a zero may be said without a digit (未发生行政复议案件). */
  zero: z.boolean().optional(),
  /** Phrases with the number in []: read as this metric. */
  examples: z.array(z.string()).min(1),
  /** Phrases with a number in [] that must not be read as this metric. */
  counterexamples: z.array(z.string()).min(1).optional(),
});

const metricSchema = z.strictObject({
  id,
  name: z.string(),
  /** Other words for it, by which readers look for it. */
  aliases: wordList.optional(),
  theme: z.string(),
  /** Units of each series: readings of two series are never compared. */
  series: z.array(wordList).min(1),
  counts: z.string(),
  not: z.string().optional(),
  /** True where a smaller number of it behind another and 其中 or a bracket counts a part of that one. */
  parts: z.boolean().optional(),
  /** Beside one of these a part stays a reading: 主动公开信息392条，其中网站公开225条. */
  apart: wordList.optional(),
  /** Names of its parts, before which no 其中 need stand: 案件25件；一般程序24件. */
  partNames: wordList.optional(),
  patterns: z.array(patternSchema).min(1),
});

const metricsSchema = z.strictObject({
  words: z.record(z.string(), wordList),
  topics: z.record(id, wordList),
  hides: wordList,
  things: z.record(
    id,
    z.strictObject({ units: wordList.optional(), except: wordList.optional(), words: wordList }),
  ),
  scopes: z.strictObject({ area: wordList, own: wordList }),
  fillers: wordList,
  aside: wordList,
  listings: wordList,
  plans: wordList,
  otherYears: wordList,
  runningTotals: wordList,
  metrics: z.array(metricSchema).min(1),
});

export interface Metric {
  id: string;
  name: string;
  theme: string;
  series: string[][];
  counts: string;
  not?: string | undefined;
  parts?: boolean | undefined;
  apart: readonly string[];
  partNames: readonly string[];
}

export interface Pattern {
  /** `<metric>/<id of the pattern>`: the rule that a reading names. */
  rule: string;
  metric: Metric;
  topics: readonly string[];
  beside: readonly string[];
  and: readonly string[];
  also: readonly string[];
  within: readonly string[];
  ahead: boolean;
  behind: readonly string[];
  yields: boolean;
  /** Every word that the pattern itself or its topic speaks of: none of them blocks it. */
  own: ReadonlySet<string>;
  without: ReadonlySet<string>;
  lists: boolean;
  unless: readonly string[];
  side: 'before' | 'after' | undefined;
  reach: number;
  units: ReadonlySet<string>;
  zero: boolean;
  examples: readonly string[];
  counterexamples: readonly string[];
}

export interface FigureRules {
  units: UnitRules;
  metrics: readonly Metric[];
  /** The units of each metric's series. */
  catalogue: Catalogue;
  patterns: readonly Pattern[];
  vocabulary: Vocabulary<Word>;
  /** Those of its words that name a topic or begin a list. */
  topics: Vocabulary<Word>;
  /** Words that set no reading apart from its siblings. */
  fillers: Vocabulary<true>;
}

const DEFAULT_REACH = 18;

/**
 * The rules of units.yaml and metrics.yaml.
 * @param read text of a content file by its name
 * @throws {ContentError} naming file and line of the first mistake, and what was expected there
 */
export function loadFigureRules(read: (name: string) => string): FigureRules {
  const file = 'metrics.yaml';
  const { data, lineOf } = readYaml(file, read(file), metricsSchema);
  const words = new Map<string, Word>();
  const word = (text: string): Word => {
    const known = words.get(text) ?? unsaid(text);
    words.set(text, known);
    return known;
  };
  /** Folds a list and puts the shared list in the place of each @name. */
  const expand = (list: readonly string[] | undefined, path: PropertyKey[]): string[] =>
    (list ?? []).flatMap((item) => {
      if (!item.startsWith('@')) return [fold(item)];
      const shared = data.words[item.slice(1)];
      if (shared) return expand(shared, ['words', item.slice(1)]);
      throw new ContentError(file, lineOf(path), `expected the name of a list of \`words\`, found ${item}`);
    });

  for (const [topic, list] of Object.entries(data.topics))
    for (const text of expand(list, ['topics', topic])) word(text).topics.push(topic);
  for (const text of expand(data.hides, ['hides'])) word(text).hides = true;
  for (const [name, { units, except, words: list }] of Object.entries(data.things)) {
    const thing: Thing = {
      units: units && new Set(expand(units, ['things', name, 'units'])),
      except: new Set(expand(except, ['things', name, 'except'])),
    };
    for (const text of expand(list, ['things', name, 'words'])) word(text).thing = thing;
  }
  for (const scope of ['area', 'own'] as const)
    for (const text of expand(data.scopes[scope], ['scopes', scope])) word(text).scope = scope;
  for (const text of expand(data.aside, ['aside'])) word(text).aside = true;
  for (const text of expand(data.listings, ['listings'])) word(text).listing = true;
  for (const [key, time] of TIME_LISTS) for (const text of expand(data[key], [key])) word(text).time = time;

  const metrics = data.metrics.map(({ patterns: _patterns, ...metric }, m): Metric => {
    const apart = expand(metric.apart, ['metrics', m, 'apart']);
    const partNames = expand(metric.partNames, ['metrics', m, 'partNames']);
    for (const text of [...apart, ...partNames]) word(text).condition = true;
    const series = metric.series.map((units) => expand(units, ['metrics', m, 'series']));
    return { ...metric, apart, partNames, series };
  });
  const patterns = data.metrics.flatMap(({ patterns: list }, m) =>
    list.map((source, p): Pattern => {
      const metric = metrics[m] as Metric;
      const path = ['metrics', m, 'patterns', p];
      const unknown = (source.topic ?? []).find((topic) => !(topic in data.topics));
      if (unknown)
        throw new ContentError(
          file,
          lineOf([...path, 'topic']),
          `expected an id of \`topics\`, found ${unknown}`,
        );
      const heads = expand(source.head, [...path, 'head']);
      const beside = expand(source.beside, [...path, 'beside']);
      const and = expand(source.and, [...path, 'and']);
      const also = expand(source.also, [...path, 'also']);
      const within = expand(source.within, [...path, 'within']);
      const behind = expand(source.behind, [...path, 'behind']);
      const across = expand(source.across, [...path, 'across']);
      const topicWords = (source.topic ?? []).flatMap((topic) =>
        expand(data.topics[topic], ['topics', topic]),
      );
      const without = expand(source.without, [...path, 'without']);
      const unless = expand(source.unless, [...path, 'unless']);
      const pattern: Pattern = {
        rule: `${metric.id}/${source.id}`,
        metric,
        topics: source.topic ?? [],
        beside,
        and,
        also,
        within,
        ahead: source.ahead ?? false,
        behind,
        yields: source.yields ?? false,
        own: new Set([...heads, ...beside, ...and, ...also, ...within, ...behind, ...across, ...topicWords]),
        without: new Set(without),
        lists: source.lists ?? false,
        unless,
        side: source.side,
        reach: source.reach ?? DEFAULT_REACH,
        units: new Set(source.units ? expand(source.units, [...path, 'units']) : metric.series.flat()),
        zero: source.zero ?? false,
        examples: source.examples,
        counterexamples: source.counterexamples ?? [],
      };
      for (const text of new Set(heads)) word(text).heads.push(pattern);
      for (const text of [...beside, ...and, ...also, ...within, ...behind, ...unless])
        word(text).condition = true;
      for (const text of without) word(text).excludes = true;
      return pattern;
    }),
  );
  return {
    units: compileUnits('units.yaml', read('units.yaml')),
    metrics,
    catalogue: new Map(metrics.map((metric) => [metric.id, metric])),
    patterns,
    fillers: new Vocabulary(expand(data.fillers, ['fillers']).map((text) => [text, true] as const)),
    vocabulary: new Vocabulary(words),
    topics: new Vocabulary([...words].filter(([, { topics, listing }]) => topics.length > 0 || listing)),
  };
}

const TIME_LISTS = [
  ['plans', 'plan'],
  ['otherYears', 'other-year'],
  ['runningTotals', 'running-total'],
] as const;
