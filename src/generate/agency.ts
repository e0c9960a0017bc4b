/** Agencies of every kind, drawn from the division table. */
import type { Division } from '../divisions/division.ts';
import type { Gazetteer, Place } from '../divisions/gazetteer.ts';
import type { AgencyType, Level } from '../report/schema.ts';
import type { Random } from './random.ts';

/** The content of phrases/agencies.yaml, which says what each list is. */
export interface AgencyTable {
  departments: readonly { name: string; from: number; same?: boolean; below?: boolean }[];
  zones: readonly string[];
  towns: readonly { name: string; organ: string }[];
  ministries: readonly string[];
}

export interface Agency {
  /** The place's code and the organ: the same however the name is printed. */
  id: string;
  /** As its pages print it: 海东市乐都区人民政府, 乐都区人民政府. */
  name: string;
  type: AgencyType;
  level: Level;
  /** How large it is, a county government being 1. */
  size: number;
  /** First year in which it could report under this name, and the last. */
  from: number;
  to: number;
  /** The place, and which of its names the printed name shows. */
  place?: Place;
  shown: { province?: string; city?: string; county?: string };
  /** What phrases call it: see README.md, Words. */
  words: Readonly<Record<string, string>>;
}

interface Kind {
  weight: number;
  /** Where there are such agencies. */
  levels: readonly Division['level'][];
  draw(random: Random, table: AgencyTable, gazetteer: Gazetteer, near: Division): Agency;
}

const LAST_YEAR = 2025;
/** Places that no such report comes from. */
const NO_GOVERNMENT = /^(?:71|81|82)|群岛|[东西]沙区$/;

const KINDS: readonly Kind[] = [
  { weight: 45, levels: ['province', 'prefecture', 'county'], draw: government },
  { weight: 35, levels: ['province', 'prefecture', 'county'], draw: department },
  { weight: 6, levels: ['prefecture', 'county'], draw: zone },
  { weight: 12, levels: ['county'], draw: town },
  { weight: 30, levels: ['province'], draw: ministry },
];

/** Draws an agency of a place below or beside `near`, so that neighbours stand side by side in the corpus. */
export function drawAgency(random: Random, table: AgencyTable, gazetteer: Gazetteer, near: Division): Agency {
  const kinds = KINDS.filter(({ levels }) => levels.includes(near.level));
  const likely = kinds.flatMap((kind) => Array<Kind>(kind.weight).fill(kind));
  return random.pick(likely).draw(random, table, gazetteer, near);
}

/** The places that a corpus draws from. */
export function inhabited({ divisions }: Gazetteer): Division[] {
  return divisions.filter(
    (d) => !NO_GOVERNMENT.test(`${d.code}${d.name}`) && (d.validTo ?? LAST_YEAR) >= 2016,
  );
}

/** 省, 市, 县, 区, 州, 盟, 旗, 地区: what people say for a place of this name. */
export function kindOf({ name }: Division): string {
  if (name.endsWith('自治区')) return '自治区';
  if (name.endsWith('地区')) return '地区';
  return name.slice(-1);
}

const SIZE: Readonly<Record<Division['level'], number>> = { province: 14, prefecture: 5, county: 1 };

function base(random: Random, gazetteer: Gazetteer, division: Division) {
  const place = gazetteer.place(division.code, division.validTo ?? LAST_YEAR) as Place;
  const chain = [place.province, place.city, place.county].filter((d) => d !== undefined);
  // mostly its own name, often with the place above it, sometimes with all
  const depth = Math.min(chain.length, random.pick([1, 1, 1, 1, 2, 2, 2, 3]));
  const named = chain.slice(chain.length - depth);
  const at = (d: Division | undefined) => (d && named.includes(d) ? d.name : undefined);
  const [province, city, county] = [at(place.province), at(place.city), at(place.county)];
  return {
    place,
    prefix: named.map(({ name }) => name).join(''),
    shown: { ...(province && { province }), ...(city && { city }), ...(county && { county }) },
    level: division.level,
    from: division.validFrom,
    to: division.validTo ?? LAST_YEAR,
  };
}

function placeWords(division: Division) {
  const kind = kindOf(division);
  const short = kind === '自治区' ? '区' : kind;
  const party = kind === '自治区' ? '自治区党委' : kind === '地区' ? '地委' : `${short}委`;
  const gov = kind === '盟' || kind === '地区' ? `${short}行署` : `${kind}政府`;
  return { region: division.name, short: division.shortName, kind: short, party, gov };
}

