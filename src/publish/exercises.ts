/** Exercises for a training: the figure behind a claim, made from the archive's own readings. */
import { headlineOf } from '../compare/headline.ts';
import type { Archive } from '../report/archive.ts';
import type { Metric } from '../report/catalogue.ts';
import type { Metadata, Reading } from '../report/schema.ts';
import { formatUnit, formatValue } from '../site/format.ts';

export interface Exercise {
  report: Metadata;
  reading: Reading;
  question: string;
  /** Says whether the claim holds, and the value. The quote is the reading's. */
  answer: string;
}

interface Candidate {
  report: Metadata;
  reading: Reading;
  metric: Metric;
}

interface Kind {
  suits(reading: Reading): boolean;
  /** `holds`: whether a claim is wanted that holds, where the kind has both. */
  ask(candidate: Candidate, holds: boolean): Pick<Exercise, 'question' | 'answer'>;
}

const amount = (reading: Reading) => formatValue(reading) + formatUnit(reading);
const exactly = (reading: Reading, value: number) => amount({ ...reading, bound: 'exact', value });

/** The round numbers of two digits below and above a value: 2300 and 2400 for 2340. */
function roundNumbers(value: number): [below: number, above: number] {
  const step = 10 ** (Math.floor(Math.log10(value)) - 1);
  const below = Math.floor(value / step) * step;
  return [below, below + step];
}

/** Quotation marks inside quotation marks are single ones. */
const inner = (text: string) => text.replaceAll('“', '‘').replaceAll('”', '’');

function claim({ report, reading, metric }: Candidate, words: string, value: number): string {
  const said = inner(`${report.agency}${report.year}年，${metric.name}${words}${exactly(reading, value)}。`);
  return `有人说：“${said}”报告原文是怎么说的？这个说法站得住吗？`;
}

/** What a reader of figures has to learn to tell apart. The first that suits a reading makes its exercise. */
const KINDS: readonly Kind[] = [
  {
    // 1.7万余条 is not 17,000条: the claim has lost the bound.
    suits: ({ bound }) => bound === 'more-than' || bound === 'nearly' || bound === 'about',
    ask: (candidate) => ({
      question: claim(candidate, '正好是', candidate.reading.value),
      answer: `站不住。原文是“${candidate.reading.printed}”，不是确数。`,
    }),
  },
  {
    suits: ({ bound, value, unit }) =>
      bound === 'exact' && unit !== '%' && value >= 100 && roundNumbers(value)[0] < value,
    ask(candidate, holds) {
      const { reading } = candidate;
      const [below, above] = roundNumbers(reading.value);
      const source = `原文是“${reading.printed}”`;
      return {
        question: claim(candidate, '超过', holds ? below : above),
        answer: holds ? `站得住。${source}。` : `站不住。${source}，没有超过${exactly(reading, above)}。`,
      };
    },
  },
  {
    suits: () => true,
    ask: ({ report, reading, metric }) => ({
      question: `在${report.agency}${report.year}年度的报告里，“${inner(metric.name)}”是多少？请抄下写明这个数的原句。`,
      answer: `${amount(reading)}。`,
    }),
  },
];

/** Readings that leave no doubt: the only one of their metric in their report, and without any flag. */
function candidates({ reports, metrics }: Archive): Candidate[] {
  return [...metrics.values()].flatMap((metric) =>
    [...reports.values()].flatMap((report): Candidate[] => {
      const own = report.readings.filter((reading) => reading.metric === metric.id);
      const reading = headlineOf(own, metrics);
      return reading && own.length === 1 && !reading.flags?.length ? [{ report, reading, metric }] : [];
    }),
  );
}

/**
 * Up to `count` exercises, spread evenly over the metrics of the archive; the same archive gives the same ones. Of
 * the claims that may hold or not, every second one does not.
 */
export function exercises(archive: Archive, count = 24): Exercise[] {
  const all = candidates(archive);
  const chosen = Math.min(count, all.length);
  const asked = new Map<Kind, number>();
  return Array.from({ length: chosen }, (_, i) => {
    const candidate = all[Math.floor((i * all.length) / chosen)] as Candidate;
    const kind = KINDS.find(({ suits }) => suits(candidate.reading)) as Kind;
    const before = asked.get(kind) ?? 0;
    asked.set(kind, before + 1);
    return { report: candidate.report, reading: candidate.reading, ...kind.ask(candidate, before % 2 === 0) };
  });
}
