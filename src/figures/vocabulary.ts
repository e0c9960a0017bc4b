/** Finds words of a fixed vocabulary in a text: one walk down a trie from each offset. */

export interface Hit<T> {
  start: number;
  /** Exclusive. */
  end: number;
  payload: T;
}

/** The trie's root, to which no edge leads; so it also says that there is no edge. */
const ROOT = 0;
/** How many bits say how words begin; as few as leave most of them unset, since memory is what a walk waits for. */
const BEGINNINGS = 0x8000;

function hash(first: number, second: number): number {
  return Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b) >>> 12;
}

/**
 * A vocabulary. Time is linear in the text: no walk is longer than the longest word. A walk past the end of the
 * text asks for the unit NaN, which no word has.
 */
export class Vocabulary<T> {
  /** The trie's edges in an open-addressed table: from a node (high half) by a unit (low half), to a node. */
  readonly #edges: Uint32Array;
  readonly #to: Uint16Array;
  readonly #mask: number;
  /** By node. */
  readonly #payloads: (T | undefined)[] = [undefined];
  /** Words of one unit, of which there are few. */
  readonly #single = new Set<number>();
  /** A bit for each two units that a longer word begins with, hashed. */
  readonly #beginnings = new Uint32Array(BEGINNINGS / 32);

  /**
   * @param entries words and what to hand back for them; of two equal words the later one counts
   * @throws {RangeError} where they have more different beginnings than a node has numbers
   */
  constructor(entries: Iterable<readonly [word: string, payload: T]>) {
    const words = [...entries].filter(([word]) => word !== '');
    const nodes = new Set(
      words.flatMap(([word]) => Array.from({ length: word.length }, (_, i) => word.slice(0, i + 1))),
    );
    if (nodes.size > 0xffff) throw new RangeError(`a vocabulary of ${nodes.size} beginnings`);
    const size = 2 ** Math.ceil(Math.log2(2 * nodes.size + 1));
    this.#edges = new Uint32Array(size);
    this.#to = new Uint16Array(size);
    this.#mask = size - 1;
    for (const [word, payload] of words) {
      if (word.length === 1) this.#single.add(word.charCodeAt(0));
      const bit = hash(word.charCodeAt(0), word.charCodeAt(1)) % BEGINNINGS;
      this.#beginnings[bit >> 5] = (this.#beginnings[bit >> 5] as number) | (1 << (bit & 31));
      let node = ROOT;
      for (let i = 0; i < word.length; i += 1) node = this.#grow(node, word.charCodeAt(i));
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
      if (!this.#mayBegin(unit, following) && !this.#single.has(unit)) continue;
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

  /** False at most offsets, without a walk. */
  #mayBegin(unit: number, following: number): boolean {
    const bit = hash(unit, following) % BEGINNINGS;
    return (((this.#beginnings[bit >> 5] as number) >>> (bit & 31)) & 1) === 1;
  }

  /** The node that follows a node on a unit; `ROOT` where none does. */
  #next(node: number, unit: number): number {
    const at = this.#place(node, unit);
    return this.#to[at] as number;
  }

  #grow(node: number, unit: number): number {
    const at = this.#place(node, unit);
    if (this.#to[at] === ROOT) {
      this.#edges[at] = node * 0x10000 + unit;
      this.#to[at] = this.#payloads.push(undefined) - 1;
    }
    return this.#to[at] as number;
  }

  /** Where an edge stands in the table, or the free place where it would. */
  #place(node: number, unit: number): number {
    const edge = node * 0x10000 + unit;
    let at = hash(node, unit) & this.#mask;
    while (this.#to[at] !== ROOT && this.#edges[at] !== edge) at = (at + 1) & this.#mask;
    return at;
  }
}
