import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFigures } from '../../src/figures/read.ts';
import { anchorBlocks, numberOffset } from '../../src/report/anchors.ts';
import { paragraph, read, readings, rules } from './support.ts';

describe('a subject is carried', () => {
  test('over commas, semicolons and brackets, until another is spoken of', () => {
    const text =
      '全市收到行政复议申请85件（通过网上申请8件），受理70件，不予受理6件；行政诉讼案件115件，审结117件。';
    expect(readings(text)).toEqual([
      ['reconsideration.received', 85],
      ['reconsideration.accepted', 70],
      ['reconsideration.rejected', 6],
      ['litigation.cases', 115],
      ['litigation.concluded', 117],
    ]);
  });
  test('from the heading above', () => {
    const blocks = anchorBlocks([
      { depth: 3, text: '（四）加强行政复议工作' },
      { depth: 0, text: '全年受理案件30件，审结28件。' },
    ]);
    expect(
      readFigures(blocks, { year: 2022, sections: [] }, rules).readings.map(({ metric }) => metric),
    ).toEqual(['reconsideration.accepted', 'reconsideration.concluded']);
  });
  test('from the heading above the one above, where that one names no subject', () => {
    const blocks = anchorBlocks([
      { depth: 3, text: '（一）行政复议案件' },
      { depth: 4, text: '1.审结情况。' },
      { depth: 0, text: '受理30件，审结28件。' },
      { depth: 3, text: '（二）其他工作' },
      { depth: 0, text: '受理12件。' },
    ]);
    expect(
      readFigures(blocks, { year: 2022, sections: [] }, rules).readings.map(({ value }) => value),
    ).toEqual([30, 28]);
  });
  test.each([
    '收到行政复议申请50件，案件类型涉及信息公开、行政强制。审结43件。',
    '收到行政复议申请50件，持续优化营商环境。审结43件。',
  ])('past what is only listed or aimed at: %s', (text) => {
    expect(readings(text)).toContainEqual(['reconsideration.concluded', 43]);
  });
});

describe('lists', () => {
  test('分别达到 leaves a rate that the catalogue does not know alone', () => {
    const { readings: rates, figures } = read('建议提案见面率、答复率、满意率分别达到99%、100%、98.6%。');
    expect(rates.map(({ metric, value }) => [metric, value])).toEqual([
      ['proposals.completion-rate', 100],
      ['proposals.satisfaction-rate', 98.6],
    ]);
    expect(figures.map(({ value }) => value)).toEqual([99]);
  });
  test('what is counted in a second unit has the words of the first', () => {
    expect(readings('举办行政执法培训4期，共60余人次。')).toEqual([['enforcement.officers-trained', 60]]);
    expect(readings('开展普法活动32场、共计1.1万人次。')).toContainEqual(['education.events', 32]);
  });
  test('分别为 gives each name its own number', () => {
    expect(readings('人大建议、政协提案办结率和满意率分别为100%、98.5%。')).toEqual([
      ['proposals.completion-rate', 100],
      ['proposals.satisfaction-rate', 98.5],
    ]);
  });
  test('两项指标 names nothing of its own', () => {
    expect(readings('出庭应诉率、败诉率两项指标分别为100%和4.17%。')).toEqual([
      ['litigation.appearance-rate', 100],
      ['litigation.loss-rate', 4.17],
    ]);
  });
  test('one number for two rates is read for both', () => {
    expect(readings('办理人大建议30件，办结率、满意率均为100%。')).toEqual([
      ['proposals.deputies', 30],
      ['proposals.completion-rate', 100],
      ['proposals.satisfaction-rate', 100],
    ]);
  });
  test('one verb holds for all of its objects', () => {
    expect(readings('全年办理行政处罚441件、行政检查2528次、行政许可9329件。')).toEqual([
      ['enforcement.penalties', 441],
      ['enforcement.inspections', 2528],
      ['enforcement.licences', 9329],
    ]);
  });
});

