/** Heads of pages of every kind that sites print, written for these tests, and what they say of their report. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contentFile, PROJECT_CONTENT } from '../../src/content.ts';
import { clean } from '../../src/ingest/clean.ts';
import { readPage } from '../../src/ingest/page.ts';
import { loadIngestRules } from '../../src/ingest/rules.ts';
import { placeNames } from '../../src/ingest/where.ts';

const rules = loadIngestRules((name) => readFileSync(contentFile(PROJECT_CONTENT, name), 'utf8'));
const read = (text: string) => readPage({ text, encoding: 'utf-8', meta: {} }, rules);

/** What a page says, in the words of the table below. */
function said(text: string) {
  const { identity, kind } = read(text);
  const { title, agency, year, level, where, dates } = identity;
  return {
    kind: kind.value,
    title: title?.text,
    agency: agency?.name,
    year: year?.value,
    level,
    place: where && Object.values(placeNames(where, rules.gazetteer, year?.value)).at(-1),
    published: dates.published?.value,
    signed: dates.signed?.value,
  };
}

const TEXT = (who: string, year = 2023) => `
${year}年，${who}坚持以习近平法治思想为指导，扎实推进法治政府建设各项工作，取得了新的成效。现将有关情况报告如下：

一、主要举措和成效

（一）加强组织领导。定期研究法治建设工作，把法治建设纳入年度考核，层层压实责任。
`;

