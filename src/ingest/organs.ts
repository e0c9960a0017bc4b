/** What kind of body a name is, and its one full name: rules are data (content/organs.yaml). */
import { parse } from 'yaml';
import { z } from 'zod';
import { AGENCY_TYPES, type AgencyType } from '../report/schema.ts';

const organsSchema = z.strictObject({
  types: z.array(z.strictObject({ type: z.enum(AGENCY_TYPES), pattern: z.string() })),
  national: z.string(),
  short: z.record(z.string(), z.string()),
});

export interface OrganRules {
  types: { type: AgencyType; pattern: RegExp }[];
  /** Matches the whole name of a national body. */
  national: RegExp;
  /** Short names, the longest first. */
  short: [short: string, full: string][];
}

/** @throws {Error} where organs.yaml is not of its form. */
export function parseOrganRules(yaml: string): OrganRules {
  const { types, national, short } = organsSchema.parse(parse(yaml));
  return {
    types: types.map(({ type, pattern }) => ({ type, pattern: new RegExp(pattern, 'u') })),
    national: new RegExp(`^原?(?:${national.replace(/\s/gu, '')})$`, 'u'),
    short: Object.entries(short).toSorted(([a], [b]) => b.length - a.length),
  };
}

/** 火炬高新区(中山港街道) without its other name. */
export function withoutOtherName(organ: string): string {
  return organ.replace(/\([^)]*\)$/u, '');
}

/** The type of the body that `organ`, a name without its place, stands for; undefined where it is none. */
export function organType(organ: string, { types, national }: OrganRules): AgencyType | undefined {
  return national.test(organ) ? 'ministry' : types.find(({ pattern }) => pattern.test(organ))?.type;
}

/** 市政府国资委 is 市国资委, 人民政府法制办公室 is 法制办公室; 政府办公室 and 政府采购中心 are names of their own. */
const OF_ITS_GOVERNMENT = /^(?:人民)?政府(?!办|采购|投资|服务|网|信息|数据)(?=.{3,})/u;

/**
 * The full name of an organ: 人社局 is 人力资源和社会保障局, 政府 is 人民政府, 四季青街道 its 办事处, 高新区 the 管委会 of the
 * 高新技术产业开发区.
 */
export function fullOrgan(organ: string, rules: OrganRules): string {
  const { short } = rules;
  const named = withoutOtherName(organ);
  const plain =
    organType(named, rules) === 'development-zone'
      ? `${named.replace(/(?:管理委员会|管委会|党工委)$/u, '')}管委会`
      : named.replace(OF_ITS_GOVERNMENT, '');
  if (/^(?:政府|党委、?(?:人民)?政府)?$/u.test(plain)) return '人民政府';
  const township = plain.match(/^(.+?(?:镇|乡|苏木))(?:(?:人民)?政府|党委、?政府)?$/u)?.[1];
  if (township) return `${township}人民政府`;
  const street = plain.match(/^(.+?街)道?(?:办事处|党工委.*)?$/u)?.[1];
  if (street) return `${street}道办事处`;
  const known = short.find(
    ([name]) => plain.endsWith(name) && !/(?:人民|管理|开发区)$/u.test(plain.slice(0, -name.length)),
  );
  return known ? plain.slice(0, -known[0].length) + known[1] : plain;
}
