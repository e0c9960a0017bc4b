/** content/units.yaml: which words are units, bounds and names, compiled for the scanner. */
import { z } from 'zod';
import { BOUNDS, type Bound } from '../report/schema.ts';
import { fold } from './fold.ts';
import { Vocabulary } from './vocabulary.ts';
import { readYaml, wordList } from './yaml.ts';

/** `tenths` are rates that are printed in tenths: 六成 is 60 %. */
export const UNIT_KINDS = [
  'count',
  'rate',
  'tenths',
  'points',
  'times',
  'money',
  'measure',
  'duration',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

const boundWords = z.partialRecord(z.enum(BOUNDS), wordList);
const unitsSchema = z.strictObject({
  units: z.array(
    z.strictObject({
      kind: z.enum(UNIT_KINDS),
      chinese: z.enum(['count', 'in-count', 'never']),
      units: wordList,
    }),
  ),
  notUnits: wordList,
  names: wordList,
  boundsBefore: boundWords,
  boundsAfter: boundWords,
  notBounds: wordList,
  counting: wordList,
  bareAfter: wordList,
  durationAfter: wordList,
});

export interface Unit {
  /** `none` for what makes a number no figure (号, 月, 届). */
  kind: UnitKind | 'none';
  /** What a Chinese numeral before it is; see units.yaml. */
  chinese: 'count' | 'in-count' | 'never';
}

export interface UnitRules {
  units: Vocabulary<Unit>;
  names: Vocabulary<true>;
  boundsBefore: Endings<Bound | 'none'>;
  boundsAfter: Vocabulary<Bound>;
  counting: Vocabulary<true>;
  bareAfter: Endings<true>;
  durationAfter: Endings<true>;
}

/** Words that a text before an offset may end with. */
export class Endings<T> {
  readonly #words: Map<string, T>;
  readonly #longest: number;
  /** What some word ends with; before most numbers stands nothing of it. */
  readonly #last: ReadonlySet<string | undefined>;

  constructor(entries: Iterable<readonly [string, T]>) {
    this.#words = new Map(entries);
    this.#last = new Set([...this.#words.keys()].map((word) => word.at(-1)));
    this.#longest = Math.max(0, ...[...this.#words.keys()].map((word) => word.length));
  }

  /** The payload and the start of the longest word that ends at `end`. */
  before(text: string, end: number): { payload: T; start: number } | undefined {
    if (!this.#last.has(text[end - 1])) return undefined;
    for (let start = Math.max(0, end - this.#longest); start < end; start += 1) {
      const payload = this.#words.get(text.slice(start, end));
      if (payload !== undefined) return { payload, start };
    }
    return undefined;
  }
}

const folded = (words: readonly string[]) => words.map(fold);
const all = <T>(words: readonly string[], payload: T) =>
  folded(words).map((word) => [word, payload] as const);
const bounds = (table: Partial<Record<Bound, string[]>>) =>
  Object.entries(table).flatMap(([bound, words]) => all(words, bound as Bound));

/** @throws {ContentError} naming the line of units.yaml that does not fit. */
export function compileUnits(file: string, text: string): UnitRules {
  const { data } = readYaml(file, text, unitsSchema);
  return {
    units: new Vocabulary<Unit>([
      ...data.units.flatMap(({ kind, chinese, units }) => all(units, { kind, chinese })),
      ...all(data.notUnits, { kind: 'none' as const, chinese: 'never' as const }),
    ]),
    names: new Vocabulary(all(data.names, true)),
    boundsBefore: new Endings<Bound | 'none'>([
      ...bounds(data.boundsBefore),
      ...all(data.notBounds, 'none' as const),
    ]),
    boundsAfter: new Vocabulary(bounds(data.boundsAfter)),
    counting: new Vocabulary(all(data.counting, true)),
    bareAfter: new Endings(all(data.bareAfter, true)),
    durationAfter: new Endings(all(data.durationAfter, true)),
  };
}