test.each([
  [
    'labels in brackets, several on a line',
    `[ 索 引 号 ] 11330000002482xxxx/2024-00012 [ 主题分类 ] 司法\n[ 发布机构 ] 安吉县人民政府办公室 [ 成文日期 ] 2024-02-18\n[ 发布日期 ] 2024-02-20 [ 有效性 ] 有效\n\n安吉县人民政府关于2023年度法治政府建设情况的报告\n${TEXT('全县')}`,
    { agency: '安吉县人民政府', place: '安吉县', published: '2024-02-20', signed: '2024-02-18' },
  ],
  [
    'a label, a blank line, a value',
    `安吉县司法局2023年法治政府建设年度报告\n\n发布日期：\n\n2024-03-01\n\n来源：\n\n县司法局\n${TEXT('县司法局')}`,
    { agency: '安吉县司法局', published: '2024-03-01' },
  ],
  [
    'a table of labels with pipes',
    `索引号 | 12345/2024-1 | 主题分类 | 其他 |\n发文机关 | 富平县人民政府 | 成文日期 | 2024-01-25 |\n标题 | 富平县人民政府2023年法治政府建设情况报告 |\n发布日期 | 2024-01-30 | 有效性 | 有效 |\n富平县人民政府2023年法治政府建设情况报告\n${TEXT('富平县')}`,
    { agency: '富平县人民政府', published: '2024-01-30', year: 2023 },
  ],
  [
    'labels and values glued on one line',
    `索引号:1234主题分类:司法发布机构:大田县农业农村局发布日期:2024-01-15 16:20文号:无\n大田县农业农村局关于2023年度法治政府建设工作情况的报告\n${TEXT('县农业农村局')}`,
    { agency: '大田县农业农村局', published: '2024-01-15' },
  ],
  [
    'a dash list of labels',
    `- 索引号：520000/2024-00021\n- 发布机构：息烽县人民政府\n- 发布日期：2024-03-21\n- 信息分类：法治政府\n息烽县2023年法治政府建设年度报告\n${TEXT('息烽县')}`,
    { agency: '息烽县人民政府', published: '2024-03-21', place: '息烽县' },
  ],
  [
    'values only',
    `000014349/2024-00011\n其他\n息烽县财政局\n2024-03-21\n息烽县财政局2023年度法治政府建设情况报告\n${TEXT('县财政局')}`,
    { agency: '息烽县财政局', published: '2024-03-21' },
  ],
  [
    'a clock with a site name, a switch of scripts, a title printed twice',
    `丹阳市人民政府 2019年12月3日星期二\n无障碍 简体| 繁体\n丹阳市2023年度法治政府建设情况报告\n来源:市司法局 发布时间:2024-03-28 09:18\n丹阳市2023年度法治政府建设情况报告\n${TEXT('丹阳市')}`,
    { agency: '丹阳市人民政府', level: 'county', place: '丹阳市', published: '2024-03-28' },
  ],
  [
    'the title of a browser window, with the site behind it',
    `临夏市2023年度法治政府建设年度报告-临夏市人民政府门户网站\n首页 → 政务公开 → 正文\n临夏市2023年度法治政府建设年度报告\n${TEXT('临夏市')}`,
    { title: '临夏市2023年度法治政府建设年度报告', level: 'county' },
  ],
  [
    'a title broken inside a word',
    `中共凤凰县委 凤凰县人民政府\n关于2023年度法治政府建\n设情况的报告\n${TEXT('凤凰县')}`,
    { title: '中共凤凰县委 凤凰县人民政府 关于2023年度法治政府建 设情况的报告', year: 2023, place: '凤凰县' },
  ],
  [
    'a year before the body, a body with its county',
    `2023年度镇江市丹徒区谷阳镇法治政府建设情况报告\n区政府：\n${TEXT('谷阳镇')}`,
    { agency: '镇江市丹徒区谷阳镇', level: 'township', place: '丹徒区', year: 2023 },
  ],
  [
    'a year in characters, a date in characters',
    `静宁县司法局二〇二三年度法治政府建设工作报告\n${TEXT('县司法局')}\n静宁县司法局\n二〇二四年一月十五日\n`,
    { agency: '静宁县司法局', year: 2023, signed: '2024-01-15' },
  ],
  [
    'two addressees, of which neither reports',
    `中共湘西州委、湘西州人民政府：\n${TEXT('花垣县')}`,
    { agency: '花垣县人民政府', place: '花垣县', title: undefined },
  ],
  [
    'an autonomous county by its short form',
    `景宁县人民政府2023年度法治政府建设情况报告\n${TEXT('景宁县')}`,
    { agency: '景宁县人民政府', place: '景宁畲族自治县', level: 'county' },
  ],
  [
    'a banner and a league',
    `科尔沁右翼前旗人民政府关于2023年法治政府建设情况的报告\n${TEXT('全旗')}`,
    { level: 'county', place: '科尔沁右翼前旗' },
  ],
  [
    '南昌县 is not 南昌',
    `南昌县2023年法治政府建设年度报告\n${TEXT('南昌县')}`,
    { agency: '南昌县人民政府', place: '南昌县', level: 'county' },
  ],
  [
    'a district that several cities have, settled by its city',
    `济宁市市中区人民政府2011年推进依法行政工作报告\n${TEXT('市中区', 2011)}`,
    { place: '市中区', year: 2011, level: 'county' },
  ],
  [
    'a new area that is a district',
    `上海市浦东新区人民政府2023年法治政府建设情况报告\n${TEXT('浦东新区')}`,
    { place: '浦东新区', level: 'county' },
  ],
  [
    'a development zone of a city',
    `南京经济技术开发区管理委员会2023年度法治政府建设情况报告\n${TEXT('开发区')}`,
    { agency: '南京经济技术开发区管理委员会', level: 'county', place: '南京市' },
  ],
  [
    'a department of a province without its name, and the site',
    `山西省人民政府门户网站\n省审计厅2023年度法治政府建设情况报告\n来源：山西省审计厅 2024-02-02\n${TEXT('省审计厅')}`,
    { agency: '山西省审计厅', level: 'province', published: '2024-02-02' },
  ],
  [
    'a bureau that a text names only where it was commended',
    `${TEXT('我局')}嵊州市自然资源和规划局被评为全省先进集体。\n`,
    { agency: '嵊州市自然资源和规划局', level: 'county', place: '嵊州市' },
  ],
  ['a bureau that is nowhere named', TEXT('我局'), { agency: undefined, place: undefined }],
  [
    'a government that speaks as 我县',
    `2023年，我县深入贯彻落实《法治政府建设实施纲要（2021－2025年）》和《永善县法治政府建设实施方案》，法治政府建设成效明显。现将有关情况报告如下：\n一、主要成效\n（一）提升依法行政能力。一年来成效明显。\n`,
    { agency: '永善县人民政府', level: 'county', place: '永善县' },
  ],
  [
    'a ministry under its former name',
    `${TEXT('原国土资源部', 2017)}`,
    { agency: '原国土资源部', level: 'national', year: 2017 },
  ],
  [
    'a repost years later',
    `祁门县人民政府2017年法治政府建设情况报告\n发布时间：2022-09-01 来源：本站\n${TEXT('祁门县', 2017)}`,
    { year: 2017, published: undefined },
  ],
  [
    'a date before the year of the report began',
    `祁门县人民政府2023年法治政府建设情况报告\n发布时间：2020-01-01\n${TEXT('祁门县')}`,
    { year: 2023, published: undefined },
  ],
  [
    'a day that no month has',
    `祁门县人民政府2023年法治政府建设情况报告\n发布时间：2024-02-30\n${TEXT('祁门县')}`,
    { published: undefined },
  ],
  [
    'the date of a sitting, not of publication',
    `平潭县人民政府关于2023年法治政府建设情况的报告\n（2024年5月28日在县十七届人大常委会第九次会议上）\n县人大常委会：\n${TEXT('全县')}`,
    { agency: '平潭县人民政府', published: undefined },
  ],
  [
    'pinyin behind characters, in traditional characters',
    '2023年，遂溪縣(xiàn)人民政府堅(jiān)持以習(xí)近平法治思想為指導(dǎo)，法治政府建設(shè)取得新成效。現(xiàn)將有關(guān)情況報(bào)告如下：\n一、主要舉措\n（一）強(qiáng)化組織領(lǐng)導(dǎo)。定期研究法治建設(shè)工作。\n',
    { agency: '遂溪县人民政府', place: '遂溪县', year: 2023 },
  ],
  [
    'a whole document on one line with a watermark in its words',
    `公文之家，每日更新www.gongwen.example.com柘城县人民政府关于2023年度法治政府建设情况的报告2023年，柘城县坚持依法行政，法治政府建设取得新成效。现将情况报告如下。一、加强组织领导。全年研究法治建设公文之家，每日更新www.gongwen.example.com工作12次。二、存在的问题。力量不足。三、下一步工作。继续推进。`,
    { title: '柘城县人民政府关于2023年度法治政府建设情况的报告', agency: '柘城县人民政府', year: 2023 },
  ],
  [
    'a report to the people’s congress, without a title',
    `2012年12月25日在慈溪市十六届人大常委会第七次会议上\n市人民政府\n主任、各位副主任、各位委员：\n现向市人大常委会报告我市依法行政情况，请予审议。\n2012年，市政府坚持依法行政。\n一、主要成效\n`,
    { agency: '慈溪市人民政府', level: 'county', year: 2012 },
  ],
  [
    'an untitled text whose first heading says what it is',
    `县委、县政府：\n今年以来，我镇认真落实各项部署，结合镇情实际，提升了治理水平。\n一、2022年推进法治政府建设的主要举措和成效\n（一）深化改革。优化服务，成效明显。\n我镇扎实推进各项工作。\n`,
    { level: 'township', year: 2022 },
  ],
  [
    'a ministry that speaks of meetings',
    `水利部2021年法治政府建设年度报告\n2021年，水利部党组召开会议传达学习重要讲话精神和会议要求，部署具体措施。\n一、推动立法\n`,
    { agency: '水利部', level: 'national', year: 2021 },
  ],
  [
    'a notice that carries the report itself',
    `安吉县司法局关于2023年度法治政府建设年度报告的公告\n根据规定，现将安吉县司法局2023年度法治政府建设情况公告如下：\n一、主要举措和成效\n（一）加强领导。定期研究。\n`,
    { agency: '安吉县司法局', year: 2023 },
  ],
  [
    'a page whose lines are lost',
    `首页 政务公开 正文 龙游县2023年法治政府建设情况报告 发布时间：2024-03-01 来源：县司法局 2023年，龙游县坚持依法行政，取得新的成效。现将有关情况报告如下： 一、主要举措 （一）加强领导。定期研究。`,
    { year: 2023 },
  ],
  [
    'a covering notice with the report below it',
    `富平县人民政府办公室\n关于印发富平县2023年法治政府建设年度报告的通知\n富政办发〔2024〕3号\n各镇人民政府，县政府各工作部门：\n《富平县2023年法治政府建设年度报告》已经县政府同意，现印发给你们。\n富平县人民政府办公室\n2024年3月1日\n富平县2023年法治政府建设年度报告\n${TEXT('富平县')}`,
    { title: '富平县2023年法治政府建设年度报告', agency: '富平县人民政府', year: 2023 },
  ],
  [
    'a notice whose sentence goes straight on to the report',
    `富平县司法局关于印发《富平县司法局2023年法治政府建设年度报告》的通知\n各股室：\n现将《富平县司法局2023年法治政府建设年度报告》印发给你们，请抓好落实。\n${TEXT('我局')}`,
    { title: '富平县司法局2023年法治政府建设年度报告', agency: '富平县司法局' },
  ],
  [
    'an addressee above a text that never says that it reports',
    `市委、市政府：\n2020年以来，县水利局推进法治政府建设相关工作，依法治水取得新进展。\n一、提高法治意识\n全年学法12次，持续推进依法行政。\n`,
    { agency: '县水利局', year: 2020 },
  ],
  [
    'a text without numbers and without 如下',
    `2021年，水利部坚持以习近平法治思想为指导，扎实推进法治政府建设，各项工作取得重要进展。\n统筹推进依法治水\n全年审查规章8件，办结行政复议案件120件。\n`,
    { agency: '水利部', year: 2021 },
  ],
  [
    'key words in the foot of a news site',
    `富平县2023年法治政府建设情况报告\n${TEXT('富平县')}\n关键词：法治政府 依法行政\n[责任编辑：a01]\n`,
    { agency: '富平县人民政府' },
  ],
  [
    'a column on the line of the title',
    `通知公告 市水务局2023年法治政府建设情况报告\n${TEXT('我局')}`,
    { title: '市水务局2023年法治政府建设情况报告', agency: '市水务局' },
  ],
  [
    'a report of an earlier year that the text quotes',
    `2025年以来，我局深入学习贯彻习近平法治思想，现将我局本年度法治政府建设情况报告如下：\n一、主要举措\n公示《富平县水利局关于2024年法治政府建设情况的报告》，压实责任。\n`,
    { agency: '富平县水利局', year: 2025 },
  ],
] as const)('%s', (_, text, expected) => {
  expect(said(text)).toMatchObject({ kind: 'report', ...expected });
});

