/** Whose report a page is, and where that body is: every kind of body and place, in pages written for these tests. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentFile, PROJECT_CONTENT } from '../../src/content.ts';
import { agencySchema, proposeId } from '../../src/ingest/agency-id.ts';
import { fullOrgan } from '../../src/ingest/organs.ts';
import { readPage } from '../../src/ingest/page.ts';
import { loadIngestRules } from '../../src/ingest/rules.ts';

const rules = loadIngestRules((name) => readFileSync(contentFile(PROJECT_CONTENT, name), 'utf8'));
const read = (text: string) => readPage({ text, encoding: 'utf-8', meta: {} }, rules);

/** A page with this head, whose text goes on in these words. */
function page(head: string, text = '', year = 2022): string {
  return `${head}\n${year}年，${text}坚持以习近平法治思想为指导，扎实推进法治政府建设，取得新成效。现将有关情况报告如下：\n一、主要举措和成效\n（一）加强组织领导。定期研究法治建设工作，层层压实责任。\n`;
}

function bodyOf(text: string) {
  const { identity, kind } = read(text);
  const { agency, level, where } = identity;
  return {
    kind: kind.value,
    agency: agency?.name,
    type: agency?.type,
    level,
    code: where?.place?.code,
    candidates: where?.candidates.map(({ code }) => code),
    issuers: agency?.issuers,
    id: agency && proposeId({ ...agency, ...(agency.place && { region: agency.place.code }) }),
  };
}

const report = (body: string, year = 2022) => `${body}${year}年度法治政府建设情况报告`;

describe('a body and its place', () => {
  test.each([
    ['襄樊市人民政府', '', 2009, { code: '420600', level: 'prefecture' }],
    ['密云县人民政府', '', 2014, { code: '110228', level: 'county' }],
    ['莱芜市人民政府', '', 2017, { code: '371200', level: 'prefecture' }],
    ['江干区人民政府', '', 2020, { code: '330104', level: 'county' }],
    ['南昌县人民政府', '', 2022, { code: '360121', level: 'county' }],
    ['南昌市人民政府', '', 2022, { code: '360100', level: 'prefecture' }],
    ['义乌市司法局', '我市', 2022, { code: '330782', level: 'county' }],
    ['上海市黄浦区人民政府', '', 2022, { code: '310101', level: 'county' }],
    ['重庆市城市管理局', '', 2022, { code: '500000', level: 'province', type: 'department' }],
    ['黄山市黄山区人民政府', '', 2022, { code: '341003', level: 'county' }],
    ['吉林市人民政府', '', 2022, { code: '220200', level: 'prefecture' }],
    ['宁夏回族自治区人民政府', '我区', 2022, { code: '640000', level: 'province' }],
    ['海南藏族自治州人民政府', '', 2022, { code: '632500', level: 'prefecture' }],
    ['大兴安岭地区行政公署', '', 2022, { code: '232700', type: 'government', level: 'prefecture' }],
    ['济源市人民政府', '', 2022, { code: '419001', level: 'county' }],
    ['新疆生产建设兵团', '', 2022, { agency: '新疆生产建设兵团', type: 'government' }],
    ['国家税务总局武汉市税务局', '', 2022, { code: '420100', type: 'department', level: 'prefecture' }],
    ['国家发展改革委', '', 2022, { code: undefined, type: 'ministry', level: 'national' }],
    ['呼中区教育局', '', 2022, { code: undefined, type: 'department', level: 'county' }],
    ['武汉市国有资产监督管理委员会', '', 2022, { type: 'department', level: 'prefecture' }],
  ] as const)('%s', (body, text, year, expected) => {
    expect(bodyOf(page(report(body, year), text, year))).toMatchObject({ kind: 'report', ...expected });
  });

  test.each([
    ['普陀区司法局', '按照舟山市委部署，', '330903'],
    ['普陀区司法局', '按照上海市委部署，', '310107'],
    ['龙华区人民政府', '按照海口市委部署，', '460106'],
    ['市中区人民政府', '按照枣庄市委部署，', '370402'],
  ])('%s, %s is settled by the place above it', (body, text, code) => {
    expect(bodyOf(page(report(body), text)).code).toBe(code);
  });

  test('what the page does not settle has no code, and its candidates are listed', () => {
    expect(bodyOf(page(report('市中区人民政府')))).toMatchObject({
      agency: '市中区人民政府',
      level: 'county',
      code: undefined,
      candidates: ['370103', '370402', '511002', '511102'],
    });
    expect(bodyOf(page(report('龙华区人民政府'))).candidates).toEqual(['440309', '460106']);
  });

  test('a text of 我区 below 自治区党委 is the autonomous region’s, below 市委 a district’s', () => {
    const region =
      '2022年，在自治区党委的坚强领导下，我区各级政府依法行政。落实《广西壮族自治区法治政府建设实施方案》，';
    expect(bodyOf(page('', `${region}全区各市县`))).toMatchObject({ level: 'province', code: '450000' });
    const district =
      '2022年，在自治区党委、市委的坚强领导下，我区各级各部门依法行政。按照《青秀区法治政府建设实施方案》，';
    expect(bodyOf(page('', `${district}青秀区`))).toMatchObject({ level: 'county', code: '450103' });
  });

  test('an office of 市政府 is its city’s, and an addressee is nobody’s', () => {
    expect(
      bodyOf(page(`${report('市政府办公室')}\n来源：衡水市人民政府办公室`, '市政府办公室')),
    ).toMatchObject({
      agency: '衡水市人民政府办公室',
      code: '131100',
    });
    expect(bodyOf(page('中共湘西州委、湘西州人民政府：', '花垣县'))).toMatchObject({ code: '433124' });
    expect(bodyOf(page('城中区委全面依法治区委员会：', '人民街街道办事处')).agency).toContain('人民街街道');
  });

  test('joint issuers are kept, and have the id of the government', () => {
    const both = bodyOf(page(`中共延边州委 延边州人民政府\n关于2022年法治政府建设情况的报告`));
    expect(both).toMatchObject({ agency: '中共延边州委、延边州人民政府', id: '222400-zf' });
    expect(both.issuers).toEqual(['中共延边州委', '延边州人民政府']);
    expect(bodyOf(page(report('延边州人民政府'))).id).toBe('222400-zf');
  });
});

