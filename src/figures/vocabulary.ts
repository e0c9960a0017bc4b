/** Finds words of a fixed vocabulary in a text: one walk down a trie from each offset. */

interface Node<T> {
  next: Map<number, Node<T>>;
  payload?: T;
}

export interface Hit<T> {
  start: number;
  /** Exclusive. */
  end: number;
  payload: T;
}

/** A vocabulary. Time is linear in the text: no walk is longer than the longest word. */
export class Vocabulary<T> {
  readonly #root: Node<T> = { next: new Map() };

  /** @param entries words and what to hand back for them; of two equal words the later one counts. */
  constructor(entries: Iterable<readonly [word: string, payload: T]>) {
    for (const [word, payload] of entries) {
      let node = this.#root;
      for (let i = 0; i < word.length; i += 1) {
        const unit = word.charCodeAt(i);
        let next = node.next.get(unit);
        if (!next) {
          next = { next: new Map() };
          node.next.set(unit, next);
        }
        node = next;
      }
      node.payload = payload;
    }
  }

  /** The longest word that starts at `offset`. */
  longestAt(text: string, offset: number): Hit<T> | undefined {
    return this.#wordsAt(text, offset).at(-1);
  }

  /** All words in `text`, also within and across each other, by start; of one start the longest first. */
  hits(text: string): Hit<T>[] {
    const hits: Hit<T>[] = [];
    for (let i = 0; i < text.length; i += 1) {
      const words = this.#wordsAt(text, i);
      for (let w = words.length - 1; w >= 0; w -= 1) hits.push(words[w] as Hit<T>);
    }
    return hits;
  }

  /** Words that start at an offset, the shortest first. */
  #wordsAt(text: string, start: number): Hit<T>[] {
    let node = this.#root.next.get(text.charCodeAt(start));
    if (!node) return NONE;
    const words: Hit<T>[] = [];
    for (let end = start + 1; node; end += 1) {
      if (node.payload !== undefined) words.push({ start, end, payload: node.payload });
      if (end >= text.length) break;
      node = node.next.get(text.charCodeAt(end));
    }
    return words;
  }
}

const NONE: never[] = [];
