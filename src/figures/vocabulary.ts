/** Finds words of a fixed vocabulary in a text: one walk down a trie from each offset. */

export interface Hit<T> {
  start: number;
  /** Exclusive. */
  end: number;
  payload: T;
}

/** The trie's root, to which no edge leads; so it also says that there is no edge. */
const ROOT = 0;

/** Where an edge, or two units, stand in a table; of 16 bits at least. */
function place(first: number, second: number): number {
  return Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 31);
}

/**
 * A vocabulary. Time is linear in the text: no walk is longer than the longest word. A walk past the end of the
 * text asks for the unit NaN, which no word has.
 */
export class Vocabulary<T> {
  /** The trie's edges in one open-addressed table: an edge leads from a node by a unit to a node. */
  readonly #from: Int32Array;
  readonly #unit: Uint16Array;
  readonly #to: Int32Array;
  readonly #mask: number;
  /** By node. */
  readonly #payloads: (T | undefined)[] = [undefined];
  /** 0 for a unit that is no word, and for two units, hashed, that no longer word begins with. */
  readonly #alone = new Uint8Array(0x10000);
  readonly #pairs = new Uint8Array(0x10000);

  /** @param entries words and what to hand back for them; of two equal words the later one counts. */
  constructor(entries: Iterable<readonly [word: string, payload: T]>) {
    const words = [...entries].filter(([word]) => word !== '');
    // At most as many edges as units, and three places for each.
    let size = 16;
    while (size < 3 * words.reduce((sum, [word]) => sum + word.length, 0)) size *= 2;
    this.#from = new Int32Array(size).fill(-1);
    this.#unit = new Uint16Array(size);
    this.#to = new Int32Array(size);
    this.#mask = size - 1;
    for (const [word, payload] of words) {
      if (word.length === 1) this.#alone[word.charCodeAt(0)] = 1;
      else this.#pairs[place(word.charCodeAt(0), word.charCodeAt(1)) & 0xffff] = 1;
      let node = ROOT;
      for (let i = 0; i < word.length; i += 1)
        node = this.#next(node, word.charCodeAt(i)) || this.#grow(node, word.charCodeAt(i));
      this.#payloads[node] = payload;
    }
  }

  /** The longest word that starts at `offset`. */
  longestAt(text: string, offset: number): Hit<T> | undefined {
    let longest: Hit<T> | undefined;
    let node = this.#next(ROOT, text.charCodeAt(offset));
    for (let end = offset + 1; node !== ROOT; end += 1) {
      const payload = this.#payloads[node];
      if (payload !== undefined) longest = { start: offset, end, payload };
      node = this.#next(node, text.charCodeAt(end));
    }
    return longest;
  }

  /** All words that start in a range of `text`, also within each other, by start; of one start the longest first. */
  hits(text: string, from = 0, to = text.length): Hit<T>[] {
    const hits: Hit<T>[] = [];
    let following = text.charCodeAt(from);
    for (let start = from; start < to; start += 1) {
      const unit = following;
      following = text.charCodeAt(start + 1);
      // At most offsets no word begins.
      if (this.#pairs[place(unit, following) & 0xffff] === 0 && this.#alone[unit] === 0) continue;
      const before = hits.length;
      let node = this.#next(ROOT, unit);
      for (let end = start + 1; node !== ROOT; end += 1) {
        const payload = this.#payloads[node];
        if (payload !== undefined) hits.push({ start, end, payload });
        node = this.#next(node, text.charCodeAt(end));
      }
      for (let i = before, j = hits.length - 1; i < j; i += 1, j -= 1)
        [hits[i], hits[j]] = [hits[j] as Hit<T>, hits[i] as Hit<T>];
    }
    return hits;
  }

  /** The node that follows a node on a unit; `ROOT` where none does. */
  #next(node: number, unit: number): number {
    for (let at = place(node, unit) & this.#mask; this.#from[at] !== -1; at = (at + 1) & this.#mask)
      if (this.#from[at] === node && this.#unit[at] === unit) return this.#to[at] as number;
    return ROOT;
  }

  #grow(node: number, unit: number): number {
    let at = place(node, unit) & this.#mask;
    while (this.#from[at] !== -1) at = (at + 1) & this.#mask;
    this.#from[at] = node;
    this.#unit[at] = unit;
    this.#to[at] = this.#payloads.push(undefined) - 1;
    return this.#to[at] as number;
  }
}
