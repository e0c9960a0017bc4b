/** Where a page names a body that may be the one that reports: title, signature, opening words, page data. */
import { ADDRESSEE, type PageDocument, SIGNING_DATE } from './document.ts';
import { type Title, titleIssuer } from './title.ts';

export interface Mention {
  /** The body's name without spaces, as the rules read it; several bodies may still be joined in it. */
  name: string;
  /** Which rule found it: title, signature, now-report, opening, named, own-document, publisher. */
  rule: string;
  quote: string;
}

/** Words that begin what a body does: the name ends before the first of them. */
const VERB =
  /始终|坚持|深入|认真|全面|紧紧|紧扣|高度|积极|主动|严格|切实|围绕|扎实|不断|持续|自觉|牢固|牢牢|聚焦|立足|大力|着力|以(?![来内下上外前后及])|按照|根据|贯彻|落实|在|将|把|对|依法|统筹|学习|推进|加强|加快|深学|笃学|践行|各级|法治|进一步|充分|稳步|有序|努力|强化|突出|严守|忠实|履行|注重|锚定|对照|对标|结合|的|系统|完整|准确|关于|各项|一以贯之|旗帜鲜明|着眼|秉持|牢记|奋力|遵循|及时|与时俱进|多措并举|狠抓|抓实|抓好|超前|依托|领导班子|党组|办公会/u;
/** Circumstances before the body: 在…领导下, 2023年以来. */
const CIRCUMSTANCE = /^(?:20\d\d年(?:度|以来|来)?|今年(?:以来)?|一年来|近年来|(?:在|根据|按照|为|经)[^,]*)$/u;

/** 廉江市民政局民政局: an organ that was filled in behind itself. */
const TWICE = /(\p{Script=Han}{2,12}(?:局|厅|委员会|办公室|政府|街道))\1$/u;
/** 现将某局2024年…报告如下. */
const NOW_REPORT =
  /(?:现|特|谨|兹)(?:将|就|对|把)([^,。]{2,30}?)(?=20\d\d年|年度|法治|依法|一年|全年|推进|本年|有关|工作|贯彻)/gu;
/** 现将今年以来…: when, before who. */
const SINCE = /^(?:今年(?:以来)?|一年(?:以)?来|近年来|本年度?|上年度?)/u;

/** A body as the subject of any sentence: 盐城市交通运输局被…表彰. */
const NAMED_BODY =
  /(?<=(?:^|[。;,])(?:20\d\d年,?)?)([\p{Script=Han}]{2,14}?(?:局|厅|委员会|镇|乡|街道|办事处|管委会|人民政府|政府))(?=被|获|荣获|先后|连续|作为|共|成功|入选|印发|制定|出台|组织|召开|成立)/gu;

/**
 * The body that issued a document of its own: 印发《邻水县林业局2024年度学法方案》. What 省厅印发《…》 names was not
 * issued by the one who writes.
 */
const OWN_DOCUMENT =
  /(?=[制出印下编公发修拟])(?<![厅部府院署]|(?<![我本县区])局|(?<![我本])委)(?:制定|出台|印发|下发|编制|编撰|公示|公布|发布|修订|拟定)(?:了|并|出台|下发|印发|公示|公开|实施|完善)*《([^《》]{2,20}?(?:局|委员会|委|镇|乡|街道|办事处|管委会|办公室))(?:关于)?(?:20\d\d年|党组|法治|普法|依法行政|重大)/gu;

