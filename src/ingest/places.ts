/** Which place a text speaks for, where its agency is only 市政府办公室 or 我局. */
import type { Division } from '../divisions/division.ts';
import type { Gazetteer } from '../divisions/gazetteer.ts';

/** What a place's own word (我市, 区政府) says of its full name. */
const NAME_OF_KIND: Readonly<Record<string, RegExp>> = {
  省: /省$/u,
  自治区: /自治区$/u,
  市: /市$/u,
  州: /州$/u,
  盟: /盟$/u,
  县: /县$/u,
  旗: /旗$/u,
  区: /(?<!自治)区$/u,
};

export type PlaceKind = keyof typeof NAME_OF_KIND;

/** Full names end in one of these; the longest has eleven characters before it. */
const KIND = /[省市县区州盟旗]/gu;
const LONGEST = 12;
/** A page names its own place at least this often, and this many times as often as any other of its kind. */
const LEAST = 2;
const LEAD = 2;

export interface OwnPlace {
  division?: Division;
  /** What it might be, where it cannot be told apart. */
  candidates: Division[];
  quote: string;
}

/**
 * The place of a kind that a text speaks for: the one it names by far the most often, in its metadata (which
 * counts double) or in the names of its own documents. A name that several places have is settled by a place
 * above it that the text names too.
 */
export function ownPlace(
  kind: PlaceKind,
  sources: { metadata: string; text: string },
  gazetteer: Gazetteer,
  year?: number,
): OwnPlace | undefined {
  const counts = new Map<string, number>();
  count(sources.metadata, 2);
  count(sources.text, 1);
  const ranked = [...counts].toSorted(([, a], [, b]) => b - a);
  const [first, second] = ranked;
  if (!first || first[1] < LEAST || (second && first[1] < LEAD * second[1])) return undefined;
  const candidates = gazetteer.find(first[0], undefined, year);
  const above = candidates.filter((d) => namesParent(d));
  const settled = candidates.length === 1 ? candidates[0] : above.length === 1 ? above[0] : undefined;
  return { ...(settled && { division: settled }), candidates, quote: first[0] };

  function count(text: string, weight: number): void {
    for (const name of fullNames(text, gazetteer, NAME_OF_KIND[kind] as RegExp))
      counts.set(name, (counts.get(name) ?? 0) + weight);
  }
  function namesParent(division: Division): boolean {
    const { province, city } = gazetteer.place(division.code, year) ?? {};
    const all = sources.metadata + sources.text;
    return [province, city].some(
      (d) => d !== undefined && d.code !== division.code && all.includes(d.shortName),
    );
  }
}

/** Every full name of a place in `text` that `suffix` fits, once for each time it stands there. */
function fullNames(text: string, gazetteer: Gazetteer, suffix: RegExp): string[] {
  return [...text.matchAll(KIND)].flatMap(({ index }) => {
    for (let length = LONGEST; length >= 3; length -= 1) {
      const name = text.slice(Math.max(0, index + 1 - length), index + 1);
      if (!suffix.test(name)) return [];
      if (gazetteer.find(name).some((d) => d.name === name || d.aliases.includes(name))) return [name];
    }
    return [];
  });
}