test.each([
  [
    'info-openness',
    '息烽县财政局2023年政府信息公开工作年度报告\n一、总体情况\n2023年，县财政局认真落实政府信息公开条例，推进法治政府建设。\n',
  ],
  [
    'enforcement-report',
    '息烽县交通运输局2023年度行政执法工作情况报告\n一、执法主体\n2023年，依法行政，办理行政处罚12件。\n',
  ],
  ['government-work-report', '2024年息烽县政府工作报告\n一、2023年工作回顾\n法治政府建设扎实推进。\n'],
  [
    'plan',
    '息烽县2024年法治政府建设工作要点\n为深入推进法治政府建设，现提出以下要点。\n一、总体要求\n坚持依法行政。\n',
  ],
  [
    'plan',
    '息烽县法治政府建设实施方案（2021—2025年）\n为加快建设法治政府，制定本方案。\n一、总体要求\n坚持依法行政。\n',
  ],
  [
    'notice',
    '关于报送2023年度法治政府建设情况报告的通知\n各乡镇人民政府：\n请于1月10日前报送法治政府建设年度报告。\n',
  ],
  [
    'notice',
    '关于印发富平县2023年法治政府建设年度报告的通知\n各镇人民政府：\n《富平县2023年法治政府建设年度报告》已经县政府同意，现印发给你们。\n附件：富平县2023年法治政府建设年度报告.docx\n富平县人民政府\n2024年1月1日\n',
  ],
  [
    'notice',
    '关于公开征求《富平县2023年法治政府建设年度报告》意见的公告\n现将《富平县2023年法治政府建设年度报告（征求意见稿）》公布，征求各界意见。\n一、征求意见的时间为2024年1月2日至1月12日。\n',
  ],
  ['interpretation', '一图读懂息烽县2023年法治政府建设年度报告\n法治政府建设取得哪些成效？\n'],
  [
    'news',
    '息烽县召开2023年度法治政府建设工作推进会\n1月5日，息烽县召开推进会，听取法治政府建设情况报告。\n',
  ],
  ['news', '近日，息烽县发布2023年度法治政府建设报告。报告显示，全县依法行政水平稳步提升。\n'],
  [
    'personal-report',
    '息烽县财政局局长2023年度述法报告\n本人认真履行推进法治建设第一责任人职责，推进法治政府建设。\n',
  ],
  [
    'white-paper',
    '息烽县人民法院发布行政审判白皮书\n白皮书显示，行政机关依法行政水平提升，法治政府建设稳步推进。\n',
  ],
  ['article', '基层法治政府建设的路径思考\n摘要：本文讨论法治政府建设的成效与问题。\n'],
  [
    'template',
    '20XX年，XX县司法局扎实推进法治政府建设。现将有关情况报告如下：\n一、主要举措\nXX次学习，XX人参加，XX件案件，XX县成效明显。\n',
  ],
  [
    'template',
    '2023年区法治政府建设工作情况报告\n时间：2023-05-07 公文范文 来源：网友投稿\n下面是小编为大家整理的报告，供大家参考。\n五年来，我区推进法治政府建设。现报告如下：\n一、主要成效\n',
  ],
  [
    'template',
    '教育局2023年度法治政府建设报告\n教育局度法治政府建设报告 篇1\n20__年，教育局坚持以____思想为指导，推进法治政府建设。现将情况报告如下：\n一、主要举措\n',
  ],
  [
    'other-report',
    '息烽县2023年法治宣传教育工作情况报告\n现将情况报告如下：\n一、主要做法\n深入开展普法。\n',
  ],
  [
    'template',
    '某某县司法局2023年法治政府建设情况报告\n2023年，县司法局推进法治政府建设。现将情况报告如下：\n一、主要举措\n',
  ],
  [
    'template',
    '某县2025年度法治政府建设情况报告\n2025年，全县推进法治政府建设。现将情况报告如下：\n一、主要举措\n',
  ],
  [
    'template',
    '区人民政府法治政府建设工作报告\n1、本文档由用户上传，文库整理发布。\n2019年，我区推进法治政府建设。现将情况报告如下：\n一、工作回顾\n',
  ],
])('%s only looks like a report', (kind, text) => {
  expect(said(text).kind).toBe(kind);
});

