/** 9144条，其中7967条，其他1177条: the numbers after 其中 against the number before it. */

import { numberOffsets } from '../report/anchors.ts';
import type { Block } from '../report/report.ts';
import type { Check, Figure, Reading } from '../report/schema.ts';
import { intervalOf, meet, sum } from './intervals.ts';

type Stated = Reading | Figure;

interface Placed {
  number: Stated;
  offset: number;
}

/** Between a total and its parts, and between the parts. */
const SENTENCE_END = /[。；;！？!?]/;
const AMONG = /其中|[（(]/;
/** A bracket that is closed before the first part only names something: 召开5次常委会（依法治县委员会）、3次常务会. */
const CLOSED = /[（(][^（）()]*[）)]/g;

/**
 * A check for each total with at least two parts in its sentence. It holds where they add up. Where they do not,
 * it fails only if all of them are of the total's own metric and more than it; a list may leave parts out.
 */
export function checkParts(
  id: string,
  { readings, figures }: { readings: readonly Reading[]; figures: readonly Figure[] },
  blocks: readonly Block[],
): Check[] {
  const byBlock = Map.groupBy<string, Stated>([...readings, ...figures], ({ paragraph }) => paragraph);
  return blocks.flatMap((block) => {
    const own = byBlock.get(block.anchor) ?? [];
    if (own.length < LEAST_NUMBERS || !AMONG.test(block.text)) return [];
    const offsets = numberOffsets(
      block.text,
      own.map(({ at }) => at),
    );
    const placed = own
      .map((number, i): Placed => ({ number, offset: offsets[i] as number }))
      .sort((a, b) => a.offset - b.offset);
    return placed.flatMap(
      (total, i) => checkTotal(id, block.text, total, placed.slice(i + 1, i + 1 + MOST_PARTS)) ?? [],
    );
  });
}

/** A total and two parts. */
const LEAST_NUMBERS = 3;
const MOST_PARTS = 12;

function checkTotal(id: string, text: string, total: Placed, next: readonly Placed[]): Check | undefined {
  const [first] = next;
  if (!first || total.number.unit === '%') return undefined;
  const end = total.offset + total.number.printed.length;
  const between = text.slice(end, first.offset).replace(CLOSED, '');
  if (!AMONG.test(between) || SENTENCE_END.test(between)) return undefined;
  const parts: Stated[] = [];
  let from = first.offset;
  for (const { number, offset } of next) {
    if (SENTENCE_END.test(text.slice(from, offset)) || number.unit !== total.number.unit) break;
    parts.push(number);
    from = offset;
    if (parts.length < 2) continue;
    if (
      meet(intervalOf(total.number), sum(parts.map(intervalOf))) &&
      parts.every(({ bound }) => bound === 'exact')
    )
      return { id, outcome: 'holds', numbers: [total.number, ...parts].map(({ at }) => at) };
  }
  const metric = metricOf(total.number);
  const same = metric !== undefined && parts.length > 1 && parts.every((part) => metricOf(part) === metric);
  const over = same && sum(parts.map(intervalOf)).low > intervalOf(total.number).high;
  return over ? { id, outcome: 'fails', numbers: [total.number, ...parts].map(({ at }) => at) } : undefined;
}

function metricOf(number: Stated): string | undefined {
  return 'metric' in number ? number.metric : undefined;
}