describe('only the report’s own year is read', () => {
  test.each([
    ['2021年收到行政复议申请85件。', '85件'],
    ['行政复议申请上年收到85件。', '85件'],
    ['2023年，力争行政机关负责人出庭应诉率达到80%以上。', '80%'],
    ['下一步，我市将培训行政执法人员600人次。', '600人次'],
    ['行政机关负责人出庭应诉率由62%提升至85%。', '62%'],
  ])('%s keeps %s as a figure', (text, printed) => {
    expect(read(text).figures.map((figure) => figure.printed)).toContain(printed);
    expect(read(text).readings.map((reading) => reading.printed)).not.toContain(printed);
  });
  test.each([
    ['plans', '三、2023年工作打算', '开展法治督察4次。'],
    ['shortcomings', '二、存在的问题', '有的镇全年只开展普法活动2场。'],
  ] as const)('what stands in a section of %s is no reading', (content, heading, text) => {
    const blocks = anchorBlocks([
      { depth: 2, text: heading },
      { depth: 0, text },
    ]);
    const sections = [{ anchor: blocks[0]?.anchor as string, content }];
    const { readings, figures } = readFigures(blocks, { year: 2022, sections }, rules);
    expect([readings.length, figures.length]).toEqual([0, 1]);
  });
  test('what was carried over is counted with the year’s own', () => {
    expect(readings('加上上年结转共审结行政复议案件89件。')).toEqual([['reconsideration.concluded', 89]]);
    expect(readings('上年结转行政复议案件12件。')).toEqual([]);
  });
  test('a threshold beside a stated value is no number of its own', () => {
    const { readings, figures } = read('办理建议提案，建议落实率达到90.58%，首次突破90%。');
    expect([...readings, ...figures].map(({ printed }) => printed)).toEqual(['90.58%']);
  });
  test('a running total is flagged', () => {
    const [reading] = read('自2019年以来累计办理法律援助案件862件。').readings;
    expect(reading?.flags).toEqual(['cumulative']);
  });
});

test('what was done without, or falls to each, is no reading', () => {
  expect(readings('全年减少入企行政检查1100余次。')).toEqual([]);
  expect(readings('每村培育“法律明白人”3名。')).toEqual([]);
});

test('a number without a unit counts what its list or its 案件 counts', () => {
  expect(readings('办理行政许可44件、行政处罚12、行政强制0。')).toEqual([
    ['enforcement.licences', 44],
    ['enforcement.penalties', 12],
    ['enforcement.compulsory', 0],
  ]);
  expect(readings('作出行政处罚决定案件数量为36，罚款金额为0。')).toEqual([
    ['enforcement.penalties', 36],
    ['enforcement.penalty-amount', 0],
  ]);
});

test('a number that its own noun follows takes no words before the mark', () => {
  expect(readings('举办2次法治专题讲座和3次警示教育。')).toEqual([['leadership.law-lectures', 2]]);
});

test('一起 is together, no number', () => {
  expect(readings('司法所与人民调解组织一起，化解矛盾纠纷56件。')).toEqual([['mediation.cases', 56]]);
});

test('a zero of one cause is no zero of all', () => {
  expect(readings('全年未发生因信息公开引发的行政复议案件。')).toEqual([]);
});

test('what was 法制宣传 is 法治宣传, and 执法制度 is neither', () => {
  expect(readings('开展法制宣传活动36场。')).toEqual([['education.events', 36]]);
  expect(readings('建立健全执法制度36项。')).toEqual([]);
});

test('a bracket inside a noun breaks no clause', () => {
  expect(readings('先后4次召开党工委（扩大）会议研究部署法治政府建设工作。')).toEqual([
    ['leadership.meetings', 4],
  ]);
  expect(readings('实现全县8个乡镇（街道）、25个党政机关法律顾问全覆盖。')).toEqual([
    ['decisions.bodies-with-counsel', 8],
    ['decisions.bodies-with-counsel', 25],
  ]);
});

test('of what rose from another year the new value is the reading', () => {
  expect(readings('行政机关负责人出庭应诉率由上年的85.2%提升至100%。')).toEqual([
    ['litigation.appearance-rate', 100],
  ]);
  expect(readings('行政复议案件数量由2021年的36件增至89件。')).toEqual([['reconsideration.received', 89]]);
});

