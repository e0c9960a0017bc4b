/**
 * Half-width punctuation in Chinese text, set full-width by this table of cases. Nothing else changes: letters,
 * digits, numbers (4,127 or 9:30), document numbers, Latin words, addresses; quotes, dashes and dots as printed.
 */

/** What stands beside a sign: the nearest character that is no sign itself, '' at either end of the line. */
interface Context {
  before: string;
  after: string;
  text: string;
  at: number;
}

const HAN = /[\p{Script=Han}〇]/u;
/** A Chinese character, or what only stands in Chinese text. */
const CHINESE = /[\p{Script=Han}〇、“”‘’（）《》〈〉【】〔〕—…％]/u;
const OPEN_END = /^$|[\s"\d]/u;

/** Chinese before and nothing Latin behind, or Chinese behind and nothing Latin before. */
const inChinese = ({ before, after }: Context): boolean =>
  ((CHINESE.test(before) || /[%"]/.test(before)) && (CHINESE.test(after) || OPEN_END.test(after))) ||
  (/\d/.test(before) && CHINESE.test(after));
const closesChinese = ({ before, after }: Context): boolean =>
  /[\p{Script=Han}〇”》）]/u.test(before) && (after === '' || CHINESE.test(after));

/** Each case has an id that shows in `repairs`, and says where it holds. */
const CASES: Readonly<Record<string, { rule: string; full: string; holds(context: Context): boolean }>> = {
  ',': { rule: 'comma', full: '，', holds: inChinese },
  ';': { rule: 'semicolon', full: '；', holds: inChinese },
  // 时间:2021 and APP:推动, not 9:30.
  ':': {
    rule: 'colon',
    full: '：',
    holds: (context) =>
      inChinese(context) || (/[A-Za-z]/.test(context.before) && CHINESE.test(context.after)),
  },
  // 3. is numbering, 4.8 a number and ... an ellipsis; behind a character it ends a sentence.
  '.': {
    rule: 'full-stop',
    full: '。',
    holds: (context) =>
      closesChinese(context) &&
      !SIGN.test(context.text[context.at - 1] ?? '') &&
      !SIGN.test(context.text[context.at + 1] ?? '') &&
      !NUMBERING.test(context.text.slice(0, context.at)),
  },
  // ? may be all that is left of a damaged character: only a question ends in one.
  '?': {
    rule: 'question-mark',
    full: '？',
    holds: (context) =>
      closesChinese(context) && ASKS.test(context.text.slice(Math.max(0, context.at - 14), context.at)),
  },
  '!': { rule: 'exclamation-mark', full: '！', holds: closesChinese },
};
const SIGN = /[,;:.?!，；：。？！]/u;
const NUMBERING = /^[一二三四五六七八九十]+$/u;
const ASKS = /(?:吗|呢|什么|怎么|如何|为何|谁|是否|哪)[^。？]{0,12}$/u;
const ADDRESS = /(?:https?:\/\/|www\.)[\w\-.~:/?#[\]@!$&'()*+,;=%]*[\w/]|[\w.-]+@[\w-]+\.[\w.]+/giu;
/** What every address holds; nearly no line has one. */
const MAY_BE_ADDRESS = /:\/\/|www\.|@/i;

/** Sets the punctuation of one line and counts what changed, by rule. Every sign stays one sign. */
export function punctuate(text: string): { text: string; counts: Map<string, number> } {
  const counts = new Map<string, number>();
  if (!/[,;:.?!(]/.test(text)) return { text, counts };
  const count = (rule: string) => counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const found = MAY_BE_ADDRESS.test(text) ? [...text.matchAll(ADDRESS)] : [];
  const addresses = found.map(({ index, 0: all }) => [index, index + all.length] as const);
  const inAddress = (offset: number) => addresses.some(([from, to]) => offset >= from && offset < to);
  // Brackets first: a sign beside one then stands beside Chinese.
  const set = setBrackets(text, inAddress, () => count('bracket'));
  const changed = set.replace(/[,;:.?!]/g, (sign, at: number) => {
    const found = CASES[sign];
    if (
      !found ||
      inAddress(at) ||
      !found.holds({ before: plain(set, at, -1), after: plain(set, at, 1), text: set, at })
    )
      return sign;
    count(found.rule);
    return found.full;
  });
  return { text: changed, counts };
}

/** A run of more signs than this is no punctuation. */
const LONGEST_RUN = 8;

/** The nearest character on one side of `at` that is no sign, '' at the end of the line. */
function plain(text: string, at: number, step: 1 | -1): string {
  for (let i = at + step; Math.abs(i - at) <= LONGEST_RUN; i += step) {
    const sign = text[i] ?? '';
    if (sign === '' || !SIGN.test(sign)) return sign;
  }
  return '.';
}

/** Sets a pair of brackets that is Chinese: if it holds a Chinese character or stands behind one. */
function setBrackets(text: string, inAddress: (offset: number) => boolean, counted: () => void): string {
  if (!text.includes('(')) return text;
  const signs = text.split('');
  const open: { at: number; han: boolean }[] = [];
  for (const [at, sign] of signs.entries()) {
    const top = open.at(-1);
    if (sign === '(' && !inAddress(at)) open.push({ at, han: HAN.test(signs[at - 1] ?? '') });
    else if (sign === ')' && top && !inAddress(at)) {
      open.pop();
      if (!top.han) continue;
      signs[top.at] = '（';
      signs[at] = '）';
      counted();
      const outer = open.at(-1);
      if (outer) outer.han = true;
    } else if (top && !top.han && HAN.test(sign)) top.han = true;
  }
  return signs.join('');
}
