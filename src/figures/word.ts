/** All that the catalogue says of one word. */
import type { Pattern } from './rules.ts';

export interface Word {
  text: string;
  heads: Pattern[];
  topics: string[];
  /** Names a thing that takes the number beside it for itself (部门, 措施), and in which units it may. */
  thing: Thing | undefined;
  /** Hides the words inside it (不予受理 hides 受理). */
  hides: boolean;
  /** Some pattern asks whether it stands in a clause or sentence (`beside`, `and`, `also`, `behind`, `within`, `unless`). */
  condition: boolean;
  /** Some pattern does not fit beside it (`without`). */
  excludes: boolean;
  /** A number behind it is no reading: 减少, 每村. */
  aside: boolean;
  /** Begins a list of what something is about, and is no subject of what follows: 案件类型, 优化营商环境. */
  listing: boolean;
  scope: 'area' | 'own' | undefined;
  time: 'plan' | 'other-year' | 'running-total' | undefined;
}

/** Units that count a thing: those of `units`, else all but those of `except`. */
export interface Thing {
  units: ReadonlySet<string> | undefined;
  except: ReadonlySet<string>;
}

/** A word that no list names yet. It has every key: objects of many shapes would be slow to read. */
export function unsaid(text: string): Word {
  return {
    text,
    heads: [],
    topics: [],
    thing: undefined,
    hides: false,
    condition: false,
    excludes: false,
    aside: false,
    listing: false,
    scope: undefined,
    time: undefined,
  };
}

/** Whether a word names a thing that a number with this unit may count. */
export function takes({ thing }: Word, unit: string): boolean {
  return thing !== undefined && (thing.units ? thing.units.has(unit) : !thing.except.has(unit));
}
