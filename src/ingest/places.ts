/** Which place a text speaks for, where its agency is only 市政府办公室 or 我局. */
import type { Division } from '../divisions/division.ts';
import type { Gazetteer } from '../divisions/gazetteer.ts';

/** What a place's own word (我市, 区政府) says of its full name. */
const NAME_OF_KIND = {
  省: /省$/u,
  自治区: /自治区$/u,
  市: /市$/u,
  州: /州$/u,
  盟: /盟$/u,
  县: /县$/u,
  旗: /旗$/u,
  区: /(?<!自治)区$/u,
} as const;

export type PlaceKind = keyof typeof NAME_OF_KIND;

/** The parts of a page that name its place, the tellingest first. */
export interface PlaceText {
  /** Page data, signature and title. */
  metadata: string;
  /** The text above its first heading. */
  lead: string;
  text: string;
}

export interface OwnPlace {
  division?: Division;
  /** What it might be, where it cannot be told apart. */
  candidates: Division[];
  quote: string;
}

/** What a mention weighs: in page data or lead, in 《铜梁区…》 or 法治铜梁 or 铜梁区委, or anywhere else. */
const WEIGHT = { telling: 2, plain: 1 };
/** The place needs this much weight, and this many times as much as any other of its kind. */
const LEAST = 2;
const LEAD = 2;
const TELLING_BEFORE = /(?:《(?:中共)?|法治|平安|数字|信用|美丽|幸福|富美|现代化新|地址:)$/u;
const TELLING_AFTER =
  /^(?:政府|人民政府|委|党委|人大|政协|领导|依法治|全面依法治|法治|实施|贯彻|关于|加强|推进|行政|优化|重大)/u;
/** Full names end in one of these; the longest has eleven characters before it. */
const KIND = /[省市县区州盟旗]/gu;
const LONGEST = 12;
/** What stands before a name of two characters: 渠县 in 中共渠县县委, but not 开县 in 召开县委常委会. */
const WORD_BREAK = /(?:^|[^\p{Script=Han}]|中共|[在向对于由省市州])$/u;

/**
 * The place of a kind that a text speaks for: the one that it names by far the most, telling mentions counting
 * double. A name that several places have is settled by a place above it that the text names too.
 */
export function ownPlace(
  kind: PlaceKind,
  page: PlaceText,
  gazetteer: Gazetteer,
  year: number | undefined,
  fits: (division: Division) => boolean = () => true,
): OwnPlace | undefined {
  const isKind = (d: Division) => NAME_OF_KIND[kind].test(d.name) && fits(d);
  const weights = new Map<string, number>();
  const weigh = ({ name, telling }: Mention, least: number) =>
    weights.set(name, (weights.get(name) ?? 0) + Math.max(least, telling ? WEIGHT.telling : WEIGHT.plain));
  // A site names its place in its head, its page data and its foot: once is enough, as it may carry another's page.
  const inMetadata = Map.groupBy(fullNames(page.metadata, gazetteer, isKind), ({ name }) => name);
  for (const [mention] of inMetadata.values()) if (mention) weigh(mention, WEIGHT.telling);
  for (const mention of fullNames(page.lead, gazetteer, isKind)) weigh(mention, WEIGHT.telling);
  for (const mention of fullNames(page.text, gazetteer, isKind)) weigh(mention, WEIGHT.plain);
  for (const mention of tellingShortNames(page.text, gazetteer, isKind)) weigh(mention, WEIGHT.telling);
  if (weights.size === 0)
    for (const mention of shortNames(page.lead, gazetteer, isKind)) weigh(mention, WEIGHT.telling);
  const [first, second] = [...weights].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  if (!first || first[1] < LEAST || (second && first[1] < LEAD * second[1])) return undefined;
  return settle(gazetteer.find(first[0], undefined, year).filter(isKind), page, gazetteer, year);
}

/** The one of several places of a name that stands below a place that the page names; else all, unsettled. */
export function settle(
  candidates: readonly Division[],
  page: PlaceText,
  gazetteer: Gazetteer,
  year: number | undefined,
): OwnPlace {
  const all = page.metadata + page.lead + page.text;
  const below = candidates.filter((division) => {
    const { province, city } = gazetteer.place(division.code, year) ?? {};
    return [province, city].some((d) => d && d.code !== division.code && all.includes(d.shortName));
  });
  const only = candidates.length === 1 ? candidates[0] : below.length === 1 ? below[0] : undefined;
  return { ...(only && { division: only }), candidates: [...candidates], quote: candidates[0]?.name ?? '' };
}

interface Mention {
  /** Full name of the place. */
  name: string;
  telling: boolean;
}

/** Every full name of a place in `text`. */
function fullNames(text: string, gazetteer: Gazetteer, isKind: (d: Division) => boolean): Mention[] {
  return [...text.matchAll(KIND)].flatMap(({ index }) => {
    const end = index + 1;
    for (let length = Math.min(LONGEST, end); length >= 2; length -= 1) {
      const name = text.slice(end - length, end);
      if (length === 2 && !WORD_BREAK.test(text.slice(Math.max(0, end - 6), end - 2))) continue;
      const named = gazetteer.find(name).filter((d) => d.name === name || d.aliases.includes(name));
      if (named.length === 0) continue;
      const place = named.find(isKind);
      if (!place) return [];
      const before = text.slice(Math.max(0, end - length - 8), end - length);
      return [
        {
          name: place.name,
          telling: TELLING_BEFORE.test(before) || TELLING_AFTER.test(text.slice(end, end + 6)),
        },
      ];
    }
    return [];
  });
}

/** Short names in a short text, looked for at every character. */
function shortNames(text: string, gazetteer: Gazetteer, isKind: (d: Division) => boolean): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < text.length; ) {
    const match = gazetteer.scan(text.slice(at, at + LONGEST * 3));
    const place = match && !match.full ? match.candidates.find(isKind) : undefined;
    if (place) mentions.push({ name: place.name, telling: false });
    at += match?.length ?? 1;
  }
  return mentions;
}

/** Short names where the words before them show that they name a place: 法治铜梁, 《珠海经济特区…》. */
function tellingShortNames(text: string, gazetteer: Gazetteer, isKind: (d: Division) => boolean): Mention[] {
  return [...text.matchAll(/(?:法治|平安|数字|信用|美丽|《(?:中共)?)(?=\p{Script=Han}{2})/gu)].flatMap(
    ({ index, 0: before }) => {
      const at = index + before.length;
      const match = gazetteer.scan(text.slice(at, at + LONGEST));
      const place = match && !match.full ? match.candidates.find(isKind) : undefined;
      return place ? [{ name: place.name, telling: true }] : [];
    },
  );
}
