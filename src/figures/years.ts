/** Which time a number speaks of: the report's own year, another year, a plan, a running total. */
import type { Range, Window } from './clauses.ts';
import { hitsIn, lowerBound, type Paragraph } from './paragraph.ts';

export type Time = 'own' | 'other-year' | 'plan' | 'running-total';

const YEAR_AT_START =
  /^[\s“"]*(?<lead>(?:力争|争取|确保|计划|预计|拟)?到|截至|截止|直至|至|自|从|在|于|与|较|同比|对比|比|含|及|其中)?\s*(?<year>20\d\d)(?:[-—~–至](?:20)?\d\d)?(?:年度?|(?=全年|总共|共|累计))(?<after>以来|起|至今|以后)?/;
const SPAN_AT_START = /^[\s“"]*(?:自|从|在)?\s*(?:20\d\d)年?(?:至|到|[-—~–]+)(?:20)?(?<last>\d\d)年/;
/** How far back in its sentence a number's time is looked for. */
const CLAUSES_BACK = 40;
const CHARACTERS_BACK = 400;
const FROM = /(?:由|从)[^由从]{0,7}$/;
const TO =
  /^(?:[^,。;]{0,4})?(?:提升|提高|增长|增加|上升|扩大|拓展|扩展|升|增|下降|降低|减少|压缩|压减|缩短|缩减|精简|核减|减|降|调整|优化|整合|变更|变|合并|归并|扩容|扩充)(?:至|到|为|成)/;
/** 上年处罚160件，今年116件: the report's own year again. */
const OWN_YEAR = ['今年', '本年'];
const COMPARES = /[比较同与由从]$/;
/** 加上上年结转共审结89件: what was carried over is counted with the year's own. */
const CARRIED_OVER = /^度?结转(?:的|案件)*(?:共|合计|和|在内)/;
const LONGEST_CARRIED = 8;

/** @param year the report's own year */
export function timeOf(paragraph: Paragraph, window: Window, year: number | undefined): Time {
  if (isFormer(paragraph, window)) return 'other-year';
  const said = saidTime(paragraph, window);
  if (said) return said;
  if (year === undefined) return 'own';
  const { text, clauses } = paragraph;
  const { clause } = window;
  const own = text.slice(clause.start, clause.end);
  // 2020年至2022年公布…6件 is no figure of one year; the clauses after it speak of the report's year again.
  if (SPAN_AT_START.test(own)) return 'other-year';
  const at = lowerBound(clauses, clause.start, ({ start }) => start);
  for (const earlier of clauses.slice(Math.max(0, at - CLAUSES_BACK), at + 1).reverse()) {
    if (earlier.start < clause.sentence.start) break;
    if (OWN_YEAR.some((word) => text.startsWith(word, earlier.start))) return 'own';
    const start = text.slice(earlier.start, earlier.start + 24);
    if (!start.includes('20')) continue;
    if (SPAN_AT_START.test(start)) break;
    const { year: printed, lead = '', after = '' } = YEAR_AT_START.exec(start)?.groups ?? {};
    if (printed === undefined || (COMPARES.test(lead) && !isSetBeside(lead, text, earlier))) continue;
    // 13件，2021年为38件，败诉率5%: a year inside a sentence says nothing of the clauses behind its own.
    if (earlier !== clause && !/[。!?;\n]/.test(text[earlier.start - 1] ?? '。')) continue;
    const named = Number(printed);
    if (named > year) return /截/.test(lead) ? 'own' : 'plan';
    if (named === year) return 'own';
    return after !== '' || lead === '自' || lead === '从' ? 'running-total' : 'other-year';
  }
  return 'own';
}

const SET_BESIDE = /^[同对]比$/;
const CHANGES = /[增升降减涨]|提高|持平/;

/** 同比2022年检查1270件: what is counted is that of the year, where the clause tells no change against it. */
function isSetBeside(lead: string, text: string, { start, end }: Range): boolean {
  return SET_BESIDE.test(lead) && !CHANGES.test(text.slice(start, end));
}

const PLAN_LEAD =
  /(?<=^|[。\n])[\s“"]*(?:下一步|下一阶段|下一年度?|下年度|下步|今后|明年|来年|(?<year>20\d\d)年[^。]{0,40}?(?:将|要|拟|计划|继续|重点))|(?:下一步|下一阶段|下步)(?:工作(?:打算|安排|计划|思路|举措|重点)|,我)/g;

/** What every such lead holds. */
const MAY_LEAD = /下一|下步|下年|今后|明年|来年|20\d\d年/;

/** Where a paragraph turns to plans (下一步，…; 2023年，我市将…) and goes on with them; its end where it does not. */
export function plansFrom(text: string, year: number | undefined): number {
  if (!MAY_LEAD.test(text)) return text.length;
  for (const { index, groups } of text.matchAll(PLAN_LEAD))
    if (groups?.year === undefined || (year !== undefined && Number(groups.year) > year)) return index;
  return text.length;
}

/** 由62%提升至85%: the first number is what was before. */
export function isFormer({ text }: Paragraph, { left, right }: Window): boolean {
  const before = text.slice(Math.max(left.start, left.end - 8), left.end);
  return FROM.test(before) && TO.test(text.slice(right.start, right.start + 8));
}

/** What a word of the catalogue's lists says: 力争 in the clause, 去年 before the number, 成立以来 in the sentence. */
function saidTime(paragraph: Paragraph, { clause, quantity }: Window): Time | undefined {
  const from = Math.max(clause.sentence.start, clause.start - CHARACTERS_BACK);
  for (const { start, end, payload } of hitsIn(paragraph.times, { start: from, end: clause.end })) {
    const inClause = start >= clause.start;
    if (payload.time === 'plan' && inClause) return 'plan';
    if (payload.time === 'running-total' && start < quantity.start) return 'running-total';
    if (
      payload.time === 'other-year' &&
      inClause &&
      start < quantity.start &&
      !COMPARES.test(paragraph.text[start - 1] ?? '') &&
      !CARRIED_OVER.test(paragraph.text.slice(end, end + LONGEST_CARRIED))
    )
      return 'other-year';
  }
  return undefined;
}
