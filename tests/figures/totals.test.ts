/** Totals and their parts, and what a number counts by what is said of it. */
import { describe, expect, test } from 'vitest';
import { readFigures } from '../../src/figures/read.ts';
import { anchorBlocks } from '../../src/report/anchors.ts';
import { readings, rules } from './support.ts';

describe('a part is no number of the year', () => {
  test.each([
    ['12345热线受理诉求1420件，其中转派480件。', 480],
    ['承办市人大代表建议17件，其中主办建议12件。', 12],
    ['政务服务中心办结事项3300件，其中行政审批类518件。', 518],
    ['从办理结果看，行政复议其他方式结案7件。', 7],
  ])('%s', (text, part) => {
    expect(readings(text).map(([, value]) => value)).not.toContain(part);
  });
  test('a smaller number that is not said to be part of it is another one', () => {
    expect(readings('人民调解组织排查矛盾纠纷86起，化解85起。').map(([, value]) => value)).toEqual([86, 85]);
  });
  test('a larger or equal number behind it is another one', () => {
    expect(readings('市本级承办人大代表建议17件，区县承办人大代表建议23件。')).toEqual([
      ['proposals.deputies', 17],
      ['proposals.deputies', 23],
    ]);
  });
  test('numbers that add up to another of their sentence are its parts, on either side of it', () => {
    expect(readings('全年办理12345热线工单846件，交办责任单位238件，热线办直办608件。')).toEqual([
      ['hotline.requests', 846],
    ]);
    expect(readings('12345热线交办责任单位工单238件，直办工单608件，共办理工单846件。')).toEqual([
      ['hotline.requests', 846],
    ]);
    expect(readings('12345热线共办理工单846件。交办责任单位238件，热线办直办608件。')).toEqual([
      ['hotline.requests', 846],
    ]);
    expect(readings('全年办理12345热线工单846件，交办责任单位238件，热线办直办600件。')).toHaveLength(3);
  });
  test('their total may say nothing but that it is one', () => {
    expect(readings('行政复议撤销22件、确认违法21件、责令履行5件，共48件。')).toEqual([
      ['reconsideration.corrected', 48],
    ]);
  });
  test('another scope is no part', () => {
    expect(readings('全市办理行政处罚116件，其中市本级办理行政处罚12件。').map(([, value]) => value)).toEqual(
      [116, 12],
    );
  });
});

describe('what is said of a number', () => {
  test('may count it for more than one metric', () => {
    expect(readings('全年制定行政规范性文件6件，均经过合法性审查，并在15日内向市政府备案。')).toEqual([
      ['rulemaking.reviewed', 6],
      ['rulemaking.filed', 6],
    ]);
  });
  test('counts for nothing where the report says the number outright, and stays a figure once', () => {
    const blocks = anchorBlocks([
      { depth: 0, text: '制定行政规范性文件6件，均经过合法性审查，并向市政府备案。' },
      { depth: 0, text: '全年审查规范性文件9件，报备规范性文件6件。' },
    ]);
    const { readings: found, figures } = readFigures(blocks, { year: 2022, sections: [] }, rules);
    expect(found.map(({ metric, value }) => [metric, value])).toEqual([
      ['rulemaking.reviewed', 9],
      ['rulemaking.filed', 6],
    ]);
    expect(figures.map(({ printed }) => printed)).toEqual(['6件']);
  });
});
