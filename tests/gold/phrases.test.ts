/** Phrases whose marked number is a reading or only looks like one, written by people who did not know the rules. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFigures } from '../../src/figures/read.ts';
import { numberOffset } from '../../src/report/anchors.ts';
import { rules, unmark } from '../figures/support.ts';

const rows = readFileSync(join(import.meta.dirname, 'phrases.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [metric: string, read: 'yes' | 'no', phrase: string]);

/** Whether the number in [] is read as the metric, in a report of 2023. */
function isRead(metric: string, phrase: string): boolean {
  const { block, start, end } = unmark(phrase);
  const { readings } = readFigures([block], { year: 2023, sections: [] }, rules);
  return readings.some((reading) => {
    const offset = numberOffset(block.text, reading.at);
    return reading.metric === metric && offset >= start && offset < end;
  });
}

test.each([
  ['yes', true, 0.9],
  ['no', false, 0.96],
] as const)('of those marked %s at least the share that is promised is told right', (mark, read, least) => {
  const marked = rows.filter(([, is]) => is === mark);
  const wrong = marked.filter(([metric, , phrase]) => isRead(metric, phrase) !== read);
  expect(
    wrong.length,
    wrong.map(([metric, , phrase]) => `${metric}: ${phrase}`).join('\n'),
  ).toBeLessThanOrEqual(marked.length * (1 - least));
});
