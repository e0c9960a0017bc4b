/** Whole pages, head to foot, written for these tests: what stays is the report's text, and what goes is recorded. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contentFile, PROJECT_CONTENT } from '../../src/content.ts';
import { clean } from '../../src/ingest/clean.ts';
import { readPage } from '../../src/ingest/page.ts';
import { loadIngestRules } from '../../src/ingest/rules.ts';

const rules = loadIngestRules((name) => readFileSync(contentFile(PROJECT_CONTENT, name), 'utf8'));

const TITLE = '祁门县人民政府2023年度法治政府建设情况报告';
const BODY = [
  '2023年，祁门县坚持以习近平法治思想为指导，扎实推进法治政府建设。现将有关情况报告如下：',
  '一、主要举措和成效',
  '召开县政府常务会议12次。',
  '二、下一步打算',
  '继续抓好落实。',
];

/** Title, published date, and the lines that stay and go. */
function read(lines: readonly string[]) {
  const page = readPage({ text: lines.join('\n'), encoding: 'utf-8', meta: {} }, rules);
  const { title, dates } = page.identity;
  const { lines: kept, removed } = clean(page.document, title);
  return {
    title: title?.text,
    published: dates.published?.value,
    kept: kept.map(({ text }) => text),
    removed: removed.map(({ text }) => text),
  };
}

const HEADS: readonly [name: string, head: readonly string[], published?: string][] = [
  [
    'the title of the window, a menu and a breadcrumb over many lines',
    [
      '祁门县人民政府2023年度法治政府建设情况报告_祁门县人民政府',
      '无障碍',
      '|',
      '走进祁门',
      '您现在所在的位置：',
      '网站首页',
      '>',
      '政务公开',
      '>',
      '正文',
      TITLE,
    ],
  ],
  [
    'labels and values on lines of their own, before and behind the title',
    [
      '索引号：',
      '003247895/202403-00012',
      '有效性：',
      '有效',
      '名称：',
      TITLE,
      TITLE,
      '发布时间',
      '2024-03-12',
      '发布机构',
      '祁门县司法局',
      '浏览次数',
      '46',
      '字体大小',
      '【大】【中】【小】',
    ],
    '2024-03-12',
  ],
  [
    'a table whose rows are printed with pipes',
    [
      '| 索引号 | 15263800/2024-00031 | 组配分类 | 法治政府建设年度报告 |',
      '| --- | --- | --- | --- |',
      '| 发布机构 | 祁门县司法局 | 发文日期 | 2024-03-05 |',
      `| 标题 | ${TITLE} | | |`,
      '| 文号 | 祁政〔2024〕3号 | 发布日期 | 2024-03-12 |',
      TITLE,
    ],
    '2024-03-12',
  ],
  [
    'buttons one a line, a counter and a clock behind the date',
    [TITLE, '发布时间：2024-03-12', '16:20:05', '阅读次数：', '125', 'T', 'T', '+', '-', '分享到：'],
    '2024-03-12',
  ],
  [
    'a bullet before the date and the paper that prints it',
    [TITLE, '黄山日报', '• 2024-03-12 08:40:21'],
    '2024-03-12',
  ],
  [
    'page data that has a comma in its value',
    [
      '公开时限：长期公开 公开范围：面向社会 公开程序：部门编制，经办公室审核后公开',
      '内容概述：祁门县2023年法治政府建设情况。',
      '祁政〔2024〕3号',
      TITLE,
    ],
  ],
  [
    'a title broken inside its last word, below a whole one',
    [TITLE, '祁门县人民政府2023年度法治政府建设', '情况报告'],
  ],
  ['two wordings of the title', [TITLE, '祁门县人民政府关于2023年法治政府建设情况的报告']],
  [
    'names that a template left open',
    ['{{ title }}', TITLE, '{{ errorMessage }}', '全文共计字,预计阅读时间 分钟'],
  ],
];

test.each(HEADS)('above the text: %s', (_, head, published) => {
  const page = read([...head, ...BODY, '祁门县人民政府', '2024年3月1日']);
  expect(page.kept).toEqual([...BODY, '祁门县人民政府', '2024年3月1日']);
  expect(page.published).toBe(published);
  const gone = head.length - page.removed.length;
  // Every line but those of the printing that was taken as the title is in `removed`.
  expect([1, 2]).toContain(gone);
  expect(page.title).toMatch(/^祁门县人民政府(?:关于)?2023年/);
});

