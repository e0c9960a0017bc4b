import { describe, expect, test } from 'vitest';
import { addFrequencies, wordFrequencies } from '../../src/words/frequency.ts';
import { DocumentFrequencies, keywords } from '../../src/words/keywords.ts';
import { segment, tagWords } from '../../src/words/segment.ts';

describe('segmentation', () => {
  test("keeps the field's terms whole", () => {
    expect(segment('行政机关负责人出庭应诉率达到100%')).toContain('出庭应诉率');
    expect(segment('开展规范性文件合法性审查')).toEqual(['开展', '规范性文件', '合法性审查']);
  });
  test('keeps a year whole', () => {
    expect(segment('2021年')).toContain('2021');
  });
  test('loses no character', () => {
    const text = '2022年，全市办理行政复议案件1,234件（含结转）。';
    expect(segment(text).join('')).toBe(text);
  });
  test('leaves no global behind', () => {
    tagWords('法治政府');
    expect(Object.keys(globalThis)).not.toContain('dict');
    expect(Object.keys(globalThis)).not.toContain('userDict');
  });
});

describe('frequencies', () => {
  test('count words and leave out numbers and marks', () => {
    const counts = wordFrequencies(['行政复议62件，行政复议。']);
    expect([...counts]).toEqual([['行政复议', 2]]);
  });
  test('of several texts add up', () => {
    const [a, b] = [wordFrequencies(['行政复议']), wordFrequencies(['行政复议与行政诉讼'])];
    expect([...addFrequencies([a, b])]).toEqual([
      ['行政复议', 2],
      ['行政诉讼', 1],
    ]);
  });
});

test('a keyword is what the report says and the rest of the archive does not', () => {
  const archive = new DocumentFrequencies();
  const reports = ['法治政府、海洋渔业、海洋渔业', '法治政府、矿山安全', '法治政府、医疗保障'].map((text) =>
    wordFrequencies([text]),
  );
  for (const report of reports) archive.add(report);
  const found = keywords(reports[0] as Map<string, number>, archive, 3).map(({ word }) => word);
  expect(found[0]).toContain('海洋');
  expect(found).not.toContain('法治政府');
});
