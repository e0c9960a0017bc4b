/** Who reports: the body's name, place, type and level, from everything on the page that names one. */
import type { Division } from '../divisions/division.ts';
import type { Gazetteer } from '../divisions/gazetteer.ts';
import type { AgencyType, Level } from '../report/schema.ts';
import { ADDRESSEE, type PageDocument } from './document.ts';
import { findMentions, type Mention } from './mentions.ts';
import { fullOrgan, type OrganRules, organType } from './organs.ts';
import { type OwnPlace, ownPlace, type PlaceKind, type PlaceText, settle } from './places.ts';
import { headingDepth } from './structure.ts';
import type { Title } from './title.ts';
import { AROUND_PREFECTURE } from './voice.ts';

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

interface Body extends Mention {
  organ: string;
  type: AgencyType;
  /** Places that the name itself states. */
  divisions: readonly Division[];
  /** The word that stands for the place: 市 in 市政府办公室, 我区. */
  kind?: PlaceKind;
}

const OWN = /^(?:本|我)?(省|自治区|市|州|盟|县|旗|区)(?=.|$)/u;
/** 高新区(新市区)人民政府: a zone that is also a district. */
const ALSO_CALLED = /^[^()]{2,10}\(([^()]{2,8}[市县区旗])\)/u;
const PARTY = /(?:委|委员会|工委|党委|党组)$/u;
/** Between two issuers: a space, 、 or 和, or nothing after the party committee. */
const JOINT =
  /(?<=(?:委|工委|党委|委员会))(?:[、,\s和]|(?=[^、,]{0,20}(?:人民政府|政府|管委会|管理委员会)$))[、,和]?/u;
/** Words that no body's name holds. */
const NOT_A_BODY = /了|全[省市县区镇乡]|各|(?:会议|报告|小组|责任制|制度|系统|部门)$/u;
const ZONE = /^(?:高新|经济|经开|技术|开发|起步|综合保税|保税|示范|新区|工业|产业|旅游|国家级|自贸)/u;

export interface AgencyRules {
  organs: OrganRules;
  gazetteer: Gazetteer;
}

