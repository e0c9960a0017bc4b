/** Random numbers that a key alone decides: the same on every machine, whatever was drawn before for other keys. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform among `low`…`high`, both included. */
  integer(low: number, high: number): number;
  chance(probability: number): boolean;
  /** @throws {RangeError} for an empty list. */
  pick<T>(list: readonly T[]): T;
  /** Standard normal. */
  normal(): number;
  /** A new list in random order. */
  shuffle<T>(list: readonly T[]): T[];
}

/** The generator sfc32 (Chris Doty-Humphrey, PractRand), seeded by an FNV-1a hash of the key. */
export function createRandom(...key: readonly (string | number)[]): Random {
  const seed = hash(key.join('\u0000'));
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, seed, 1];

  function next(): number {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return (t >>> 0) / 2 ** 32;
  }
  for (let warmUp = 0; warmUp < 12; warmUp += 1) next();

  const integer = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick(list) {
      if (list.length === 0) throw new RangeError('nothing to pick from');
      return list[integer(0, list.length - 1)] as (typeof list)[number];
    },
    // Box and Muller; 1 - u keeps the logarithm finite
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    shuffle(list) {
      const shuffled = [...list];
      for (let last = shuffled.length - 1; last > 0; last -= 1) {
        const other = integer(0, last);
        [shuffled[last], shuffled[other]] = [shuffled[other], shuffled[last]] as [never, never];
      }
      return shuffled;
    },
  };
}

/** FNV-1a, 32 bits, over UTF-16 code units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value | 0;
}
