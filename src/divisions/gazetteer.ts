import type { Division } from './division.ts';

/** A place found at the beginning of a text, with what stands before it: 海东市乐都区 is 630202. */
export interface PlaceMatch {
  /** The places that the words can mean, by level and code; more than one where they are ambiguous. */
  candidates: readonly Division[];
  /** How many UTF-16 code units of the text name it. */
  length: number;
  /** Whether its last name is a full name or an alias (临沂市, 恩施州), not a short one (临沂). */
  full: boolean;
}

export interface Place {
  province: Division;
  city?: Division;
  county?: Division;
}

/** Finds places by code, by name and in a text. */
export interface Gazetteer {
  divisions: readonly Division[];
  /** The place with a code: in `year` where it stood then under some name, else under its newest name. */
  byCode(code: string, year?: number): Division | undefined;
  /**
   * Every place with a full name, an alias or a short name, by level and code. `within` keeps those below that
   * code; `year` keeps those that stood at the end of that year, unless none did.
   */
  find(name: string, within?: string, year?: number): Division[];
  /** The longest chain of place names at the beginning of `text`, each below the one before it. */
  scan(text: string, year?: number): PlaceMatch | undefined;
  /** The province, prefecture and county of a code. A place without a prefecture has none here either. */
  place(code: string, year?: number): Place | undefined;
}

interface Name {
  division: Division;
  full: boolean;
}

const RANK = { province: 0, prefecture: 1, county: 2 } as const;
/** 和平镇 and 城关街道 are not 和平区 and 城关区; nor is 南昌县 the city 南昌. */
const NOT_A_SHORT_NAME = /^(?:[省市县区州盟旗镇乡村街路局厅]|地区|分局|自治|社区|苏木|办事处)/;

/** Builds the indexes once; every lookup is a few Map accesses. */
export function createGazetteer(divisions: readonly Division[]): Gazetteer {
  const byCode = Map.groupBy(divisions, ({ code }) => code);
  const byName = Map.groupBy(
    divisions.flatMap((division) => namesOf(division)),
    ({ name }) => name,
  );
  const longest = Math.max(0, ...[...byName.keys()].map((name) => name.length));

  function atCode(code: string, year?: number): Division | undefined {
    const named = byCode.get(code);
    return named?.findLast((d) => year !== undefined && stood(d, year)) ?? named?.at(-1);
  }

  /** Whether `division` is the place `above` or lies below it. */
  function isWithin(division: Division, above: string): boolean {
    for (let code: string | undefined = division.code; code; code = parentCode(code, division))
      if (code === above) return true;
    return false;
  }

  function parentCode(code: string, of: Division): string | undefined {
    return code === of.code ? of.parent : atCode(code, of.validTo)?.parent;
  }

  function named(name: string, above: readonly Division[] | undefined, year?: number): Name[] {
    const all = byName.get(name) ?? [];
    const below = above
      ? all.filter(({ division: d }) => above.some((a) => a !== d && isWithin(d, a.code)))
      : all;
    const standing = year === undefined ? [] : below.filter(({ division }) => stood(division, year));
    return standing.length > 0 ? standing : below;
  }

  function longestName(text: string, above: readonly Division[] | undefined, year?: number) {
    for (let length = Math.min(longest, text.length); length > 1; length -= 1) {
      const names = named(text.slice(0, length), above, year);
      const full = names.filter((name) => name.full);
      if (full.length > 0) return { divisions: distinct(full), length, full: true };
      if (names.length > 0 && !NOT_A_SHORT_NAME.test(text.slice(length)))
        return { divisions: distinct(names), length, full: false };
    }
    return undefined;
  }

  return {
    divisions,
    byCode: atCode,
    find(name, within, year) {
      const above = within === undefined ? undefined : (byCode.get(within) ?? []);
      return distinct(named(name, above, year));
    },
    scan(text, year) {
      let match: PlaceMatch | undefined;
      for (;;) {
        const rest = text.slice(match?.length ?? 0);
        const next = longestName(rest, match?.candidates, year);
        if (!next) return match;
        match = { candidates: next.divisions, length: (match?.length ?? 0) + next.length, full: next.full };
      }
    },
    place(code, year) {
      const division = atCode(code, year);
      if (!division) return undefined;
      const chain = [division];
      for (let parent = division.parent; parent; parent = chain.at(-1)?.parent)
        chain.push(atCode(parent, year ?? division.validTo) as Division);
      const at = (level: Division['level']) => chain.find((d) => d.level === level);
      const [city, county] = [at('prefecture'), at('county')];
      return { province: at('province') as Division, ...(city && { city }), ...(county && { county }) };
    },
  };
}

function namesOf(division: Division): (Name & { name: string })[] {
  return [
    ...[division.name, ...division.aliases].map((name) => ({ name, division, full: true })),
    ...(division.shortName === division.name ? [] : [{ name: division.shortName, division, full: false }]),
  ];
}

function stood({ validFrom, validTo }: Division, year: number): boolean {
  return validFrom <= year && (validTo === undefined || year <= validTo);
}

/** One division a code, the newest; by level and code. */
function distinct(names: readonly Name[]): Division[] {
  return [...new Map(names.map(({ division }) => [division.code, division])).values()].sort(
    (a, b) => RANK[a.level] - RANK[b.level] || Number(a.code) - Number(b.code),
  );
}
