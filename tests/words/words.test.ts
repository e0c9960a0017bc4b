import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { openCache } from '../../src/build/cache.ts';
import { countArchive } from '../../src/build/count-words.ts';
import { withPool } from '../../src/build/pool.ts';
import { archiveKeywords } from '../../src/site/keywords.ts';
import { countWords } from '../../src/words/frequency.ts';
import { DocumentFrequencies, keywords, type RepeatedWords } from '../../src/words/keywords.ts';
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

describe('the words of a text', () => {
  test('are counted, without numbers, marks, places and whose they are', () => {
    const { counts } = countWords(
      ['全市办理行政复议62件，行政复议全市2022年。', '杭州市、杭州市，十分十分，审计。'].map(tagWords),
    );
    expect(counts).toEqual([
      ['办理', 1],
      ['行政复议', 2],
      ['审计', 1],
    ]);
  });
  test('know how many there are', () => {
    expect(countWords([tagWords('行政复议与行政诉讼，行政复议。')]).total).toBe(3);
  });
});

test('a keyword is what the report keeps saying and the rest of the archive does not', () => {
  const archive = new DocumentFrequencies();
  const reports = ['海洋渔业、海洋渔业', '矿山安全、矿山安全', '医疗保障、医疗保障'].map((text) =>
    countWords([tagWords(`法治政府、${text}、法治政府`)]),
  );
  const [first] = reports.map((report) => archive.add(report));
  const found = keywords(first as RepeatedWords, archive, 3).map(({ word }) => word);
  expect(found[0]).toContain('海洋');
  expect(found).not.toContain('法治政府');
});

test('the words of an archive are counted once, and again only for a report that changed', async () => {
  const content = mkdtempSync(join(tmpdir(), 'words-'));
  const ids = ['a/2022', 'b/2022'] as const;
  const write = (id: string, text: string) => {
    mkdirSync(join(content, 'reports', id, '..'), { recursive: true });
    writeFileSync(join(content, 'reports', `${id}.md`), `---\nyear: 2022\n---\n\n${text}\n`);
  };
  const count = async () => {
    const fingerprints = new Map(
      ids.map((id) => [id, readFileSync(join(content, 'reports', `${id}.md`), 'utf8')]),
    );
    const cache = openCache(join(content, 'cache'));
    const put = vi.spyOn(cache, 'put');
    const { words } = await withPool((pool) => countArchive(content, fingerprints, { cache, pool }));
    return { counted: put.mock.calls.length, keywords: [...archiveKeywords(ids, words)] };
  };
  write('a/2022', '矿山、矿山、审计');
  write('b/2022', '审计、审计、信访、信访');
  expect(await count()).toEqual({
    counted: 2,
    keywords: [
      ['a/2022', ['矿山']],
      ['b/2022', ['信访', '审计']],
    ],
  });
  expect((await count()).counted).toBe(0);
  write('b/2022', '矿山、矿山、信访、信访');
  expect(await count()).toEqual({
    counted: 1,
    keywords: [
      ['a/2022', []],
      ['b/2022', ['信访']],
    ],
  });
  rmSync(content, { recursive: true });
});