describe('townships', () => {
  test.each([
    ['丰都县栗子乡人民政府', '', '500230', '500230-lzxzf'],
    ['东莞市虎门镇人民政府', '', '441900', '441900-hmzzf'],
    ['科尔沁右翼中旗高力板镇', '', '152222', '152222-glbzzf'],
    ['宝城镇', '在渠县县委、渠县人民政府领导下，宝城镇', '511725', '511725-bczzf'],
    ['银杏大街街道', '在文峰区委、区政府领导下，文峰区', '410502', '410502-yxdjjdbsc'],
  ])('%s has the code of its county and the level of a township', (body, text, code, id) => {
    expect(bodyOf(page(report(body), text))).toMatchObject({ type: 'township', level: 'township', code, id });
  });

  test('one without its county keeps its name and has no code', () => {
    expect(bodyOf(page(report('贤庠镇人民政府'), '贤庠镇'))).toMatchObject({
      agency: '贤庠镇人民政府',
      level: 'township',
      code: undefined,
    });
  });

  test('a text of 我镇 is the township’s that it names again and again', () => {
    const text = '我镇各村推动党的精神在下太镇落地生根，列入下太镇委党校课程，我镇';
    expect(bodyOf(page('', text))).toMatchObject({
      level: 'township',
      agency: expect.stringContaining('下太镇'),
    });
    expect(bodyOf(page('', '我镇党委、政府')).agency).toBeUndefined();
  });
});

describe('development zones', () => {
  test.each([
    ['桐城经济技术开发区管委会', '按照桐城市委部署，', '340881'],
    ['苏州工业园区管理委员会', '', '320500'],
    ['宁波高新区', '', '330200'],
    ['北京经济技术开发区', '', '110000'],
    ['河北雄安新区管理委员会', '', '130000'],
    ['东莞滨海湾新区', '', '441900'],
  ])('%s', (body, text, code) => {
    expect(bodyOf(page(report(body), text))).toMatchObject({
      type: 'development-zone',
      level: 'county',
      code,
    });
  });

  test('one that is called like a county elsewhere lies where its page says', () => {
    const zone = report('金山工业园区管委会');
    expect(bodyOf(page(zone)).code).toBeUndefined();
    expect(bodyOf(page(zone, '按照福州市委部署，')).code).toBe('350100');
    expect(bodyOf(page(zone, '按照上海市金山区委部署，')).code).toBe('310116');
  });

  test('a zone is one body, with and without its committee, by its long and its short name', () => {
    const names = ['高新区', '高新区管委会', '高新技术产业开发区', '高新技术产业开发区管理委员会'];
    expect([...new Set(names.map((name) => fullOrgan(name, rules.organs)))]).toEqual([
      '高新技术产业开发区管委会',
    ]);
  });
});

