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
    let longest: Hit<T> | undefined;
    this.#walk(text, offset, (hit) => {
      longest = hit;
    });
    return longest;
  }

  /** All words in `text`, also within and across each other, by start and then by end. */
  hits(text: string): Hit<T>[] {
    const hits: Hit<T>[] = [];
    for (let i = 0; i < text.length; i += 1) this.#walk(text, i, (hit) => hits.push(hit));
    return hits;
  }

  #walk(text: string, start: number, found: (hit: Hit<T>) => void): void {
    let node: Node<T> | undefined = this.#root.next.get(text.charCodeAt(start));
    for (let end = start + 1; node; end += 1) {
      if (node.payload !== undefined) found({ start, end, payload: node.payload });
      if (end >= text.length) return;
      node = node.next.get(text.charCodeAt(end));
    }
  }
}
