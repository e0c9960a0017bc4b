/** What body a name stands for: its organ, its type and the places that the name states. */
import type { Division } from '../divisions/division.ts';
import type { Gazetteer, PlaceMatch } from '../divisions/gazetteer.ts';
import type { AgencyType } from '../report/schema.ts';
import type { Mention } from './mentions.ts';
import { fullOrgan, type OrganRules, organType, withoutOtherName } from './organs.ts';
import type { PlaceKind } from './places.ts';

export interface Body extends Mention {
  organ: string;
  type: AgencyType;
  /** Places that the name itself states. */
  divisions: readonly Division[];
  /** The word that stands for the place: 市 in 市政府办公室, 我区. */
  kind?: PlaceKind;
  /** 金山工业园区: a zone's own name may begin with a county's short one. */
  isUnsure?: boolean;
}

export interface AgencyRules {
  organs: OrganRules;
  gazetteer: Gazetteer;
}

/** 国家税务总局武汉市税务局: a body of a place that a national one runs. */
const OF_A_NATIONAL_BODY =
  /^(?:国家(?:税务总局|统计局|能源局|金融监督管理总局|矿山安全监察局|外汇管理局|烟草专卖局)|中国(?:人民银行|银保监会|银行保险监督管理委员会|证监会)|中华人民共和国)(?=.{3})/u;
const OWN = /^(?:本|我)?(省|自治区|市|州|盟|县|旗|区)(?=.|$)/u;
/** 高新区(新市区)人民政府: a zone that is also a district. */
const ALSO_CALLED = /^[^()]{2,10}\(([^()]{2,8}[市县区旗])\)/u;
const PARTY = /(?:委|委员会|工委|党委|党组)$/u;
/** Between two issuers: a space, 、 or 和, or nothing after the party committee. */
const JOINT =
  /(?<=委(?!员会)|委员会)(?:[、,\s和]|(?=[^、,]{0,20}(?:人民政府|政府|管委会|管理委员会)$))[、,和]?/u;
/** Words that no body's name holds, and a party committee alone, which no series is of. */
const NOT_A_BODY =
  /了|全[省市县区镇乡]|各|[我本](?:局|厅|委|办|院|镇|乡|街道|区|县|市)|(?:会议|报告|小组|责任制|制度|系统|部门|部署|社会|大会|干部|全部|内部)$|^(?:委|委员会|党委|党组|纪委|分局|局|厅|部|署|院|中心|支队|大队|[局厅办院部署镇乡街道]{1,2}(?:党委|党组|党工委))$/u;
/** 乡党委、政府: a township's own committee and government, without its name. */
const UNNAMED_TOWNSHIP = /^[我本]?(?:镇|乡|街道)(?:党|委|工委|人民政府|政府|办事处)/u;
/** How the name of a development zone begins, behind its city. */
export const ZONE = /^(?:高新|经济|经开|技术|开发|起步|综合保税|保税|示范|新区|工业|产业|旅游|国家级|自贸)/u;

/** The names of joint issuers, one or more. */
export function issuersOf(name: string): string[] {
  return name.split(JOINT).filter((part) => part.length > 1);
}

/** 河北 is the province, not the district of 天津; 河北区 is not. */
function provinceFirst(match: PlaceMatch | undefined): readonly Division[] {
  const { candidates, full } = match ?? { candidates: [], full: true };
  const province = full ? undefined : candidates.find(({ level }) => level === 'province');
  return province ? [province] : candidates;
}

/** The body that a name stands for, and the places it states; undefined where it names no body. */
export function parseAgency(
  name: string,
  rules: AgencyRules,
): { organ: string; divisions: readonly Division[] } | undefined {
  return toBody(
    { name: name.replace(/\s+(?=[^\s]*政府)/gu, '、').replace(/\s/gu, ''), rule: 'title', quote: name },
    undefined,
    rules,
  );
}

/** What body a mention names, if any. */
export function toBody(
  mention: Mention,
  year: number | undefined,
  { organs, gazetteer }: AgencyRules,
): Body | undefined {
  const parts = issuersOf(mention.name);
  // Of joint issuers the government's side has the series; 巴州党委、政府 names their place once.
  const [first = ''] = parts;
  if (UNNAMED_TOWNSHIP.test(first)) return undefined;
  const government = parts.findLast((part) => !PARTY.test(part)) ?? parts.at(-1) ?? '';
  const shared =
    parts.length > 1 && /^(?:人民)?政府$/u.test(government) ? sharedPlace(first, gazetteer, year) : '';
  const name = (shared + government).replace(/^(?:中共|原|我们|全体)/u, '').replace(ALSO_CALLED, '$1');
  if (/\d/u.test(name)) return undefined;
  const [superior = ''] = OF_A_NATIONAL_BODY.exec(name) ?? [];
  const own = name.slice(superior.length);
  const scanned = gazetteer.scan(own, year);
  if ((!superior || !scanned) && organType(name, organs) === 'ministry')
    return { ...mention, organ: name, type: 'ministry', divisions: [] };
  const rest = own.slice(scanned?.length ?? 0);
  const divisions = provinceFirst(scanned);
  if (scanned && rest === '') {
    if (!scanned.full && mention.rule !== 'title') return undefined;
    return { ...mention, organ: '人民政府', type: 'government', divisions };
  }
  const kind = scanned ? undefined : (OWN.exec(rest)?.[1] as PlaceKind | undefined);
  const organ = kind ? rest.replace(OWN, '') : rest;
  if (kind && organ === '' && mention.rule === 'title')
    return { ...mention, organ: '人民政府', type: 'government', divisions, kind };
  if (/^(?:我|本|各|全|该)/u.test(organ) || NOT_A_BODY.test(organ)) return undefined;
  const type = organType(withoutOtherName(organ), organs);
  if (!type) return undefined;
  const isUnsure = scanned !== undefined && !scanned.full && ZONE.test(rest);
  return {
    ...mention,
    organ: fullOrgan(organ, organs),
    type,
    divisions,
    ...(kind && { kind }),
    ...(isUnsure && { isUnsure }),
  };
}

/** 巴州 of 巴州党委, 区 of 区委. */
function sharedPlace(party: string, gazetteer: Gazetteer, year: number | undefined): string {
  const plain = party.replace(/^中共/u, '');
  return plain.slice(0, gazetteer.scan(plain, year)?.length ?? 0) || (OWN.exec(plain)?.[0] ?? '');
}
