/** What a report's page says of how its text was made is said in Chinese. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { contentFile, PROJECT_CONTENT } from '../../src/content.ts';
import { toLines } from '../../src/ingest/characters.ts';
import { repairDamage } from '../../src/ingest/damage.ts';
import { hide } from '../../src/ingest/privacy.ts';
import { punctuate } from '../../src/ingest/punctuation.ts';
import { ruleLabel } from '../../src/site/labels.ts';

const unnamed = (rules: Iterable<string>) =>
  [...rules].filter((rule) => !/\p{Script=Han}/u.test(ruleLabel(rule)));

test('each rule that removes a line has a name', () => {
  const { rules } = parse(readFileSync(contentFile(PROJECT_CONTENT, 'noise.yaml'), 'utf8'));
  expect(unnamed(rules.map(({ id }: { id: string }) => id))).toEqual([]);
});

test('each repair that a text can need has a name', () => {
  const hidden = hide('张某某 370102199001011234 13900001111', {
    redact: [{ pattern: '张某某', reason: '' }],
  });
  const { lines, counts } = toLines(
    '区（qū）\u200b\u202e\u0007\ue000的www.a.com字\n又www.a.com字\n再www.a.com字',
  );
  const damage = repairDamage(lines);
  const marks = punctuate('收到（6）件,受理4件;结案:4件.对吗?对!共(3)件');
  const rules = [hidden.counts, counts, damage.counts, marks.counts].flatMap((each) => [...each.keys()]);
  expect(rules.length).toBeGreaterThan(10);
  expect(unnamed([...rules, 'joined-line', 'run-in-heading', 'lost-line-end'])).toEqual([]);
});