/** Finds the reporting body; undefined where the page shows only 我局 or names none. */
export function findAgency(
  document: PageDocument,
  title: Title | undefined,
  year: number | undefined,
  rules: AgencyRules,
): Agency | undefined {
  const bodies = findMentions(document, title).flatMap((mention) => toBody(mention, year, rules) ?? []);
  const believed = bodies.filter(({ rule }) => rule !== 'source' && rule !== 'site');
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

/** A text that speaks as 我市 or 全市各级 and never as 我局 is its government's. */
function governmentVoice(document: PageDocument): Body | undefined {
  const { lead, text } = placeText(document);
  if (NOT_A_GOVERNMENT.test(lead + text)) return undefined;
  const voice = GOVERNMENT.exec(lead);
  const kind = voice?.[1] as PlaceKind | undefined;
  if (!voice || !kind) return undefined;
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

/** What body a mention names, if any. */
function toBody(
  mention: Mention,
  year: number | undefined,
  { organs, gazetteer }: AgencyRules,
): Body | undefined {
  const parts = mention.name.split(JOINT).filter((part) => part.length > 1);
  // Of joint issuers the government's side has the series; 巴州党委、政府 names their place once.
  const [first = ''] = parts;
  const government = parts.findLast((part) => !PARTY.test(part)) ?? parts.at(-1) ?? '';
  const shared =
    parts.length > 1 && /^(?:人民)?政府$/u.test(government) ? sharedPlace(first, gazetteer, year) : '';
  const name = (shared + government).replace(/^(?:中共|原|我们|全体)/u, '').replace(ALSO_CALLED, '$1');
  if (/\d/u.test(name)) return undefined;
  if (organType(name, organs) === 'ministry')
    return { ...mention, organ: name, type: 'ministry', divisions: [] };
  const scanned = gazetteer.scan(name, year);
  const rest = name.slice(scanned?.length ?? 0);
  const zoneOwnName = scanned && !scanned.full && ZONE.test(rest);
  const divisions = zoneOwnName ? parents(scanned.candidates, gazetteer) : (scanned?.candidates ?? []);
  if (scanned && rest === '') {
    if (!scanned.full && mention.rule !== 'title') return undefined;
    return { ...mention, organ: '人民政府', type: 'government', divisions };
  }
  const kind = scanned ? undefined : (OWN.exec(rest)?.[1] as PlaceKind | undefined);
  const organ = kind
    ? rest.replace(OWN, '')
    : zoneOwnName
      ? name.slice(scanned.length - lastName(scanned.candidates).length)
      : rest;
  if (kind && organ === '' && mention.rule === 'title')
    return { ...mention, organ: '人民政府', type: 'government', divisions, kind };
  if (/^(?:我|本|各|全|该)/u.test(organ) || NOT_A_BODY.test(organ)) return undefined;
  const type = organType(organ, organs);
  if (!type) return undefined;
  return { ...mention, organ: fullOrgan(organ, organs), type, divisions, ...(kind && { kind }) };
}

/** 巴州 of 巴州党委, 区 of 区委. */
function sharedPlace(party: string, gazetteer: Gazetteer, year: number | undefined): string {
  const plain = party.replace(/^中共/u, '');
  return plain.slice(0, gazetteer.scan(plain, year)?.length ?? 0) || (OWN.exec(plain)?.[0] ?? '');
}

function lastName(candidates: readonly Division[]): string {
  return candidates[0]?.shortName ?? '';
}

function parents(divisions: readonly Division[], gazetteer: Gazetteer): Division[] {
  return divisions.flatMap((d) =>
    d.level === 'county' && d.parent ? (gazetteer.byCode(d.parent) ?? []) : d,
  );
}

/** Names of the places that an agency's place lies in; of one that is ambiguous only the name it has. */
export function placeNames(
  { place, candidates }: Pick<Agency, 'place' | 'candidates'>,
  gazetteer: Gazetteer,
  year: number | undefined,
): { province?: string; city?: string; county?: string } {
  const [first] = candidates;
  if (place) {
    const { province, city, county } = gazetteer.place(place.code, year) ?? {};
    return {
      ...(province && { province: province.name }),
      ...(city && { city: city.name }),
      ...(county && { county: county.name }),
    };
  }
  if (!first || candidates.some(({ name, level }) => name !== first.name || level !== first.level)) return {};
  return { [first.level === 'prefecture' ? 'city' : first.level]: first.name };
}

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
  const parts = body.name.split(JOINT).filter((part) => part.length > 1);
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
  if (body.type === 'government' && !/政府|行政公署|行署/u.test(printed)) return `${printed}人民政府`;
  return printed;
}

/** The place of a body: stated in its name, else the one that the page speaks for. */
function placeOf(
  body: Body,
  document: PageDocument,
  year: number | undefined,
  gazetteer: Gazetteer,
): OwnPlace | undefined {
  if (body.type === 'ministry') return undefined;
  const page = placeText(document, body.type);
  if (body.divisions.length > 0) return settle(body.divisions, page, gazetteer, year);
  if (body.kind) return ownPlace(body.kind, page, gazetteer, year);
  if (body.type === 'township') return countyOf(page, gazetteer, year);
  // A zone lies in a prefecture, whose name it seldom repeats.
  return ZONE.test(body.organ) ? ownPlace('市', page, gazetteer, year) : undefined;
}

/** The county that a township belongs to, of the kind that its text speaks of most; else the city. */
function countyOf(page: PlaceText, gazetteer: Gazetteer, year: number | undefined): OwnPlace | undefined {
  const kinds = ['区', '县', '市', '旗'] as const;
  const times = (kind: string) =>
    (page.lead + page.text).split(new RegExp(`${kind}(?:委|政府|司法局|依法治|级)`, 'u')).length;
  return (
    kinds
      .toSorted((a, b) => times(b) - times(a))
      .map((kind) => ownPlace(kind, page, gazetteer, year, isCounty))
      .find((place) => place !== undefined) ?? ownPlace('市', page, gazetteer, year)
  );
}

/** The place that a text without a reporting body speaks for: 我局 below 区委、区政府 of 《荣昌区…》. */
export function findOwnPlace(
  document: PageDocument,
  level: Level | undefined,
  year: number | undefined,
  gazetteer: Gazetteer,
): OwnPlace | undefined {
  const page = placeText(document);
  if (level === 'township' || level === 'county') return countyOf(page, gazetteer, year);
  if (level === 'prefecture') return ownPlace('市', page, gazetteer, year);
  return level === 'province' ? ownPlace('省', page, gazetteer, year) : undefined;
}

function isCounty({ level }: Division): boolean {
  return level === 'county';
}

/** How much of a text is read for its own place: enough to name it often. */
const READ = 8_000;
const LEAD_READ = 600;

/** A government reports to those above it; its bureaus and townships report to it, by name. */
function placeText({ lines, bodyStart, bodyEnd }: PageDocument, type?: AgencyType): PlaceText {
  const join = (some: readonly { folded: string }[]) => some.map(({ folded }) => folded).join('\n');
  const isAddress = ({ folded }: { folded: string }) => ADDRESSEE.test(folded);
  const body = lines.slice(bodyStart, bodyEnd).filter((line) => !isAddress(line));
  const firstHeading = body.findIndex(({ folded }) => headingDepth(folded) > 0);
  const lead = join(body.slice(0, firstHeading < 0 ? 1 : firstHeading)).slice(0, LEAD_READ);
  const text = join(body).slice(lead.length, READ);
  const above =
    type === 'township' || type === 'department'
      ? lines.slice(bodyStart, bodyStart + 3).filter(isAddress)
      : [];
  return { metadata: join([...lines.slice(0, bodyStart), ...above, ...lines.slice(bodyEnd)]), lead, text };
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

function levelOf(body: Body, place: Division | undefined, document: PageDocument): Level | undefined {
  if (body.type === 'ministry') return 'national';
  if (body.type === 'township') return 'township';
  if (
    body.type === 'development-zone' ||
    /^[^省市县]{0,12}(?:开发区|高新区|经开区|起步区|示范区)/u.test(body.organ)
  )
    return 'county';
  if (place) return place.level;
  if (body.kind !== '市') return body.kind === undefined ? undefined : LEVEL_OF_KIND[body.kind];
  // 我市 may be a prefecture or a county: one with counties below it is a prefecture.
  const text = document.lines
    .slice(document.bodyStart, document.bodyStart + 40)
    .map((line) => line.folded)
    .join('');
  return AROUND_PREFECTURE.test(text) ? 'prefecture' : undefined;
}