const FEET: readonly [name: string, foot: readonly string[]][] = [
  [
    'files, sharing and the site',
    [
      '附件：',
      '1.大事记.docx',
      '扫一扫在手机上浏览本页',
      '分享到：',
      '微信',
      '微博',
      '上一篇：没有了',
      '相关链接',
      '政策解读',
      '主办单位：祁门县人民政府',
      '地址：祁山镇中心北路',
      '皖ICP备05012345号-1',
      '皖公网安备 34102402000012号',
      '网站支持IPv6',
    ],
  ],
  ['who wrote and who checked', ['责任编辑：张某', '审核：李某', '终审：王某', '【纠错】', '【返回顶部】']],
  [
    'other reports of the same body',
    ['相关阅读：', '· 祁门县人民政府2022年度法治政府建设情况报告', '祁门县人民政府门户网站版权所有'],
  ],
  [
    'what a paper prints below',
    [
      '关键词: 法治政府',
      '• 至少输入5个字符',
      '热门资讯',
      '未注明来源的稿件均为本站原创',
      '您是第 1234567 位访客',
      '最佳浏览分辨率1440*900',
    ],
  ],
  ['buttons', ['[ 打印本页 ] [ 关闭窗口 ]']],
];

test.each(FEET)('below the text: %s', (_, foot) => {
  for (const signature of [[], ['祁门县人民政府', '2024年3月1日']]) {
    const page = read([TITLE, ...BODY, ...signature, ...foot]);
    expect(page.kept).toEqual([...BODY, ...signature]);
    expect(page.removed).toEqual(foot);
  }
});

test('the imprint and notes below a signature go; an annex whose text is on the page stays', () => {
  const annex = [
    '附件',
    '2023年度行政执法情况统计表',
    '单位 行政处罚 行政检查',
    '县司法局 12 46',
    '县水利局 8 30',
  ];
  const page = read([
    TITLE,
    ...BODY,
    '祁门县人民政府',
    '2024年3月1日',
    '（此件公开发布）',
    '抄送：市委依法治市办，市司法局，县委办公室，县人大常委会办公室。',
    ...annex,
  ]);
  expect(page.kept).toEqual([...BODY, '祁门县人民政府', '2024年3月1日', ...annex.slice(1)]);
  expect(page.removed).toHaveLength(3);
});

test.each([
  '扫码执法全面推行，群众满意度达98%。',
  '完成规范性文件备案号登记12件。',
  '来源地监管不断加强，全年检查45次。',
  '附件：2023年度重点任务完成情况清单',
  '时间紧、任务重，全县上下一心。',
  '编辑出版普法读物3种。',
  '分享执法经验，开展交流8次。',
  '主办单位负责制全面落实，建立台账12本。',
])('a line of the text stays: %s', (line) => {
  const body = [...BODY.slice(0, 3), line, ...BODY.slice(3)];
  expect(read([TITLE, ...body]).kept).toEqual(body);
});

test('a covering letter, its number, its date and the report that it brings stay in one text', () => {
  const text = [
    '省委、省政府：',
    '根据有关部署要求，现呈送我县2023年度法治政府建设情况报告，请审阅。',
    '祁门县人民政府',
    '2024年3月8日',
    '祁门县人民政府2023年度法治政府建设情况报告',
    ...BODY,
  ];
  const page = read([TITLE, '祁政〔2024〕3号', ...text]);
  expect(page.kept).toEqual(text);
  expect(page.removed).toEqual(['祁政〔2024〕3号']);
});

test('a text that only names itself has that title and keeps its sentence', () => {
  const body = ['根据通知要求，现将《祁门县财政局2023年度法治政府建设情况报告》予以公布。', ...BODY];
  const page = read(body);
  expect(page.title).toBe('祁门县财政局2023年度法治政府建设情况报告');
  expect(page.kept).toEqual(body);
});

test('what a site wrote on the line of the title is recorded', () => {
  const page = read([`${TITLE} 二维码`, ...BODY]);
  expect(page.title).toBe(TITLE);
  expect(page.removed).toEqual([`${TITLE} 二维码`]);
});
