/**
 * Adds up what a report states. A check holds or fails only where the report states every number that it needs,
 * in one scope and part; otherwise it cannot be told, and names what is missing.
 */
import type { Block } from '../report/report.ts';
import type { Check, Figure, Reading } from '../report/schema.ts';
import type { CheckRule, CheckRuleOf } from './check-rules.ts';
import { type Interval, intervalOf, meet, percentage, sum } from './intervals.ts';
import { checkParts } from './part-sums.ts';

export interface Stated {
  readings: readonly Reading[];
  figures: readonly Figure[];
}

/** What one scope and part of a report states: the one reading of each metric that has no rival. */
type Sheet = ReadonlyMap<string, Reading>;

/** Every check of a report, in the order of the rules. `blocks` are those that the numbers were read from. */
export function runChecks(stated: Stated, blocks: readonly Block[], rules: readonly CheckRule[]): Check[] {
  const sheets = sheetsOf(stated.readings);
  return rules.flatMap((rule) => runCheck(rule, sheets, stated, blocks));
}

function runCheck(
  rule: CheckRule,
  sheets: readonly Sheet[],
  stated: Stated,
  blocks: readonly Block[],
): Check[] {
  switch (rule.kind) {
    case 'sum':
      return sheets.flatMap((sheet) => checkSum(rule, sheet));
    case 'at-most':
      return sheets.flatMap((sheet) => checkAtMost(rule, sheet));
    case 'rate':
      return sheets.flatMap((sheet) => checkRate(rule, sheet));
    case 'limit':
      return checkLimit(rule, stated.readings);
    case 'parts':
      return checkParts(rule.id, stated, blocks);
  }
}

function sheetsOf(readings: readonly Reading[]): Sheet[] {
  const ofTheYear = readings.filter(
    ({ flags }) => !flags?.includes('cumulative') && !flags?.includes('mixed'),
  );
  const sheets = Map.groupBy(ofTheYear, ({ scope, part }) => `${scope}|${part ?? ''}`);
  return [...sheets.values()].map((sheet) => {
    const byMetric = [...Map.groupBy(sheet, ({ metric }) => metric)];
    const agreed = byMetric.filter(([, same]) =>
      same.every(({ value, bound }) => value === same[0]?.value && bound === same[0]?.bound),
    );
    return new Map(agreed.map(([metric, same]) => [metric, same[0] as Reading]));
  });
}

/** 6 = 4 + 2. A part that is not stated is missing only where the sum is not right without it. */
function checkSum({ id, total, parts }: CheckRuleOf<'sum'>, sheet: Sheet): Check[] {
  const whole = sheet.get(total);
  const stated = parts.flatMap((part) => sheet.get(part) ?? []);
  if (!whole || stated.length === 0) return [];
  const missing = parts.filter((part) => !sheet.has(part));
  const agrees = meet(intervalOf(whole), sum(stated.map(intervalOf)));
  const numbers = [whole, ...stated].map(({ at }) => at);
  if (stated.length > 1 && agrees) return [{ id, outcome: told([whole, ...stated]), numbers }];
  if (missing.length > 0) return [{ id, outcome: 'cannot-tell', numbers, missing }];
  return [{ id, outcome: agrees ? told([whole, ...stated]) : 'fails', numbers }];
}

function checkAtMost({ id, less, most }: CheckRuleOf<'at-most'>, sheet: Sheet): Check[] {
  const [small, large] = [sheet.get(less), sheet.get(most)];
  if (!small || !large) return [];
  const numbers = [small.at, large.at];
  const holds = intervalOf(small).high <= intervalOf(large).low;
  return [
    holds
      ? { id, outcome: 'holds', numbers }
      : { id, outcome: 'cannot-tell', numbers, missing: ['carried-over'] },
  ];
}

function checkRate({ id, part, whole, rate }: CheckRuleOf<'rate'>, sheet: Sheet): Check[] {
  const stated = sheet.get(rate);
  if (!stated) return [];
  const [some, all] = [sheet.get(part), sheet.get(whole)];
  const numbers = [some, all, stated].flatMap((reading) => reading?.at ?? []);
  const missing = [part, whole].filter((metric) => !sheet.has(metric));
  if (!some || !all) return [{ id, outcome: 'cannot-tell', numbers, missing }];
  if (all.value === 0) return [{ id, outcome: 'cannot-tell', numbers, missing: [whole] }];
  const agrees = meet(intervalOf(stated), percentage(intervalOf(some), intervalOf(all)));
  return [{ id, outcome: agrees ? told([some, all]) : 'fails', numbers }];
}

/** All rates of a report in one check; those over 100 in one of their own each. */
function checkLimit({ id }: CheckRuleOf<'limit'>, readings: readonly Reading[]): Check[] {
  const rates = readings.filter(({ unit }) => unit === '%');
  const over = rates.filter((rate) => intervalOf(rate).low > 100);
  const within = rates.filter((rate) => !over.includes(rate)).map(({ at }) => at);
  return [
    ...over.map(({ at }): Check => ({ id, outcome: 'fails', numbers: [at] })),
    ...(within.length > 0 ? [{ id, outcome: 'holds' as const, numbers: [...new Set(within)] }] : []),
  ];
}

/** Numbers that agree prove something only where none of them is open (60余件). */
function told(numbers: readonly Reading[]): Check['outcome'] {
  const open = ({ low, high }: Interval) => high - low > 0 && !Number.isFinite(high);
  return numbers.some((reading) => open(intervalOf(reading))) ? 'cannot-tell' : 'holds';
}
