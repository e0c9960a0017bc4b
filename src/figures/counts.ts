/** The words that a number counts, where no metric says it. */
import { type TaggedWord, tagWords } from '../words/segment.ts';
import type { Window } from './clauses.ts';
import type { Paragraph } from './paragraph.ts';

const NOUN = /^(?:n|vn|an|a|b|j|l|i|eng|x|s|f|z)/;
const WORD = /[\p{L}\p{N}]/u;
const LONGEST = 24;
/** 办结率 in 办结率达到: what asks for the number names nothing. */
const ASKS =
  /(?:[达为共有约近超计了]|达到|共有|累计|合计|总计|共计|分别|均|高达|全部|已|实现|保持在?|控制在?|[“”"'「」\s])+$/;

/** The nouns behind the number where it stands before them, else those before it. */
export function countedWords({ text }: Paragraph, original: string, { left, right }: Window): string {
  const behind = original.slice(right.start, Math.min(right.end, right.start + LONGEST));
  const asked = ASKS.exec(text.slice(left.start, left.end));
  const end = asked ? left.start + asked.index : left.end;
  const before = original.slice(Math.max(left.start, end - LONGEST), end);
  return nounsAtStart(behind) || nounsAtEnd(before) || trimmed(behind);
}

function nounsAtStart(words: string): string {
  if (words === '') return '';
  const nouns: string[] = [];
  for (const { word, tag } of tagWords(words)) {
    const inside = nouns.length > 0 && /^[、“”《》]$/.test(word);
    if (!NOUN.test(tag) && !inside) break;
    nouns.push(word);
  }
  return trimmed(nouns.join(''));
}

/** The last nouns and the verb that they end in (意见征集), without a particle and what it follows (压缩|至). */
function nounsAtEnd(words: string): string {
  const tagged = tagWords(words);
  let end = tagged.length;
  if (isParticle(tagged.at(-1))) {
    const noun = tagged.findLastIndex(({ tag }) => NOUN.test(tag));
    if (noun >= 0) end = noun + 1;
  }
  let from = Math.max(end - 1, 0);
  while (from > 0 && NOUN.test((tagged[from - 1] as TaggedWord).tag)) from -= 1;
  return trimmed(
    tagged
      .slice(from, end)
      .map(({ word }) => word)
      .join(''),
  );
}

function isParticle(last: TaggedWord | undefined): boolean {
  return last !== undefined && last.word.length === 1 && !NOUN.test(last.tag);
}

function trimmed(words: string): string {
  const first = words.search(WORD);
  return first < 0
    ? ''
    : words
        .slice(first)
        .replace(/[^\p{L}\p{N}”》）)]+$/u, '')
        .replace(/的$/, '');
}
