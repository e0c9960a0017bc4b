/** Segmentation by nodejieba with the field's lexicon. The native addon and its dictionaries load on first use. */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

export interface TaggedWord {
  word: string;
  /** Part of speech as jieba tags it (n, v, vn, m, …). */
  tag: string;
}

interface Jieba {
  load(dictionaries: { userDict: string }): void;
  cut(text: string, hmm: boolean): string[];
  tag(text: string): TaggedWord[];
}

/** The lexicon is a dictionary of the tool, the same for every archive: it is not a part of a content folder. */
const LEXICON = fileURLToPath(new URL('../../content/lexicon.txt', import.meta.url));

let loaded: Jieba | undefined;

function jieba(): Jieba {
  if (loaded) return loaded;
  const addon = createRequire(import.meta.url)('nodejieba') as Jieba;
  addon.load({ userDict: LEXICON });
  // load() assigns its local names without declaring them.
  for (const leaked of ['dict', 'hmmDict', 'userDict', 'idfDict', 'stopWordDict'])
    Reflect.deleteProperty(globalThis, leaked);
  loaded = addon;
  return addon;
}

/** Words of a text in order; with the hidden Markov model, which keeps 2021 and unknown names whole. */
export function segment(text: string): string[] {
  return jieba().cut(text, true);
}

/** Words of a text with their parts of speech. */
export function tagWords(text: string): TaggedWord[] {
  return jieba().tag(text);
}