function government(random: Random, _: AgencyTable, gazetteer: Gazetteer, near: Division): Agency {
  const { prefix, ...common } = base(random, gazetteer, near);
  const { region, short, kind, party, gov } = placeWords(near);
  const organ = kind === '盟' || kind === '地区' ? '行政公署' : '人民政府';
  const committee = `中共${region}${random.pick(['委', '委员会'])}`;
  const joint = random.chance(0.08);
  return {
    ...common,
    id: `${near.code} government`,
    name: joint ? `${committee} ${region}${organ}` : `${prefix}${organ}`,
    shown: joint ? own(near) : common.shown,
    type: 'government',
    size: SIZE[near.level],
    words: {
      region,
      short,
      we: `我${kind}`,
      area: `全${kind}`,
      gov,
      lead: random.pick([
        `${gov}常务会议`,
        `${party}常委会会议、${gov}常务会议`,
        `${party}全面依法治${kind}委员会会议`,
      ]),
      head: random.pick([`${gov}主要负责同志`, `${party}、${gov}主要负责同志`]),
      own: `${kind}本级`,
      defendant: gov,
    },
  };
}

/** The one name that the division itself has. */
function own(division: Division): Agency['shown'] {
  const key = { province: 'province', prefecture: 'city', county: 'county' } as const;
  return { [key[division.level]]: division.name };
}

function department(random: Random, table: AgencyTable, gazetteer: Gazetteer, near: Division): Agency {
  const { prefix, ...common } = base(random, gazetteer, near);
  const { region, short, kind } = placeWords(near);
  const province = near.level === 'province';
  const { name, from, same } = random.pick(table.departments.filter((d) => !(province && d.below)));
  const organ = province && !same ? name.replace(/局$/, '厅') : name;
  const self = organ.endsWith('办公室') ? '办' : organ.endsWith('委员会') ? '委' : organ.slice(-1);
  return {
    ...common,
    id: `${near.code} ${organ}`,
    name: `${prefix}${organ}`,
    type: 'department',
    size: 0.3 * SIZE[near.level],
    from: Math.max(from, common.from),
    words: organWords(region, short, `我${self}`, random.pick(['全系统', `全${kind}`]), self, `${self}党组`),
  };
}

function organWords(region: string, short: string, we: string, area: string, self: string, party: string) {
  return {
    region,
    short,
    we,
    area,
    gov: self,
    lead: `${party}会议`,
    head: `${self}主要负责同志`,
    own: `${self}机关`,
    defendant: we,
  };
}

function zone(random: Random, table: AgencyTable, gazetteer: Gazetteer, near: Division): Agency {
  const { prefix, ...common } = base(random, gazetteer, near);
  const organ = random.pick(table.zones);
  const name = `${prefix}${organ}`;
  return {
    ...common,
    id: `${near.code} ${organ}`,
    name,
    level: 'county',
    type: 'development-zone',
    size: 0.5,
    words: organWords(name.replace('管理委员会', ''), near.shortName, '我区', '全区', '管委会', '党工委'),
  };
}

function town(random: Random, table: AgencyTable, gazetteer: Gazetteer, near: Division): Agency {
  const { prefix, ...common } = base(random, gazetteer, near);
  const { name, organ } = random.pick(table.towns);
  const kind = name.endsWith('街道') ? '街道' : name.slice(-1);
  const party = kind === '街道' ? '党工委' : `${kind}党委`;
  return {
    ...common,
    id: `${near.code} ${name}`,
    name: `${prefix}${name}${organ}`,
    level: 'township',
    type: 'township',
    size: 0.08,
    words: organWords(name, name, `我${kind}`, `全${kind}`, kind, party),
  };
}

function ministry(random: Random, table: AgencyTable): Agency {
  const name = random.pick(table.ministries);
  return {
    id: name,
    name,
    type: 'ministry',
    level: 'national',
    size: 6,
    from: name === '应急管理部' || name === '生态环境部' ? 2018 : 2015,
    to: LAST_YEAR,
    shown: {},
    words: organWords('全国', name, '我部', '全系统', '部', '部党组'),
  };
}
