/** The words that a number counts, where no metric says it. */
import { tagWords } from '../words/segment.ts';
import type { Window } from './clauses.ts';
import type { Paragraph } from './paragraph.ts';

const NOUN = /^(?:n|vn|an|a|b|j|l|i|eng|x|s|f|z)/;
const WORD = /[\p{L}\p{N}]/u;
const LONGEST = 24;
/** 办结率 in 办结率达到: what asks for the number names nothing. */
const ASKS =
  /(?:[达为共有约近超计]|达到|共有|累计|合计|总计|共计|分别|均|高达|全部|已|实现|保持在?|控制在?|[“”"'「」\s])+$/;

/** The nouns behind the number where it stands before them, else those before it. */
export function countedWords({ text }: Paragraph, original: string, { left, right, shared }: Window): string {
  const behind = shared
    ? ''
    : nounsAtStart(original.slice(right.start, Math.min(right.end, right.start + LONGEST)));
  if (behind) return behind;
  const asked = ASKS.exec(text.slice(left.start, left.end));
  const end = asked ? left.start + asked.index : left.end;
  return (
    nounsAtEnd(original.slice(Math.max(left.start, end - LONGEST), end)) ||
    nounsAtStart(original.slice(right.start, right.end))
  );
}

function nounsAtStart(words: string): string {
  const nouns: string[] = [];
  for (const { word, tag } of tagWords(words)) {
    const inside = nouns.length > 0 && /^(?:、|“|”|的)$/.test(word);
    if (!NOUN.test(tag) && !inside) break;
    nouns.push(word);
  }
  return trimmed(nouns.join(''));
}

function nounsAtEnd(words: string): string {
  const tagged = tagWords(words);
  let from = tagged.length;
  while (from > 0 && NOUN.test((tagged[from - 1] as { tag: string }).tag)) from -= 1;
  if (from === tagged.length && from > 0) from -= 1;
  return trimmed(
    tagged
      .slice(from)
      .map(({ word }) => word)
      .join(''),
  );
}

function trimmed(words: string): string {
  const first = words.search(WORD);
  return first < 0
    ? ''
    : words
        .slice(first)
        .replace(/[^\p{L}\p{N}”）)]+$/u, '')
        .replace(/的$/, '');
}
