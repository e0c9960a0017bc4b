/** Lines of texts as sites print them, and the headings and paragraphs that they are. */
import { expect, test } from 'vitest';
import { toLines } from '../../src/ingest/characters.ts';
import { repairDamage } from '../../src/ingest/damage.ts';
import { toDocument } from '../../src/ingest/document.ts';
import { structure } from '../../src/ingest/structure.ts';

/** Headings with their depth, paragraphs with `|`. */
function read(text: string): string[] {
  const { lines } = toDocument(repairDamage(toLines(text).lines).lines);
  return structure(lines.filter((line) => line.text !== '')).blocks.map(
    ({ depth, text: block }) => `${depth || '|'} ${block}`,
  );
}

test.each([
  [
    'headings without numbers, below one with',
    '一、主要举措\n依法全面履行政府职能\n全县取消行政审批事项12项，承接45项。\n完善制度体系\n制定规范性文件8件，备案率达到百分之百。\n二、存在不足\n执法力量薄弱。',
    [
      '2 一、主要举措',
      '3 依法全面履行政府职能',
      '| 全县取消行政审批事项12项，承接45项。',
      '3 完善制度体系',
      '| 制定规范性文件8件，备案率达到百分之百。',
      '2 二、存在不足',
      '| 执法力量薄弱。',
    ],
  ],
  [
    'one heading without a number above another',
    '本县法治政府建设取得新进展新成效。\n工作举措\n坚持党建引领，压实主体责任\n县委主要负责同志主持召开委员会会议2次。',
    [
      '| 本县法治政府建设取得新进展新成效。',
      '2 工作举措',
      '2 坚持党建引领，压实主体责任',
      '| 县委主要负责同志主持召开委员会会议2次。',
    ],
  ],
  [
    'a signature, a table and a list are no headings',
    '一、工作情况\n2022年行政复议案件统计表\n单位：件\n类别 收案 审结\n公安 12 10\n- 执法力量不足\n全年办理行政复议案件十二件，无一错案。\n安吉县人民政府\n2023年1月20日',
    [
      '2 一、工作情况',
      '| 2022年行政复议案件统计表',
      '| 单位：件',
      '| 类别 收案 审结',
      '| 公安 12 10',
      '| - 执法力量不足',
      '| 全年办理行政复议案件十二件，无一错案。',
      '| 安吉县人民政府',
      '| 2023年1月20日',
    ],
  ],
  [
    'numbered items of a list are text, a numbered sentence before its text is a heading',
    '二、存在问题\n1、法治意识不强；\n2、执法力量不足。\n三、打算\n（一）加强学习。\n全年组织培训4次以上。',
    [
      '2 二、存在问题',
      '| 1、法治意识不强；',
      '| 2、执法力量不足。',
      '2 三、打算',
      '3 （一）加强学习。',
      '| 全年组织培训4次以上。',
    ],
  ],
  [
    'numbered sentences that state a number or have nothing below them are text',
    '六、依法化解矛盾\n1.受理来信来访47件次，化解率93.6%。区长信箱来信62件。\n2.全年未发生行政复议案件。\n七、接受监督\n1.加强公开。\n公开信息133条。',
    [
      '2 六、依法化解矛盾',
      '| 1.受理来信来访47件次，化解率93.6%。区长信箱来信62件。',
      '| 2.全年未发生行政复议案件。',
      '2 七、接受监督',
      '4 1.加强公开。',
      '| 公开信息133条。',
    ],
  ],
  [
    'items counted in one line',
    '3.加强学习；4.强化监督；5.落实责任。',
    ['| 3.加强学习；4.强化监督；5.落实责任。'],
  ],
  [
    'text behind the colon of a heading',
    '（一）推进政务公开：主动公开信息80条，办理申请12件。',
    ['3 （一）推进政务公开：', '| 主动公开信息80条，办理申请12件。'],
  ],
  [
    'full-width numbering',
    '1．深化改革。全县事项可办率达98%。',
    ['4 1．深化改革。', '| 全县事项可办率达98%。'],
  ],
  [
    'a number on its own line beside its words',
    '（一）\n加强组织领导\n成立了领导小组，\n局长任组长。\n共立案查处\n15\n起，罚款\n3.2\n万元。',
    ['3 （一）加强组织领导', '| 成立了领导小组，局长任组长。', '| 共立案查处15起，罚款3.2万元。'],
  ],
  [
    'a line that breaks before a count',
    '县委常委会会议、县政府常务会议研究法治工作\n15次，审议重要文件\n8件。',
    ['| 县委常委会会议、县政府常务会议研究法治工作15次，审议重要文件8件。'],
  ],
  [
    'numbers of a table stay lines',
    '新收案件\n12\n审结案件\n10\n人民调解案件\n35',
    ['| 新收案件', '| 12', '| 审结案件', '| 10', '| 人民调解案件', '| 35'],
  ],
  [
    'a text whose line ends became spaces',
    '桃源县2023年法治政府建设情况报告 来源：本网 2023年，全县依法行政工作取得新成效，现报告如下： 一、2023年工作情况 （一）加强领导。研究法治工作4次。 二、问题 力量不足。 桃源县人民政府 2024年1月25日',
    [
      '| 桃源县2023年法治政府建设情况报告',
      '| 来源：本网',
      '| 2023年，全县依法行政工作取得新成效，现报告如下：',
      '2 一、2023年工作情况',
      '3 （一）加强领导。',
      '| 研究法治工作4次。',
      '2 二、问题',
      '| 力量不足。',
      '| 桃源县人民政府',
      '| 2024年1月25日',
    ],
  ],
  [
    'page data and the first sentence on one line',
    '发表时间:2022-01-29 13:51来源:本部 2021年,本部坚持依法行政,扎实推进法治政府建设,取得新成效。',
    ['| 发表时间:2022-01-29 13:51来源:本部', '| 2021年,本部坚持依法行政,扎实推进法治政府建设,取得新成效。'],
  ],
])('%s', (_, text, expected) => {
  expect(read(text)).toEqual(expected);
});