test('what only sounds like a body, or says when, names nobody', () => {
  const text = (opening: string, now: string, run = '') =>
    `${opening}坚持以习近平法治思想为指导，推进法治政府建设。现将${now}法治政府建设工作情况报告如下：\n一、主要举措和成效\n${run}层层压实责任。\n`;
  expect(bodyOf(text('2024年，龙华公安分局', '今年以来分局')).agency).toBe('龙华公安分局');
  expect(bodyOf(text('2024年，', '我局2024年', '（一）科学部署全面推进。')).agency).toBeUndefined();
  expect(bodyOf(text('2024年，廉江市民政局民政局', '我局2024年')).agency).toBe('廉江市民政局');
});

test('a signature with its date may stand below the title', () => {
  const signed = '2024年法治政府建设情况报告\n祁门县水利局\n（2025年2月20日）\n';
  const text =
    '2024年，我局坚持依法行政，取得新成效。现将我局2024年法治政府建设情况报告如下：\n一、主要举措\n';
  expect(bodyOf(signed + text).agency).toBe('祁门县水利局');
});

test('a body that the text names once, behind its year', () => {
  const text =
    '一、主要举措和成效\n全镇推进法治政府建设。我镇落实第一责任人责任。\n2022年增福镇组织开展检查220余次。\n';
  expect(bodyOf(text)).toMatchObject({ agency: '增福镇', level: 'township' });
});

test('a committee inside an unnamed body is nobody', () => {
  const text =
    '根据有关要求，现将我局2024年法治政府建设情况报告如下：\n一、主要举措\n（一）局党委高度重视学习，将其列入计划。\n';
  expect(bodyOf(text).agency).toBeUndefined();
});

test('the foot of a page signs no report', () => {
  const foot = (line: string) =>
    `2024年法治政府建设情况报告\n2024年，我局坚持以习近平法治思想为指导，推进法治政府建设。现将有关情况报告如下：\n一、主要举措和成效\n层层压实责任。\n${line}\n`;
  expect(bodyOf(foot('祁门县司法局\n2025年1月8日')).agency).toBe('祁门县司法局');
  expect(bodyOf(foot('上一篇：无\n祁门县司法局')).agency).toBeUndefined();
});

test('an organ has one name, whichever a report prints', () => {
  const same = (...names: string[]) => new Set(names.map((name) => fullOrgan(name, rules.organs))).size;
  expect(same('人社局', '人力资源和社会保障局')).toBe(1);
  expect(same('政府国资委', '国资委', '国有资产监督管理委员会')).toBe(1);
  expect(same('人民政府法制办公室', '法制办')).toBe(1);
  expect(same('政府办公室', '人民政府办公室', '政府办')).toBe(1);
  expect(same('城市管理委员会', '城管委')).toBe(1);
  expect(same('鹤龙街', '鹤龙街道', '鹤龙街道办事处')).toBe(1);
  expect(same('自然资源局', '自然资源和规划局')).toBe(2);
});

test.each([
  ['在文书中写的', '2022年，同时我局'],
  ['乡党委、政府', '2022年，乡党委、政府'],
])('%s is no body’s name', (_, text) => {
  expect(bodyOf(page('', text.slice(6))).agency).toBeUndefined();
});

test('a body that only its own documents name', () => {
  const own = '我局印发《长治市交通运输局2022年法治工作要点》，推进法治政府建设。';
  expect(bodyOf(page('', own))).toMatchObject({ agency: '长治市交通运输局', code: '140400' });
  const superior =
    '市委部署后，省交通运输厅印发《山西省交通运输厅2022年法治工作要点》，我局推进法治政府建设。';
  expect(bodyOf(page('', superior)).agency).not.toBe('山西省交通运输厅');
});

test('a site’s place gives way to the text’s where it carries another’s page', () => {
  const head = '临河区人民政府门户网站\n来源：临河区司法局\n主办：临河区人民政府办公室';
  expect(
    bodyOf(page(head, '在文峰区委、区政府领导下，区司法局按照《文峰区法治政府建设规划》，')).code,
  ).not.toBe('150802');
});

describe('ids', () => {
  test('bodies whose place is unknown are told apart by their names', () => {
    const ids = ['市中区人民政府', '龙华区人民政府', '贤庠镇人民政府'].map(
      (body) => bodyOf(page(report(body))).id,
    );
    expect(ids).toEqual(['000000-szqzf', '000000-lhqzf', '000000-xxzzf']);
  });

  test('are of their form whatever a body is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (name, organ) => {
        expect(agencySchema.shape.id.safeParse(proposeId({ name, organ })).success).toBe(true);
        expect(agencySchema.shape.id.safeParse(proposeId({ name, organ, region: '110000' })).success).toBe(
          true,
        );
      }),
    );
  });
});
