/** Scores as text. */
import type { FolderScores } from './folder.ts';
import type { GoldScores, Mistake, Tally } from './gold.ts';
import type { RecallScores } from './recall.ts';

export interface Rates {
  precision: number;
  recall: number;
  f1: number;
}

/** Precision, recall and F1 from 0 to 1; 1 where there was nothing to find and nothing was found. */
export function ratesOf({ gold, read, right }: Tally): Rates {
  const share = (whole: number) => (whole === 0 ? 1 : right / whole);
  return {
    precision: share(read),
    recall: share(gold),
    f1: gold + read === 0 ? 1 : (2 * right) / (gold + read),
  };
}

export interface Accuracy {
  /** What printed it. */
  command: string;
  texts: number;
  figures: Tally & Rates;
  readings: Tally & Rates;
  metrics: Record<string, Tally & Rates>;
  mistakes: Mistake[];
}

/** Where the project's own gold lies, and the command that measures it: what content/accuracy.json tells. */
export const OWN_GOLD = 'tests/gold/seeds.tsv';
export const OWN_COMMAND = `npm run evaluate -- --texts content/raw --gold ${OWN_GOLD}`;

/** Scores with their rates, each rate with four decimals, metrics by id. */
export function accuracyOf(scores: GoldScores): Accuracy {
  const rated = (tally: Tally): Tally & Rates => {
    const { precision, recall, f1 } = ratesOf(tally);
    return { ...tally, precision: rounded(precision), recall: rounded(recall), f1: rounded(f1) };
  };
  const metrics = Object.keys(scores.metrics)
    .sort()
    .map((id) => [id, rated(scores.metrics[id] as Tally)] as const);
  return {
    command: OWN_COMMAND,
    texts: scores.texts,
    figures: rated(scores.figures),
    readings: rated(scores.readings),
    metrics: Object.fromEntries(metrics),
    mistakes: scores.mistakes,
  };
}

function rounded(share: number): number {
  return Math.round(share * 1e4) / 1e4;
}

export function printGoldScores({
  texts,
  figures,
  readings,
  metrics,
  mistakes,
  withoutRows,
}: FolderScores): string {
  const row = (name: string, tally: Tally) => {
    const { precision, recall, f1 } = ratesOf(tally);
    const cells = [tally.gold, tally.read, tally.right, percent(precision), percent(recall), percent(f1)];
    return name.padEnd(34) + cells.map((cell) => String(cell).padStart(10)).join('');
  };
  return [
    `${texts} texts`,
    ...(withoutRows.length > 0
      ? [`${withoutRows.length} more that no row speaks of, not scored: ${withoutRows.join(', ')}`]
      : []),
    ''.padEnd(34) +
      ['gold', 'read', 'right', 'precision', 'recall', 'F1'].map((head) => head.padStart(10)).join(''),
    row('figures', figures),
    row('readings', readings),
    ...Object.keys(metrics)
      .sort()
      .map((metric) => row(`  ${metric}`, metrics[metric] as Tally)),
    ...mistakes.map(
      ({ file, mistake, expected, read, printed, quote }) =>
        `${file} ${mistake}: ${[expected && `expected ${expected}`, read && `read ${read}`].filter(Boolean).join(', ')}: ${printed}: ${quote}`,
    ),
  ].join('\n');
}

export function printRecall({ labelled, found, missed }: RecallScores): string {
  return [
    `labelled numbers found: ${found} of ${labelled}, recall ${percent(labelled === 0 ? 1 : found / labelled)}`,
    ...missed.map(({ id, label, value, quote }) => `${id} missed: ${label} ${value}: ${quote}`),
  ].join('\n');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)}%`;
}
