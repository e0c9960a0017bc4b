import { expect, test } from 'vitest';
import { docx, pdf } from '../ingest/documents.ts';
import { codes, normalised, page } from './folder.ts';

const TITLE = '桃源县人民政府关于2022年度法治政府建设情况的报告';

test('a saved page gives its main text, and its meta tags are evidence', async () => {
  const paragraphs = page({ agency: '市人民政府' })
    .split('\n')
    .slice(2)
    .filter((line) => line !== '');
  const { reports, diagnostics } = await normalised({
    'a.html': `<!doctype html><html><head><meta charset="utf-8">
<meta name="SiteName" content="桃源县人民政府"><meta name="ArticleTitle" content="${TITLE}">
<meta name="PubDate" content="2023-03-15 09:20"><meta name="ContentSource" content="桃源县司法局">
<meta name="Url" content="https://www.taoyuan.gov.cn/a.html"></head>
<body><nav><a href="/">首页</a><a href="/zwgk">政务公开</a></nav><script>alert(document.cookie)</script>
<div class="article">${paragraphs.map((p) => `<p>${p.repeat(p.length > 30 ? 3 : 1)}</p>`).join('')}</div>
<footer>主办单位：桃源县人民政府 湘ICP备12345678号</footer></body></html>`,
  });
  expect(diagnostics).toEqual([]);
  const { metadata, blocks } = reports[0] as (typeof reports)[0];
  expect(metadata).toMatchObject({
    title: TITLE,
    agency: '桃源县人民政府',
    year: 2022,
    published: '2023-03-15',
    source: { site: '桃源县人民政府', url: 'https://www.taoyuan.gov.cn/a.html' },
  });
  const text = blocks.map((block) => block.text).join('\n');
  expect(text).toContain('行政复议申请12件');
  expect(text).not.toMatch(/alert|首页|ICP/);
});

test('what stands around the main text of a saved page is evidence, and each line of it is in removed', async () => {
  const paragraphs = page()
    .split('\n')
    .slice(1)
    .filter((line) => line !== '');
  const menu = [2020, 2021].map((year) => `<li>桃源县人民政府${year}年度法治政府建设情况报告</li>`).join('');
  const { reports } = await normalised({
    'a.html': `<html><head><meta charset="utf-8"><title>${TITLE}_桃源县人民政府</title></head><body>
<div class="menu"><ul><li>首页</li>${menu}</ul></div>
<div class="detail"><h1>${TITLE}</h1><div class="info"><span>发布时间：2023-03-15</span><span>来源：县司法局</span></div>
<div style="display: none">看不见的文字</div>
<div class="article">${paragraphs.map((p) => `<p>${p.repeat(p.length > 30 ? 3 : 1)}</p>`).join('')}</div></div>
<div class="side"><h3>热门信息</h3><ul><li>关于召开会议的公告</li></ul></div>
<footer>主办单位：桃源县人民政府</footer></body></html>`,
  });
  const { metadata, blocks } = reports[0] as (typeof reports)[0];
  expect(metadata).toMatchObject({ title: TITLE, year: 2022, published: '2023-03-15' });
  expect(metadata.removed.map(({ text }) => text)).toEqual([
    '首页',
    '桃源县人民政府2020年度法治政府建设情况报告',
    '桃源县人民政府2021年度法治政府建设情况报告',
    '发布时间：2023-03-15来源：县司法局',
    '热门信息',
    '关于召开会议的公告',
    '主办单位：桃源县人民政府',
  ]);
  expect(blocks[0]?.text).toMatch(/^2022年/);
  expect(blocks.at(-1)?.text).toContain('继续推进法治政府建设');
});

test('a Word document is read', async () => {
  const { reports } = await normalised({
    'a.docx': await docx(
      page()
        .split('\n')
        .filter((line) => line !== ''),
    ),
  });
  expect(reports[0]?.metadata).toMatchObject({ title: TITLE, year: 2022, source: { encoding: 'docx' } });
});

test('a PDF with a text layer is read, one without is named as scanned', async () => {
  const { reports, diagnostics } = await normalised({
    'a.pdf': pdf(
      page()
        .split('\n')
        .filter((line) => line !== ''),
    ),
    'b.pdf': pdf(['1']),
  });
  expect(reports[0]?.metadata).toMatchObject({ title: TITLE, year: 2022, source: { encoding: 'pdf' } });
  expect(codes(diagnostics)).toEqual({ 'b.pdf': 'scanned-pdf' });
});

test('a document that only has the name of one is named', async () => {
  const { diagnostics } = await normalised({
    'a.docx': new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]),
    'b.pdf': '%PDF-1.7 nothing',
    'c.zip': new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]),
  });
  expect(codes(diagnostics)).toEqual({
    'a.docx': 'binary-file',
    'b.pdf': 'binary-file',
    'c.zip': 'binary-file',
  });
});
