/**
 * Half-width punctuation in Chinese text, set full-width by this table of cases. Nothing else changes: letters,
 * digits, numbers (4,127 or 9:30), document numbers, Latin words, addresses; quotes, dashes and dots as printed.
 */
const HAN = '\\p{Script=Han}〇';
/** What a Chinese sentence holds beside its characters. */
const CHINESE = `[${HAN}，。、；：？！“”‘’（）《》〈〉【】〔〕—…％]`;
const BEFORE = `(?<=[${HAN}，。、；：？！“”‘’（）《》〈〉【】〔〕—…％%"\\d])`;
const AFTER = `(?=${CHINESE}|["\\d]|\\s|$)`;
const ADDRESS = /(?:https?:\/\/|www\.)[\w\-.~:/?#[\]@!$&'()*+,;=%]*[\w/]|[\w.-]+@[\w-]+\.[\w.]+/giu;

/** Each case has an id that shows in `repairs`. A sign changes where Chinese stands before or after it. */
const CASES: readonly (readonly [rule: string, pattern: RegExp, replacement: string])[] = [
  ['comma', new RegExp(`(?<=${CHINESE}|[%"]),${AFTER}|${BEFORE},(?=${CHINESE})`, 'gu'), '，'],
  ['semicolon', new RegExp(`(?<=${CHINESE}|[%"]);${AFTER}|${BEFORE};(?=${CHINESE})`, 'gu'), '；'],
  ['colon', new RegExp(`(?<=${CHINESE}|"):${AFTER}|(?<=[A-Za-z\\d]):(?=${CHINESE})`, 'gu'), '：'],
  // 3. is numbering and 4.8 a number; after a character it ends a sentence.
  ['full-stop', new RegExp(`(?<=[${HAN}”》）])(?<!^[一二三四五六七八九十]+)\\.(?=${CHINESE}|$)`, 'gu'), '。'],
  // ? may be all that is left of a damaged character: only a question ends in one.
  [
    'question-mark',
    new RegExp(`(?<=(?:吗|呢|什么|怎么|如何|为何|谁|是否|哪)[^。？]{0,12})\\?(?=${CHINESE}|$)`, 'gu'),
    '？',
  ],
  ['exclamation-mark', new RegExp(`(?<=[${HAN}”》）])!(?=${CHINESE}|$)`, 'gu'), '！'],
];
const ANY_HAN = new RegExp(`[${HAN}]`, 'u');

/** Sets the punctuation of one line and counts what changed, by rule. Every sign stays one sign. */
export function punctuate(text: string): { text: string; counts: Map<string, number> } {
  const counts = new Map<string, number>();
  const count = (rule: string) => counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const addresses = [...text.matchAll(ADDRESS)].map(
    ({ index, 0: all }) => [index, index + all.length] as const,
  );
  const inAddress = (offset: number) => addresses.some(([from, to]) => offset >= from && offset < to);
  // Brackets first: a sign beside one then stands beside Chinese.
  let set = setBrackets(text, inAddress, () => count('bracket'));
  for (const [rule, pattern, replacement] of CASES) {
    set = set.replace(pattern, (all, offset: number) => {
      if (inAddress(offset)) return all;
      count(rule);
      return replacement;
    });
  }
  return { text: set, counts };
}

/** A pair of brackets is Chinese where it holds a Chinese character or stands behind one. */
function setBrackets(text: string, inAddress: (offset: number) => boolean, counted: () => void): string {
  if (!text.includes('(')) return text;
  const signs = text.split('');
  const open: { at: number; han: boolean }[] = [];
  for (const [at, sign] of signs.entries()) {
    const top = open.at(-1);
    if (sign === '(' && !inAddress(at)) open.push({ at, han: ANY_HAN.test(signs[at - 1] ?? '') });
    else if (sign === ')' && top && !inAddress(at)) {
      open.pop();
      if (!top.han) continue;
      signs[top.at] = '（';
      signs[at] = '）';
      counted();
      const outer = open.at(-1);
      if (outer) outer.han = true;
    } else if (top && !top.han && ANY_HAN.test(sign)) top.han = true;
  }
  return signs.join('');
}
