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

function pair(first: number, second: number): number {
  return ((first * 31) ^ second) & 0xffff;
}

/**
 * A vocabulary. Time is linear in the text: no walk is longer than the longest word. A walk past the end of the
 * text asks for the unit NaN, which no word has.
 */
export class Vocabulary<T> {
  /** Where the words of each first unit are in `#nodes`; 0 where no word begins, as at most offsets of a text. */
  readonly #first = new Uint16Array(0x10000);
  readonly #nodes: (Node<T> | undefined)[] = [undefined];
  /** 0 for two units, hashed, that no word of so many begins with. */
  readonly #pairs = new Uint8Array(0x10000);

  /** @param entries words and what to hand back for them; of two equal words the later one counts. */
  constructor(entries: Iterable<readonly [word: string, payload: T]>) {
    for (const [word, payload] of entries) {
      if (word === '') continue;
      const unit = word.charCodeAt(0);
      if (this.#first[unit] === 0) this.#first[unit] = this.#nodes.push({ next: new Map() }) - 1;
      let node = this.#startingWith(unit) as Node<T>;
      this.#pairs[pair(unit, word.charCodeAt(1))] = 1;
      for (let i = 1; i < word.length; i += 1) {
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
    let longest: Hit<T> | undefined;
    let node = this.#startingWith(text.charCodeAt(offset));
    for (let end = offset + 1; node; end += 1) {
      if (node.payload !== undefined) longest = { start: offset, end, payload: node.payload };
      node = node.next.get(text.charCodeAt(end));
    }
    return longest;
  }

  /** All words in `text`, also within and across each other, by start; of one start the longest first. */
  hits(text: string): Hit<T>[] {
    const hits: Hit<T>[] = [];
    for (let start = 0; start < text.length; start += 1) {
      const unit = text.charCodeAt(start);
      let node = this.#startingWith(unit);
      if (!node || (node.payload === undefined && !this.#mayGoOn(unit, text.charCodeAt(start + 1)))) continue;
      const before = hits.length;
      for (let end = start + 1; node; end += 1) {
        if (node.payload !== undefined) hits.push({ start, end, payload: node.payload });
        node = node.next.get(text.charCodeAt(end));
      }
      for (let i = before, j = hits.length - 1; i < j; i += 1, j -= 1)
        [hits[i], hits[j]] = [hits[j] as Hit<T>, hits[i] as Hit<T>];
    }
    return hits;
  }

  /** False at most offsets where a word begins with `unit`, without a walk. */
  #mayGoOn(unit: number, next: number): boolean {
    return this.#pairs[pair(unit, next)] !== 0;
  }

  #startingWith(unit: number): Node<T> | undefined {
    return this.#nodes[this.#first[unit] ?? 0];
  }
}
