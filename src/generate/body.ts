/** The text of one report: its sections with their sentences, as one layout has them. */
import { createFacts } from './facts.ts';
import { layOut, type Part } from './layout.ts';
import type { Closing, Library, Theme } from './library.ts';
import type { NumberStyle } from './numbers.ts';
import { type Context, fill, fits, printPhrase } from './phrase.ts';
import { createRandom, type Random } from './random.ts';
import type { Series } from './series.ts';
import { join, type Text } from './text.ts';

/** How often a report keeps what the series' other years have. */
const KEPT = 0.8;
/** How many of the groups of a theme a report has something to say on. */
const SAID = 0.62;

/** What the sentences of a report share. */
export interface Writer extends Context {
  /** Draws for one purpose: those of the series in most years, else this year's own. */
  habit(...purpose: (string | number)[]): Random;
}

export function createWriter({ key, agency }: Series, year: number, library: Library): Writer {
  const random = createRandom(...key, year);
  const habit = (...purpose: (string | number)[]) => {
    const kept = createRandom(...key, year, 'kept', ...purpose).chance(KEPT);
    return kept ? createRandom(...key, ...purpose) : createRandom(...key, year, ...purpose);
  };
  const style = habit('style');
  return {
    habit,
    random,
    wording: random,
    units: new Map(),
    style: { thousands: style.pick(THOUSANDS), gap: style.chance(0.05) ? ' ' : '' },
    facts: createFacts(library.facts, key, agency.size, year),
    prior: createFacts(library.facts, key, agency.size, year - 1),
    words: {
      ...agency.words,
      agency: agency.name,
      year: String(year),
      prev: String(year - 1),
      next: String(year + 1),
      since: String(year - 3),
      plan: year < 2021 ? '七五' : '八五',
    },
  };
}

const THOUSANDS: readonly NumberStyle['thousands'][] = ['', '', '', '', '', '', '', '', ',', ' '];

/** Headings and paragraphs, without the title. */
export function writeBody(series: Series, writer: Writer, library: Library): Text[] {
  const { habit } = writer;
  const themes = library.themes.map((theme) => writeTheme(series, writer, theme));
  const opening = say(writer, habit('opening').pick(library.openings), 'opening');
  const problems = writeClosing(writer, library.problems, 'problems');
  const plans = writeClosing(writer, library.plans, 'plans');
  const pick = (list: readonly string[], purpose: string) => fill(habit(purpose).pick(list), writer.words);
  return [
    opening,
    ...layOut(habit('layout'), {
      themes,
      problems,
      plans,
      measures: pick(library.measures, 'measures'),
      responsibility: pick(library.responsibility, 'responsibility'),
    }),
  ];
}

function say(writer: Writer, phrase: Parameters<typeof printPhrase>[0], purpose: string): Text {
  return printPhrase(phrase, { ...writer, units: new Map(), wording: writer.habit('wording', purpose) });
}

function writeTheme({ agency }: Series, writer: Writer, { id, headings, fillers, groups }: Theme): Part {
  const { habit, facts } = writer;
  const [first, ...others] = habit('fillers', id)
    .shuffle(fillers.map((phrase, index) => ({ phrase, purpose: `${id} ${index}` })))
    .slice(0, habit('length', id).integer(2, 4))
    .map(({ phrase, purpose }) => say(writer, phrase, purpose));
  const said = groups.flatMap((group) => {
    const purpose = `${id} ${group.id}`;
    if (!habit('said', purpose).chance(SAID)) return [];
    const sayings = group.sayings.filter(
      ({ phrase, who, zero }) => (!who || who.includes(agency.type)) && fits(phrase, facts, zero),
    );
    return sayings.length === 0 ? [] : [say(writer, habit('saying', purpose).pick(sayings).phrase, purpose)];
  });
  const rest = habit('order', id).shuffle([...others, ...said]);
  return {
    heading: habit('heading', id).pick(headings),
    paragraphs: paragraphs([first as Text, ...rest], habit('paragraphs', id).integer(2, 5)),
  };
}

/** Sentences in paragraphs of `size`. */
function paragraphs(sentences: readonly Text[], size: number): Text[] {
  const count = Math.max(1, Math.round(sentences.length / size));
  const step = Math.ceil(sentences.length / count);
  return Array.from({ length: count }, (_, i) => join(sentences.slice(i * step, (i + 1) * step))).filter(
    ({ text }) => text !== '',
  );
}

/** 一是…；二是…。 after a sentence that leads to it. */
function writeClosing(writer: Writer, { headings, openings, points }: Closing, id: string): Part {
  const { habit, words } = writer;
  const chosen = habit(id, 'points')
    .shuffle(points.map((wordings, index) => ({ wordings, index })))
    .slice(0, habit(id, 'count').integer(2, 4));
  const printed = chosen.map(({ wordings, index }, place) =>
    join([`${'一二三四'[place]}是`, say(writer, habit(id, 'point', index).pick(wordings), `${id} ${index}`)]),
  );
  return {
    heading: fill(habit(id, 'heading').pick(headings), words),
    paragraphs: [join([say(writer, habit(id, 'opening').pick(openings), id), join(printed, '；'), '。'])],
  };
}
