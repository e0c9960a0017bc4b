/** Which parts of a text are sections of a theme, also where a part has no heading of its own. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contentFile, PROJECT_CONTENT } from '../../src/content.ts';
import { loadIngestRules } from '../../src/ingest/rules.ts';
import { findSections } from '../../src/ingest/themes.ts';
import { anchorBlocks } from '../../src/report/anchors.ts';
import type { Block } from '../../src/report/report.ts';

const { themes } = loadIngestRules((name) => readFileSync(contentFile(PROJECT_CONTENT, name), 'utf8'));

/** Theme and content of each section, by the first words of its block. */
function sectionsOf(...lines: readonly [depth: Block['depth'], text: string][]): Record<string, string> {
  const blocks = anchorBlocks(lines.map(([depth, text]) => ({ depth, text })));
  const texts = new Map(blocks.map(({ anchor, text }) => [anchor, text.slice(0, 8)]));
  return Object.fromEntries(
    findSections(blocks, 2023, themes).map(({ anchor, theme, content }) => [
      texts.get(anchor) as string,
      `${theme ?? '—'} ${content ?? '—'}`,
    ]),
  );
}

test('a heading without a number has its theme as one with a number has', () => {
  expect(
    sectionsOf(
      [2, '工作举措'],
      [3, '强化行政执法监督'],
      [0, '全年开展专项检查四十五次，整改问题全部完成。'],
      [3, '有效化解矛盾纠纷'],
      [0, '全年调解各类纠纷，成功率达到百分之九十八。'],
      [2, '问题短板'],
      [0, '执法规范化水平有待提升。'],
    ),
  ).toEqual({
    工作举措: '— measures',
    强化行政执法监督: 'enforcement measures',
    有效化解矛盾纠纷: 'disputes measures',
    问题短板: 'problems shortcomings',
  });
});

test('paragraphs that begin with a short sentence turn to its theme, where it is not that of their heading', () => {
  const filler = '全县上下认真落实各项部署要求，工作取得明显成效，群众满意度不断提升。';
  expect(
    sectionsOf(
      [2, '二、完善政府机构职能体系'],
      [0, `深入推进“放管服”改革。${filler}`],
      [0, `加强法律顾问和公职律师工作。${filler}`],
      [0, `加强规范性文件监督管理。${filler}`],
    ),
  ).toEqual({
    '二、完善政府机构': 'functions measures',
    加强法律顾问和公: 'decisions measures',
    加强规范性文件监: 'rulemaking measures',
  });
});

test('one such sentence is chance, and a number or a circumstance begins no theme', () => {
  const rest = '全县上下认真落实各项部署要求，工作取得明显成效，群众满意度不断提升。';
  expect(
    sectionsOf(
      [2, '二、完善政府机构职能体系'],
      [0, `加强法律顾问和公职律师工作。${rest}`],
      [0, `今年以来信访总量下降。${rest}`],
      [0, `审查合同12份。${rest}`],
    ),
  ).toEqual({ '二、完善政府机构': 'functions measures' });
});

test('a heading with the next year is one of plans, and one that names measures first is none of what closes a report', () => {
  expect(
    sectionsOf(
      [2, '一、主要举措、成效和不足'],
      [0, '全年完成各项任务。'],
      [2, '二、存在的主要问题'],
      [0, '执法规范化水平有待提升。'],
      [2, '三、2024年重点工作'],
      [0, '加强行政执法监督。'],
    ),
  ).toEqual({
    '一、主要举措、成': '— measures',
    '二、存在的主要问': 'problems shortcomings',
    '三、2024年重': 'plans plans',
  });
});
