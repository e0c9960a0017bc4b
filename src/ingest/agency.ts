/** Who reports: the body's name, place, type and level, from everything on the page that names one. */
import type { Division } from '../divisions/division.ts';
import type { AgencyType, Level } from '../report/schema.ts';
import { type AgencyRules, type Body, issuersOf, toBody } from './body.ts';
import type { PageDocument } from './document.ts';
import { findMentions } from './mentions.ts';
import { fullOrgan } from './organs.ts';
import type { PlaceKind } from './places.ts';
import type { Title } from './title.ts';
import { isAroundPrefecture, isAutonomousRegion } from './voice.ts';
import { placeOf, placeText } from './where.ts';

export interface Agency {
  /** The name with its place where one is known: 梅州市人民政府办公室. */
  name: string;
  /** The name as it stands on the page: 市政府办公室. */
  printed: string;
  /** The reporting bodies where there are several, each as printed. */
  issuers?: string[];
  /** The full name of the government side's organ, without its place. */
  organ: string;
  type: AgencyType;
  level?: Level;
  place?: Division;
  /** What the place may be, where the page does not settle it. */
  candidates: Division[];
  rule: string;
  quote: string;
}

/** Finds the reporting body; undefined where the page shows only 我局 or names none. */
export function findAgency(
  document: PageDocument,
  title: Title | undefined,
  year: number | undefined,
  rules: AgencyRules,
): Agency | undefined {
  const believed = findMentions(document, title).flatMap((mention) => toBody(mention, year, rules) ?? []);
  // A body with its place beats one without; among equals the surer rule, which comes first.
  const own = believed.filter((body) => body.divisions.length > 0 || body.type === 'ministry');
  const first = believed[0] ?? governmentVoice(document);
  if (!first) return undefined;
  const known =
    first.divisions.length > 0 || first.type === 'ministry'
      ? first
      : own.find((body) => sameBody(body, first, rules));
  const agency = complete(known ?? first, document, year, rules);
  // 我市 alone says whose government reports only where the page says which city it is.
  return first.rule === 'voice' && !agency.place ? undefined : agency;
}

/** The agency that an editor names; undefined where the name is no body's. */
export function agencyNamed(
  name: string,
  document: PageDocument,
  year: number | undefined,
  rules: AgencyRules,
): Agency | undefined {
  const body = toBody({ name: name.replace(/\s/gu, '、'), rule: 'title', quote: name }, year, rules);
  return body && complete(body, document, year, rules);
}

/** A text that speaks as 我市 or 全市各级 and never as 我局 is its government's. */
function governmentVoice(document: PageDocument): Body | undefined {
  const { lead, text } = placeText(document);
  if (NOT_A_GOVERNMENT.test(lead + text)) return undefined;
  const voice = GOVERNMENT.exec(lead);
  const said = voice?.[1] as PlaceKind | undefined;
  if (!voice || !said) return undefined;
  const kind = said === '区' && isAutonomousRegion(lead + text) ? '自治区' : said;
  const [name] = voice;
  return {
    name,
    rule: 'voice',
    quote: lead.slice(0, 80),
    organ: '人民政府',
    type: 'government',
    divisions: [],
    kind,
  };
}

const NOT_A_GOVERNMENT = /(?:我|本)(?:局|厅|委|办|院|署|所|中心|部门|镇|乡|街道|单位)|[局厅委办]党[组委]/u;
const GOVERNMENT =
  /(?:我|全)(省|市|州|盟|县|旗|区)(?:各级|各地|上下|坚持|深入|认真|政府|全面|紧|始终|法治|以)/u;

/** The same organ, once with and once without its place. */
function sameBody(a: Body, b: Body, { organs }: AgencyRules): boolean {
  return fullOrgan(a.organ, organs) === fullOrgan(b.organ, organs);
}

function complete(
  body: Body,
  document: PageDocument,
  year: number | undefined,
  { gazetteer }: AgencyRules,
): Agency {
  const parts = issuersOf(body.name);
  const own = placeOf(body, document, year, gazetteer);
  const place = own?.division;
  const level = levelOf(body, place ?? own?.candidates[0], document);
  const printed = parts.length > 1 ? parts.join('、') : body.name;
  return {
    name: place && body.divisions.length === 0 ? `${place.name}${body.organ}` : withOrgan(printed, body),
    printed: body.name,
    ...(parts.length > 1 && parts.every((part) => part.length > 4) && { issuers: parts }),
    organ: body.organ,
    type: body.type,
    ...(level && { level }),
    ...(place && { place }),
    candidates: own?.candidates ?? [],
    rule: body.rule,
    quote: body.quote,
  };
}

/** 静海区 reports as 静海区人民政府; a name that has its organ stays as printed. */
function withOrgan(printed: string, body: Body): string {
  if (body.type === 'government' && !/政府|行政公署|行署|兵团/u.test(printed)) return `${printed}人民政府`;
  return printed;
}

const LEVEL_OF_KIND: Readonly<Partial<Record<PlaceKind, Level>>> = {
  省: 'province',
  自治区: 'province',
  州: 'prefecture',
  盟: 'prefecture',
  县: 'county',
  旗: 'county',
  区: 'county',
};

/** 呼中区教育局: of a county or district that no table lists, as one that a forestry bureau runs. */
const OF_A_COUNTY =
  /^\p{Script=Han}{1,6}(?<!自治|[开发园新社景山港库校厂城街片])[县旗区]\p{Script=Han}{2,}$/u;

function levelOf(body: Body, place: Division | undefined, document: PageDocument): Level | undefined {
  if (body.type === 'ministry') return 'national';
  if (body.type === 'township') return 'township';
  if (
    body.type === 'development-zone' ||
    /^[^省市县]{0,12}(?:开发区|高新区|经开区|起步区|示范区)/u.test(body.organ)
  )
    return 'county';
  if (place) return place.level;
  if (body.kind === undefined && OF_A_COUNTY.test(body.organ)) return 'county';
  if (body.kind !== '市') return body.kind === undefined ? undefined : LEVEL_OF_KIND[body.kind];
  // 我市 may be a prefecture or a county: one with counties below it is a prefecture.
  const text = document.lines
    .slice(document.bodyStart, document.bodyStart + 40)
    .map((line) => line.folded)
    .join('');
  return isAroundPrefecture(text) ? 'prefecture' : undefined;
}