test('a year set beside the own one lasts until 今年', () => {
  expect(readings('同比2021年行政检查1270次，实施行政处罚160起，今年实施行政处罚116起。')).toEqual([
    ['enforcement.penalties', 116],
  ]);
  expect(readings('2021年收到行政复议申请85件，今年收到行政复议申请98件。')).toEqual([
    ['reconsideration.received', 98],
  ]);
  expect(readings('同比2021年下降12%，全年实施行政处罚116起。')).toEqual([['enforcement.penalties', 116]]);
});

test('件（次） is what 件 is', () => {
  expect(readings('全年共审查各类合同、协议326件（次）。')).toEqual([['decisions.contracts-reviewed', 326]]);
});

test('units of one series count the same, others stand apart', () => {
  const conflict = read('收到行政复议申请12件。本年度收到行政复议申请13宗。').readings;
  expect(conflict.map(({ flags }) => flags)).toEqual([['conflict'], ['conflict']]);
  const apart = read('开展行政检查120次。本年度开展行政检查300户次。').readings;
  expect(apart.map(({ flags, part }) => [flags, part])).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ]);
});

describe('changes', () => {
  test.each([
    [
      '提案办理满意率达到98.4%，比去年提升8.9个百分点。',
      { value: 8.9, unit: '个百分点', direction: 'up', against: '去年' },
    ],
    ['新收行政复议申请8745件，同比增长37.2%。', { value: 37.2, unit: '%', direction: 'up', against: '同比' }],
    ['行政诉讼案件比2021年减少12件。', { value: 12, unit: '件', direction: 'down', against: '2021年' }],
    ['新收行政复议申请693件，是上年的2.1倍。', { value: 2.1, unit: '倍', against: '上年' }],
    ['审批效率提升30%以上。', { value: 30, bound: 'at-least', direction: 'up' }],
  ])('%s', (text, change) => {
    expect(read(text).changes).toEqual([expect.objectContaining(change)]);
  });
  test('know the metric that changed', () => {
    const [change] = read('新收行政复议申请8745件，同比增长37.2%。').changes;
    expect(change?.metric).toBe('reconsideration.received');
  });
  test.each(['取消证明事项12项', '审批时限压缩至5个工作日', '减少比例达37.2%'])('%s is none', (text) => {
    expect(read(text).changes).toEqual([]);
  });
});

describe('scope', () => {
  test.each([
    ['全市办理行政处罚441件。', 'area'],
    ['市本级办理行政处罚441件。', 'own'],
    ['办理行政处罚441件。', 'unknown'],
    ['在全省率先办理行政处罚441件。', 'unknown'],
  ])('%s %s', (text, scope) => {
    expect(read(text).readings[0]?.scope).toBe(scope);
  });
});

test('two readings equal in metric, scope and part with different values are flagged', () => {
  const text = '收到行政复议申请85件。本年度收到行政复议申请83件。';
  expect(read(text).readings.map(({ flags }) => flags)).toEqual([['conflict'], ['conflict']]);
});

test('several of one sentence count what their words do not tell apart, and contradict nothing', () => {
  const text = '处罚9件，罚款39万元；处罚38件，罚款13万元。';
  const fines = read(text).readings.filter(({ metric }) => metric === 'enforcement.penalty-amount');
  expect(fines.map(({ value, flags }) => [value, flags])).toEqual([
    [390000, undefined],
    [130000, undefined],
  ]);
});

test('in any text every quote, printed number and anchor is where it says', () => {
  const words = [
    '全市',
    '收到行政复议申请',
    '受理',
    '办结率',
    '、',
    '，',
    '。',
    '（',
    '）',
    '12件',
    '3.5%',
    '约',
    '余',
    '1.2万',
    '两次',
    '分别为',
    '2021年',
    '未发生',
    '败诉',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 40 }), (parts) => {
      const block = paragraph(parts.join(''));
      const { readings, figures, changes } = readFigures([block], { year: 2022, sections: [] }, rules);
      for (const number of [...readings, ...figures, ...changes]) {
        const offset = numberOffset(block.text, number.at);
        expect(block.text.slice(offset, offset + number.printed.length)).toBe(number.printed);
        expect(block.text.slice(number.start, number.start + number.quote.length)).toBe(number.quote);
        expect(
          number.start <= offset && offset + number.printed.length <= number.start + number.quote.length,
        ).toBe(true);
      }
    }),
  );
});
