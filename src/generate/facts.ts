/** What an agency would state of a year: numbers that belong together, and now and then do not. */
import { createRandom, type Random } from './random.ts';

/** The content of phrases/facts.yaml, which says what each number is. */
export interface FactTable {
  counts: Readonly<Record<string, readonly [median: number, elasticity: number, spread: number]>>;
  rates: Readonly<Record<string, readonly [low: number, high: number, decimals: number]>>;
  parts: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Metric id, or `metric#part`, to its value in base units. */
export type Facts = ReadonlyMap<string, number>;

/** Share of reports in which one sum or rate does not agree with its numbers. */
const INCONSISTENT = 0.06;

/**
 * The facts of `year` in a series.
 * @param key the seed and the series
 * @param size how large the agency is, a county government being 1
 */
export function createFacts(
  table: FactTable,
  key: readonly (string | number)[],
  size: number,
  year: number,
): Facts {
  const facts = new Map<string, number>();
  const stream = (...more: (string | number)[]) => createRandom(...key, 'facts', ...more);
  for (const [metric, [median, elasticity, spread]] of Object.entries(table.counts)) {
    const agency = stream(metric);
    const level = Math.log(median) + elasticity * Math.log(size) + spread * agency.normal();
    const trend = 0.05 * agency.normal() * (year - 2020);
    facts.set(metric, Math.round(Math.exp(level + trend + 0.15 * stream(metric, year).normal())));
  }
  for (const [metric, [low, high, decimals]] of Object.entries(table.rates)) {
    const rate = low + (high - low) * stream(metric, year).next();
    facts.set(metric, round(rate, decimals));
  }
  const random = stream('derived', year);
  derive(facts, random);
  if (random.chance(INCONSISTENT)) random.pick(SLIPS)(facts);
  for (const [metric, shares] of Object.entries(table.parts)) split(facts, metric, shares, random);
  return facts;
}

/** The numbers that follow from others. */
function derive(facts: Map<string, number>, random: Random): void {
  const get = (metric: string) => facts.get(metric) as number;
  const share = (of: number, low: number, high: number) =>
    Math.min(of, Math.round(of * (low + (high - low) * random.next())));

  const received = get('reconsideration.received');
  const rejected = share(received, 0.03, 0.12);
  const transferred = share(received - rejected, 0, 0.06);
  const accepted = received - rejected - transferred;
  const concluded = share(accepted, 0.85, 1);
  const corrected = share(concluded, 0.03, 0.2);
  facts.set('reconsideration.rejected', rejected);
  facts.set('reconsideration.transferred', transferred);
  facts.set('reconsideration.accepted', accepted);
  facts.set('reconsideration.heard', accepted);
  facts.set('reconsideration.concluded', concluded);
  facts.set('reconsideration.corrected', corrected);
  facts.set('reconsideration.correction-rate', percentage(corrected, concluded));
  facts.set('reconsideration.mediated', share(concluded - corrected, 0.1, 0.5));

  const tried = share(get('litigation.cases'), 0.7, 1);
  const lost = share(tried, 0, 0.12);
  const hearings = share(tried, 0.6, 1);
  const appearances = share(hearings, 0.85, 1.1);
  facts.set('litigation.concluded', tried);
  facts.set('litigation.lost', lost);
  facts.set('litigation.loss-rate', percentage(lost, tried));
  facts.set('litigation.hearings', hearings);
  facts.set('litigation.appearances', appearances);
  facts.set('litigation.appearance-rate', percentage(appearances, hearings));

  const disputes = get('mediation.cases');
  facts.set('mediation.succeeded', Math.round((disputes * get('mediation.success-rate')) / 100));
  facts.set('enforcement.problems-rectified', share(get('enforcement.problems-found'), 0.8, 1.1));
  facts.set('proposals.handled', get('proposals.deputies') + get('proposals.cppcc'));
}

function add(facts: Map<string, number>, metric: string, amount: number): void {
  facts.set(metric, round((facts.get(metric) as number) + amount, 2));
}

/** The mistakes that real reports make. */
const SLIPS: readonly ((facts: Map<string, number>) => void)[] = [
  (facts) => add(facts, 'reconsideration.received', 3),
  (facts) => add(facts, 'reconsideration.correction-rate', 2.5),
  (facts) => add(facts, 'litigation.loss-rate', 1.5),
  (facts) => add(facts, 'proposals.handled', 2),
];

function split(
  facts: Map<string, number>,
  metric: string,
  shares: Readonly<Record<string, number>>,
  random: Random,
): void {
  const parts = Object.entries(shares);
  let rest = facts.get(metric) as number;
  let weight = 1;
  parts.forEach(([part, share], index) => {
    const last = index === parts.length - 1;
    const amount = last
      ? rest
      : Math.round(rest * Math.min(1, (share / weight) * (0.8 + 0.4 * random.next())));
    facts.set(`${metric}#${part}`, amount);
    rest -= amount;
    weight -= share;
  });
}

/** Rate in per cent to two decimals; 0 of 0 is 0 and is never printed, since phrases need what they divide by. */
function percentage(part: number, whole: number): number {
  return whole === 0 ? 0 : round((part / whole) * 100, 2);
}

export function round(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor;
}