test('every line that is not the text goes, with the rule that took it', () => {
  const text = `今天是：2024年3月1日 星期五
无障碍浏览 | 长者模式
当前位置：首页 > 政务公开 > 法治政府建设
您现在的位置：  首页 → 通知公告
新干县人民政府2023年度法治政府建设情况报告
【字体：大 中 小】 打印 关闭
分享到：
发布时间：2024-02-01 10:00 浏览次数：128 来源：县司法局
语音播报
${TEXT('新干县')}
新干县人民政府
2024年1月20日
扫一扫在手机打开当前页
上一篇：新干县2022年度法治政府建设情况报告
主办：新干县人民政府办公室 赣ICP备05000001号 网站标识码：3608240001
`;
  const { document, identity } = read(text);
  const { lines, removed } = clean(document, identity.title);
  expect(lines.map((line) => line.text.slice(0, 8))).toEqual([
    '2023年，新干',
    '一、主要举措和成',
    '（一）加强组织领',
    '新干县人民政府',
    '2024年1月2',
  ]);
  expect(removed.map(({ rule }) => rule)).toEqual([
    'clock',
    'accessibility',
    'breadcrumb',
    'breadcrumb',
    'font-size',
    'share',
    'page-data',
    'read-aloud',
    'qr-code',
    'previous-next',
    'licence-number',
  ]);
});
