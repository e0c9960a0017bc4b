import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/figures/fold.ts';
import { readQuantities } from '../../src/figures/quantities.ts';
import { rules } from './support.ts';

const read = (text: string) =>
  readQuantities(fold(text), rules.units).map(({ start, end, value, max, unit, bound }) => [
    text.slice(start, end),
    value,
    unit,
    bound,
    ...(max === undefined ? [] : [max]),
  ]);

describe('a number is read with its unit and bound', () => {
  test.each([
    ['发布政府信息1.7万余条', ['1.7万余条', 17000, '条', 'more-than']],
    ['抽检0.0038万宗', ['0.0038万宗', 38, '宗', 'exact']],
    ['促进整改45.9亿元', ['45.9亿元', 4590000000, '元', 'exact']],
    ['目前22名工作人员持证', ['22名', 22, '名', 'exact']],
    ['学习党的二十届四中全会精神12次', ['12次', 12, '次', 'exact']],
    ['开庭十二次', ['十二次', 12, '次', 'exact']],
    ['组织学习，5万余国家工作人员参加考试', ['5万余', 50000, '', 'more-than']],
    ['办结依申请公开事项0', ['0', 0, '', 'exact']],
    ['先后两次发文', ['两次', 2, '次', 'exact']],
    ['召开四次全体会议', ['四次', 4, '次', 'exact']],
    ['培训四百余人次', ['四百余人次', 400, '人次', 'more-than']],
    ['受众达万余人', ['万余人', 10000, '人', 'more-than']],
    ['罚款十二万三千五百元', ['十二万三千五百元', 123500, '元', 'exact']],
    ['办结率百分之九十五', ['百分之九十五', 95, '%', 'exact']],
    ['办结率达百分之百', ['百分之百', 100, '%', 'exact']],
    ['办件４，１２７件', ['４，１２７件', 4127, '件', 'exact']],
    ['办件4,127件', ['4,127件', 4127, '件', 'exact']],
    ['办件9 652件', ['9 652件', 9652, '件', 'exact']],
    ['办件2千余件', ['2千余件', 2000, '件', 'more-than']],
    ['办件86.3万件', ['86.3万件', 863000, '件', 'exact']],
    ['受众超10万人次', ['10万人次', 100000, '人次', 'more-than']],
    ['化解率保持在98%以上', ['98%', 98, '%', 'at-least']],
    ['不少于40学时', ['40学时', 40, '学时', 'at-least']],
    ['每人至少开展了3轮研讨', ['3轮', 3, '轮', 'at-least']],
    ['控制在56个工作日内', ['56个工作日', 56, '个工作日', 'at-most']],
    ['不超过10分钟', ['10分钟', 10, '分钟', 'at-most']],
    ['近6000个终端', ['6000个', 6000, '个', 'nearly']],
    ['约78.9万个登记表', ['78.9万个', 789000, '个', 'about']],
    ['平均0.5小时左右', ['0.5小时', 0.5, '小时', 'about']],
    ['压缩至3~5日', ['3~5日', 3, '日', 'range', 5]],
    ['需要3至5个工作日', ['3至5个工作日', 3, '个工作日', 'range', 5]],
    ['处100—200元罚款', ['100—200元', 100, '元', 'range', 200]],
    ['浏览次数达到了822万多，', ['822万多', 8220000, '', 'more-than']],
    ['复议诉讼比值达2.6，', ['2.6', 2.6, '', 'exact']],
    ['新收案件74.96萬件', ['74.96萬件', 749600, '件', 'exact']],
    ['连续四年获得优秀', ['四年', 4, '年', 'exact']],
    ['配备一名执业律师', ['一名', 1, '名', 'exact']],
    ['举办培训班三期', ['三期', 3, '期', 'exact']],
    ['提升8.9个百分点', ['8.9个百分点', 8.9, '个百分点', 'exact']],
    ['节约资金50万元', ['50万元', 500000, '元', 'exact']],
    ['六成案件经调解结案', ['六成', 60, '%', 'exact']],
    ['七成以上群众满意', ['七成', 70, '%', 'at-least']],
    ['近八成企业受益', ['八成', 80, '%', 'nearly']],
    ['占比仅三成左右', ['三成', 30, '%', 'about']],
    ['六至七成的案件', ['六至七成', 60, '%', 'range', 70]],
    ['八成多的企业', ['八成多', 80, '%', 'more-than']],
    ['占全部申请的41.5%多，', ['41.5%多', 41.5, '%', 'more-than']],
    ['窗口设立20余年来', ['20余年', 20, '年', 'more-than']],
    ['制度实行十多年来', ['十多年', 10, '年', 'more-than']],
    ['发放宣传册12种', ['12种', 12, '种', 'exact']],
    ['测评得赞成票38票', ['38票', 38, '票', 'exact']],
    ['细颗粒物浓度为28微克/立方米', ['28微克/立方米', 28, '微克/立方米', 'exact']],
    ['采购执法装备15台(套)', ['15台(套)', 15, '台(套)', 'exact']],
    ['6个不合格项目', ['6个', 6, '个', 'exact']],
    ['联合9省市开展协作', ['9省市', 9, '省市', 'exact']],
    ['指标体系含5个一级指标', ['5个', 5, '个', 'exact']],
    ['平台服务20万用户', ['20万', 200000, '', 'exact']],
    ['连续六年多无事故', ['六年', 6, '年', 'more-than']],
    ['方案明确七项任务', ['七项', 7, '项', 'exact']],
    ['办理行政许可798、行政处罚559件', ['798', 798, '', 'exact'], ['559件', 559, '件', 'exact']],
    ['政府信息公开310，占两成', ['310', 310, '', 'exact'], ['两成', 20, '%', 'exact']],
  ])('%s', (text, ...quantities) => {
    expect(read(text)).toEqual(quantities);
  });

  test.each([
    ['由16个减至14个', ['16个', '14个']],
    ['36个部门4100余个权力事项', ['36个', '4100余个']],
    ['从2020年的21.8%升至41.5%', ['21.8%', '41.5%']],
  ])('%s holds two', (text, printed) => {
    expect(read(text).map(([quantity]) => quantity)).toEqual(printed);
  });

  test.each([
    '2022年12月4日',
    '（梅市府办函〔2020〕43号）',
    '市政府七届71次常务会议',
    '位列全省前10名',
    '第十三届人大三次会议',
    '《民法典》第1165条',
    '12345热线',
    '“3·15”活动',
    '“1+6+N”体系',
    '八五普法',
    '行政执法三项制度',
    '高效办成一件事',
    '双随机、一公开',
    '四个意识、四个自信、两个维护',
    '第二批',
    '完成第二、三批评审',
    '落实十三届三次、四次全会精神',
    '首批',
    '对第3、5、7条作出修改',
    '12345市民热线',
    '一是健全机制',
    '构建“15分钟政务服务圈”',
    '15分钟便民服务圈',
    '一系列措施',
    '一方面',
    '十分重要',
    '五位一体',
    '一次性告知',
    '（2021—2025年）',
    '三重一大',
    '第三方评估',
    '三元区',
    '5G网络',
    '6.0版改革',
    '7×24小时服务',
    '《法治政府建设实施纲要（2021－2025年）》',
    '党的二十大',
    '十九届六中全会',
    '三级联动',
    '三成果、五成员、二成立、四成功',
    '五个专班全部成立',
    '合二成一',
    '一成不变',
    '生产成本',
    '建院70周年',
    '四个不摘',
    '发现一起，整改一起',
    '分四种方式推进',
  ])('%s holds none', (text) => {
    expect(read(text)).toEqual([]);
  });
});

test('thousands separators, width and a multiple change nothing of the value', () => {
  const grouped = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, ',');
  const wide = (s: string) => s.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999 }), (n) => {
      for (const printed of [String(n), grouped(n), wide(String(n)), `${n / 10_000}万`])
        expect(read(`受理${printed}件。`)).toEqual([[`${printed}件`, n, '件', 'exact']]);
    }),
  );
});

test('quantities never overlap, and lie in order, in any text', () => {
  const alphabet = [
    ...'0123456789.,~至一二两十百千万亿余多约近超过以上年月日件次个人%百分之届第号《》“”()，。、为率',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...alphabet), { maxLength: 80 }), (characters) => {
      const text = characters.join('');
      let end = 0;
      for (const quantity of readQuantities(fold(text), rules.units)) {
        expect(quantity.start).toBeGreaterThanOrEqual(end);
        expect(quantity.end).toBeGreaterThan(quantity.start);
        expect(quantity.value).not.toBeNaN();
        end = quantity.end;
      }
    }),
  );
});
