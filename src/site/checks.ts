/** The archive's checks of what a report says on itself, in words. */
import { paragraphOfNumber } from '../report/anchors.ts';
import type { Metric } from '../report/catalogue.ts';
import type { Check, Figure, Metadata, Reading } from '../report/schema.ts';
import { amountHtml } from './amount.ts';
import { escapeHtml } from './html.ts';

export const OUTCOME_LABELS: Record<Check['outcome'], string> = {
  holds: '相符',
  fails: '自述数字不一致',
  'cannot-tell': '无法核验',
};

export interface CheckView {
  check: Check;
  /** The numbers it compared, in the order of its formula, each with what it counts. */
  numbers: { figure: Reading | Figure; name: string }[];
  /** Anchor of the paragraph that states the first of them; absent where none is stated. */
  paragraph?: string;
}

/** The checks of a report with the readings that they compared. */
export function checkViews(
  { checks, readings, figures }: Pick<Metadata, 'checks' | 'readings' | 'figures'>,
  metrics: ReadonlyMap<string, Pick<Metric, 'name'>>,
): CheckView[] {
  const byPlace = new Map<string, CheckView['numbers'][number]>();
  for (const figure of figures) byPlace.set(figure.at, { figure, name: figure.counts });
  for (const figure of readings)
    byPlace.set(figure.at, { figure, name: metrics.get(figure.metric)?.name ?? figure.metric });
  return checks.map((check) => {
    const [first] = check.numbers;
    return {
      check,
      numbers: check.numbers.flatMap((at) => byPlace.get(at) ?? []),
      ...(first && { paragraph: paragraphOfNumber(first) }),
    };
  });
}

/** What a check misses that is no metric. */
const OTHERS: Readonly<Record<string, string>> = { 'carried-over': '上年结转数' };

/** Names of what a check that cannot be told misses. */
export function missingNames(
  { missing = [] }: Check,
  metrics: ReadonlyMap<string, Pick<Metric, 'name'>>,
): string[] {
  return missing.map((what) => metrics.get(what)?.name ?? OTHERS[what] ?? what);
}

/** What a check compares, the numbers that it compared (left out in `brief`) and those it misses, as HTML. */
export function checkHtml(
  { check, numbers }: CheckView,
  {
    metrics,
    checkNames,
  }: { metrics: ReadonlyMap<string, Pick<Metric, 'name'>>; checkNames: ReadonlyMap<string, string> },
  { brief = false } = {},
): string {
  const compared = numbers.map(({ figure, name }) => {
    const part = 'part' in figure && figure.part ? `（${figure.part}）` : '';
    return `${escapeHtml(name + part)}<a href="#${figure.at}">${amountHtml(figure)}</a>`;
  });
  const missing = missingNames(check, metrics);
  return [
    escapeHtml(checkNames.get(check.id) ?? check.id),
    brief || compared.length === 0 ? '' : `。${compared.join('、')}`,
    missing.length > 0 ? escapeHtml(`；未披露${missing.join('、')}`) : '',
  ].join('');
}
