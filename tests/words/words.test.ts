import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { anchorBlocks } from '../../src/report/anchors.ts';
import type { Report } from '../../src/report/report.ts';
import type { ReportId } from '../../src/report/store.ts';
import { archiveKeywords } from '../../src/site/keywords.ts';
import { type RepeatedWords, repeatedWords } from '../../src/words/frequency.ts';
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

describe('repeated words', () => {
  test('are content words that stand twice, without numbers, marks, places and whose they are', () => {
    const { counts } = repeatedWords([
      '全市办理行政复议62件，行政复议全市2022年。',
      '杭州市、杭州市，十分十分，审计。',
    ]);
    expect(counts).toEqual([['行政复议', 2]]);
  });
  test('know how many words there are', () => {
    expect(repeatedWords(['行政复议与行政诉讼，行政复议。']).total).toBe(3);
  });
});

test('a keyword is what the report keeps saying and the rest of the archive does not', () => {
  const archive = new DocumentFrequencies();
  const reports = ['海洋渔业、海洋渔业', '矿山安全、矿山安全', '医疗保障、医疗保障'].map((text) =>
    repeatedWords([`法治政府、${text}、法治政府`]),
  );
  for (const report of reports) archive.add(report);
  const found = keywords(reports[0] as RepeatedWords, archive, 3).map(({ word }) => word);
  expect(found[0]).toContain('海洋');
  expect(found).not.toContain('法治政府');
});

test('the keywords of an archive are counted once, and again only for a report that changed', () => {
  const cache = mkdtempSync(join(tmpdir(), 'words-'));
  const texts: Record<string, string> = { 'a/2022': '矿山、矿山、审计', 'b/2022': '审计、审计、信访、信访' };
  const asked: string[] = [];
  const read = (id: ReportId) => {
    asked.push(id);
    return { metadata: {}, blocks: anchorBlocks([{ depth: 0, text: texts[id] as string }]) } as Report;
  };
  const fingerprints = new Map<ReportId, string>([
    ['a/2022', 'a1'],
    ['b/2022', 'b1'],
  ]);
  expect(archiveKeywords(fingerprints, read, cache).get('a/2022')).toEqual(['矿山']);
  texts['b/2022'] = '矿山、矿山、信访、信访';
  asked.length = 0;
  const found = archiveKeywords(fingerprints.set('b/2022', 'b2'), read, cache);
  expect(asked).toEqual(['b/2022']);
  expect([...found]).toEqual([
    ['a/2022', []],
    ['b/2022', ['信访']],
  ]);
  rmSync(cache, { recursive: true });
});
