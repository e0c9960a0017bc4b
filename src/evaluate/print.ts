/** Scores as text. */
import type { GoldScores, Tally } from './gold.ts';
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

export function printGoldScores({ texts, figures, readings, metrics, mistakes }: GoldScores): string {
  const row = (name: string, tally: Tally) => {
    const { precision, recall, f1 } = ratesOf(tally);
    const cells = [tally.gold, tally.read, tally.right, percent(precision), percent(recall), percent(f1)];
    return name.padEnd(34) + cells.map((cell) => String(cell).padStart(10)).join('');
  };
  return [
    `${texts} texts`,
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