const PUBLISHER =
  /(?:发布机构|发布单位|发布部门|发文机关|发文单位|发文机构|责任部门|公开责任部门)\s*[\]】]?\s*[::]?\s*([^\s[【|:]{3,30})/gu;

/** All mentions, the surest first. */
export function findMentions(document: PageDocument, title: Title | undefined): Mention[] {
  const mentions: Mention[] = [];
  const add = (rule: string, name: string | undefined, quote: string) => {
    const plain = name?.replace(/[\s"“”《》]|\((?:以下)?(?:简|统)称[^)]*\)/gu, '').replace(TWICE, '$1');
    if (plain && plain.length >= 2 && plain.length <= 50)
      mentions.push({ name: plain, rule, quote: quote.slice(0, 80) });
  };
  if (title) add('title', titleIssuer(title.folded), title.folded);
  for (const line of document.lines.slice(document.bodyEnd))
    if (!line.noise && line.folded.length <= 60 && !/[:。]/u.test(line.folded))
      add('signature', line.folded.replace(/\(?(?:公章|盖章|印章)\)?|20\d\d年.*$/gu, ''), line.folded);
  // A signature with its date may stand below the title.
  const belowTitle = document.lines
    .slice((title?.start ?? document.bodyStart) + 1, document.bodyStart)
    .flatMap(({ folded }) => folded || []);
  for (const [i, line] of belowTitle.entries())
    if (SIGNING_DATE.test(belowTitle[i + 1] ?? '')) add('signature', line, line);
  const body = document.lines
    .slice(document.bodyStart, document.bodyStart + 25)
    .map((line) => line.folded)
    .filter((line) => !ADDRESSEE.test(line));
  for (const line of body) {
    for (const found of line.matchAll(NOW_REPORT)) add('now-report', found[1]?.replace(SINCE, ''), found[0]);
  }
  for (const line of body.slice(0, 12)) for (const name of subjects(line)) add('opening', name, line);
  const text = body.join('\n').slice(0, READ);
  const saysWe = weOf(text);
  for (const line of body.slice(0, 12))
    for (const [, name = ''] of line.matchAll(NAMED_BODY))
      if (saysWe(name) && !/[省市县区]委|领导|指导/u.test(name)) add('named', name, line);
  for (const line of body)
    for (const [, name = ''] of line.matchAll(OWN_DOCUMENT))
      if (saysWe(name)) add('own-document', name, line);
  add('named', ownTownship(text), '');
  // Only provinces have a 厅: one that a text of 我厅 names in its own documents is the one that writes.
  if (body.slice(0, 12).some((line) => /我厅|厅党组/u.test(line)))
    for (const line of body)
      for (const [, name] of line.matchAll(/《([^《》]{2,6}[省区市][^《》]{2,14}厅)关于/gu))
        add('named', name, line);
  const head = document.lines.slice(0, document.bodyStart).map((line) => line.folded);
  for (const line of head) {
    for (const found of line.matchAll(PUBLISHER)) add('publisher', found[1], line);
  }
  return mentions;
}

/** How much of a text is read for the word that it has for its writer, and for its township's name. */
const READ = 8000;
const WE = /[我本](局|厅|委|镇|乡|街道)/gu;

/** Whether a body may be the one that writes: 我局 is no 厅. */
function weOf(text: string): (name: string) => boolean {
  const kinds = new Set([...text.matchAll(WE)].map(([, kind = '']) => kind));
  return (name) => kinds.size === 0 || [...kinds].some((kind) => name.includes(kind));
}

/** What 镇, 乡 and 街道 are without a name: 全镇, 乡镇, 依法治镇, 特色小镇. */
const NO_NAME = /(?:我|本|全|各|该|乡|城|村|集|治|特|强|名|小|个|辖|街)(?:镇|乡|街道)$/u;

/** The township that a text of 我镇 names twice or more without saying that it writes: 在下太镇…, 下太镇委…. */
function ownTownship(text: string): string | undefined {
  if (!/我[镇乡]|我街道/u.test(text)) return undefined;
  const times = new Map<string, number>();
  for (const { index, 0: kind } of text.matchAll(/镇|乡(?!镇|村)|街道/gu))
    for (const length of [1, 2, 3]) {
      const name = text.slice(Math.max(0, index - length), index + kind.length);
      if (/^\p{Script=Han}+$/u.test(name) && !NO_NAME.test(name)) times.set(name, (times.get(name) ?? 0) + 1);
    }
  const [first] = [...times]
    .filter(([, count]) => count >= 2)
    .toSorted(([a, x], [b, y]) => b.length - a.length || y - x || (a < b ? -1 : 1));
  return first?.[0];
}

/** The bodies that begin the first clauses of a paragraph. */
function subjects(line: string): string[] {
  const [sentence = ''] = line.split('。');
  const clauses = sentence
    .split(',')
    .slice(0, 8)
    .map((clause) =>
      clause
        .replace(/^(?:[一二三四五六七八九十]+[、是]|\(.{1,3}\))\s*/u, '')
        .replace(/^20\d\d年(?:度|以来|来)?|^(?:今年以来|一年来)/u, ''),
    );
  return clauses.flatMap((clause) => {
    if (CIRCUMSTANCE.test(clause)) return [];
    const end = clause.search(VERB);
    const name = clause.slice(0, end);
    // 公示《某局关于…》: the name is in what the sentence is about.
    return end >= 2 && end <= 30 && !/《[^》]*$/u.test(name) ? [name] : [];
  });
}
