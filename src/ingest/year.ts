/** The year that a report covers: never the clock on top of the page, never a later plan's. */
import type { PageDocument } from './document.ts';
import type { Evidence } from './evidence.ts';

const YEAR = '(20[0-4]\\d)';
/** Ways a text states its year, the surest first. Each is looked for in the title or in the report's text. */
const STATEMENTS: readonly (readonly [rule: string, pattern: RegExp])[] = [
  [
    'now-report',
    new RegExp(
      `(?:现|特|谨|兹)(?:将|就|对|把)?[^。]{0,40}?${YEAR}年?(?:度|来|以来)?[^。]{0,40}(?:报告|汇报|公开|总结|公布)`,
      'u',
    ),
  ],
  ['work-of-year', new RegExp(`${YEAR}年?度?[^。,]{0,12}法治政府(?:部门)?建设[^。]{0,16}(?:情况|报告)`, 'u')],
  [
    'heading',
    new RegExp(
      `^[一二三四五六七八九十]+、\\s*${YEAR}年?度?(?!.{0,20}(?:计划|打算|安排|展望|思路|目标任务|重点))`,
      'mu',
    ),
  ],
  ['opening', new RegExp(`^${YEAR}年?(?:度|以来|来)?[,,是为在]`, 'mu')],
  ['closing', new RegExp(`^${YEAR}年`, 'mu')],
];

/** 公示《某局关于2024年…的报告》 says in a report of 2025 what was done: its year counts where the text states no other. */
const NAMED_DOCUMENT = /《[^《》\n]{2,80}》/gu;

/** Finds the year in the title, else in the text, with its evidence. */
export function findYear(title: string | undefined, document: PageDocument): Evidence<number> | undefined {
  const inTitle = title?.match(new RegExp(`${YEAR}\\s*年?`, 'u'))?.[1];
  if (title && inTitle) return { value: Number(inTitle), rule: 'title', quote: title };
  const text = document.lines
    .slice(document.bodyStart, document.bodyStart + 60)
    .map((line) => line.folded)
    .join('\n')
    .slice(0, 6000);
  const own = text.replace(NAMED_DOCUMENT, '');
  for (const words of [own, text])
    for (const [rule, pattern] of STATEMENTS) {
      const found = words.match(pattern);
      if (found) return { value: Number(found[1]), rule, quote: found[0].slice(0, 80) };
    }
  return undefined;
}
