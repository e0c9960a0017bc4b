import { describe, expect, test } from 'vitest';
import { loadCheckRules } from '../../src/figures/check-rules.ts';
import { runChecks } from '../../src/figures/checks.ts';
import { readFigures } from '../../src/figures/read.ts';
import { contentText, paragraph, rules } from './support.ts';

const checkRules = loadCheckRules(contentText);

/** Checks of a paragraph by id: outcome, the numbers as printed, and what is missing. */
function check(text: string, id: string) {
  const blocks = [paragraph(text)];
  const stated = readFigures(blocks, { year: 2022, sections: [] }, rules);
  const all = [...stated.readings, ...stated.figures];
  return runChecks(stated, blocks, checkRules)
    .filter((result) => result.id === id)
    .map(({ outcome, numbers, missing }) => ({
      outcome,
      numbers: numbers.map((at) => all.find((number) => number.at === at)?.printed),
      ...(missing && { missing }),
    }));
}

const LEDU =
  '目前乐都区共收到行政复议申请6件，不予受理2件，受理4件，结案4件；以区政府为被告的行政诉讼案件13件已审结6件，' +
  '其中书面审2件，行政机关负责人出庭应诉4件，出庭应诉率50%。';

describe('乐都区 2022', () => {
  test('6 = 4 + 2 holds', () => {
    expect(check(LEDU, 'reconsideration-outcomes')).toEqual([
      { outcome: 'holds', numbers: ['6件', '4件', '2件'] },
    ]);
  });
  test('its appearance rate cannot be told: the number of hearings is not stated', () => {
    expect(check(LEDU, 'litigation-appearance-rate')).toEqual([
      { outcome: 'cannot-tell', numbers: ['4件', '50%'], missing: ['litigation.hearings'] },
    ]);
  });
  test('concluded cases are not more than accepted ones', () => {
    expect(check(LEDU, 'reconsideration-concluded')).toEqual([{ outcome: 'holds', numbers: ['4件', '4件'] }]);
  });
});

describe('applications and their outcomes', () => {
  test('fail where all are stated and do not add up', () => {
    const text = '收到行政复议申请20件，受理15件，不予受理2件，转送其他机关1件。';
    expect(check(text, 'reconsideration-outcomes').map(({ outcome }) => outcome)).toEqual(['fails']);
  });
  test('cannot be told where one is missing and the others do not add up', () => {
    const text = '收到行政复议申请85件，受理70件，不予受理6件。';
    expect(check(text, 'reconsideration-outcomes')).toEqual([
      { outcome: 'cannot-tell', numbers: ['85件', '70件', '6件'], missing: ['reconsideration.transferred'] },
    ]);
  });
  test('are not compared over different scopes', () => {
    const text = '全市收到行政复议申请20件；市本级受理15件，不予受理5件。';
    expect(check(text, 'reconsideration-outcomes').map(({ outcome }) => outcome)).not.toContain('fails');
  });
});

describe('a rate', () => {
  test('in tenths or in characters is as rough as it is printed', () => {
    const tenths = '审结行政复议案件120件，直接纠错38件，行政复议纠错率约三成。';
    const words = '审结行政复议案件120件，直接纠错38件，行政复议纠错率百分之三十二。';
    for (const text of [tenths, words])
      expect(check(text, 'reconsideration-correction-rate').map(({ outcome }) => outcome)).toEqual(['holds']);
  });
  test.each([
    ['行政诉讼案件审结117件，败诉12件，败诉率为10.26%。', 'holds'],
    ['行政诉讼案件审结117件，败诉12件，败诉率为10.3%。', 'holds'],
    ['行政诉讼案件审结117件，败诉12件，败诉率为10.62%。', 'fails'],
    ['行政诉讼案件审结110余件，败诉12件，败诉率为10.26%。', 'cannot-tell'],
    ['行政诉讼案件败诉12件，败诉率为10.26%。', 'cannot-tell'],
    ['行政诉讼案件审结117件，败诉12件，败诉率在12%以内。', 'holds'],
  ])('%s %s', (text, outcome) => {
    expect(check(text, 'litigation-loss-rate').map((result) => result.outcome)).toEqual([outcome]);
  });
  test('over 100 fails', () => {
    expect(check('行政机关负责人出庭应诉率102%。', 'rate-limit')).toEqual([
      { outcome: 'fails', numbers: ['102%'] },
    ]);
  });
});

test('more concluded than accepted cannot be told: cases may be carried over', () => {
  expect(check('受理行政复议案件70件，审结75件。', 'reconsideration-concluded')).toEqual([
    { outcome: 'cannot-tell', numbers: ['75件', '70件'], missing: ['carried-over'] },
  ]);
});

describe('parts', () => {
  test('that add up to their total hold, figures and readings together', () => {
    const text =
      '发布网站内容有9144条，其中主动公开政府信息数据7967条，其他栏目数据1177条，浏览次数达到了822万多。';
    expect(check(text, 'parts-total')).toEqual([
      { outcome: 'holds', numbers: ['9144条', '7967条', '1177条'] },
    ]);
  });
  test('that need not be all of the total say nothing', () => {
    expect(check('收到行政复议申请85件，其中受理70件，审结67件。', 'parts-total')).toEqual([]);
    const meetings = '召开5次常委会会议（依法治县委员会）、3次政府常务会议、5次专题会议，研究法治建设工作。';
    expect(check(meetings, 'parts-total')).toEqual([]);
  });
});
