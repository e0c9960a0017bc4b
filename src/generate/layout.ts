/** The layouts of real reports: how their parts are numbered and where their headings stand. */
import type { Random } from './random.ts';
import { join, type Text } from './text.ts';

export interface Part {
  heading: string;
  paragraphs: readonly Text[];
}

export interface Parts {
  /** The first is the leadership's, which some layouts treat apart. */
  themes: readonly Part[];
  problems: Part;
  plans: Part;
  /** Heading over all themes, where a layout has one. */
  measures: string;
  /** Heading of the leaders' own part, where a layout has one. */
  responsibility: string;
}

type Layout = (parts: Parts, random: Random) => Text[];

const LAYOUTS: readonly Layout[] = [sections, sections, inline, measures, measures, levels, points, plain];

/** The lines of a report in one of the layouts. */
export function layOut(random: Random, parts: Parts): Text[] {
  return random.pick(LAYOUTS)(parts, random);
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const line = (text: string): Text => ({ text, marks: [] });
const numbered = (heading: string, index: number) => line(`${NUMERALS[index]}、${heading}`);
const bracketed = (index: number) => `（${NUMERALS[index]}）`;

/** 一、heading, and the paragraphs below it. */
function sections({ themes, problems, plans }: Parts, random: Random): Text[] {
  const closing = random.chance(0.6) ? [problems, plans] : [];
  return [
    ...[...themes, ...closing].flatMap((part, i) => [numbered(part.heading, i), ...part.paragraphs]),
    ...(closing.length > 0 ? [] : [...problems.paragraphs, ...plans.paragraphs]),
  ];
}

/** 一、heading。and the whole section in the same paragraph. */
function inline({ themes, problems, plans }: Parts): Text[] {
  return [
    ...themes.map((part, i) => join([numbered(part.heading, i), '。', ...part.paragraphs])),
    ...problems.paragraphs,
    ...plans.paragraphs,
  ];
}

/** The five contents as 一、…四、, the themes as （一）… below the first. */
function measures({ themes, problems, plans, ...headings }: Parts, random: Random): Text[] {
  const [leadership, ...others] = themes as [Part, ...Part[]];
  const glued = random.chance(0.5);
  return [
    numbered(headings.measures, 0),
    ...others.flatMap((part, i) =>
      glued
        ? [join([bracketed(i), part.heading, '。', ...part.paragraphs])]
        : [line(bracketed(i) + part.heading), ...part.paragraphs],
    ),
    numbered(problems.heading, 1),
    ...problems.paragraphs,
    numbered(headings.responsibility, 2),
    ...leadership.paragraphs,
    numbered(plans.heading, 3),
    ...plans.paragraphs,
  ];
}

const TITLES = [
  '健全工作机制',
  '抓好重点任务',
  '强化监督考核',
  '提升工作质效',
  '夯实基层基础',
  '形成工作合力',
];

/** 一、 then （一） then 1. with a short title. */
function levels({ themes, problems, plans, ...headings }: Parts, random: Random): Text[] {
  const dot = random.pick(['.', '．', '、']);
  return [
    numbered(headings.measures, 0),
    ...themes.flatMap((part, i) => [
      line(bracketed(i) + part.heading),
      ...part.paragraphs.map((paragraph, j) =>
        join([`${j + 1}${dot}${TITLES[(i + j) % TITLES.length]}。`, paragraph]),
      ),
    ]),
    numbered(problems.heading, 1),
    ...problems.paragraphs,
    numbered(plans.heading, 2),
    ...plans.paragraphs,
  ];
}

/** 一、heading, and paragraphs that begin 一是, 二是. */
function points({ themes, problems, plans }: Parts, random: Random): Text[] {
  const between = random.chance(0.5);
  return [
    ...themes.flatMap((part, i) => {
      const lines = part.paragraphs.map((paragraph, j) =>
        join([`${NUMERALS[j]}是${TITLES[(i + j) % TITLES.length]}。`, paragraph]),
      );
      return [numbered(part.heading, i), ...(between ? lines : [join(lines)])];
    }),
    numbered(problems.heading, themes.length),
    ...problems.paragraphs,
    numbered(plans.heading, themes.length + 1),
    ...plans.paragraphs,
  ];
}

/** Headings without numbers. */
function plain({ themes, problems, plans }: Parts): Text[] {
  return [...themes, problems, plans].flatMap((part) => [line(part.heading), ...part.paragraphs]);
}
