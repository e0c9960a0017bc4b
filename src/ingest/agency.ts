/** Who reports: the body's name, place, type and level, from everything on the page that names one. */
import type { Division } from '../divisions/division.ts';
import type { Gazetteer } from '../divisions/gazetteer.ts';
import type { AgencyType, Level } from '../report/schema.ts';
import type { PageDocument } from './document.ts';
import { findMentions, type Mention } from './mentions.ts';
import { fullOrgan, type OrganRules, organType } from './organs.ts';
import { type OwnPlace, ownPlace, type PlaceKind } from './places.ts';
import type { Title } from './title.ts';

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
const PARTY = /(?:委|委员会|工委|党委|党组)$/u;
/** Between two issuers: a space, 、 or 和, or nothing after the party committee. */
const JOINT =
  /(?<=(?:委|工委|党委|委员会))(?:[、,\s和]|(?=[^、,]{0,20}(?:人民政府|政府|管委会|管理委员会)$))[、,和]?/u;
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
  const first = believed[0];
  if (!first) return undefined;
  const named =
    first.divisions.length > 0 || first.type === 'ministry'
      ? first
      : own.find((body) => sameBody(body, first, rules));
  return complete(named ?? first, bodies, document, year, rules);
}

/** What body a mention names, if any. */
function toBody(
  mention: Mention,
  year: number | undefined,
  { organs, gazetteer }: AgencyRules,
): Body | undefined {
  const parts = mention.name.split(JOINT).filter((part) => part.length > 1);
  // Of joint issuers the government's side has the series.
  const name = (parts.findLast((part) => !PARTY.test(part)) ?? parts.at(-1) ?? '').replace(
    /^(?:中共|原|我们|全体)/u,
    '',
  );
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
  if (/^(?:我|本|各|全|该)/u.test(organ) || /(?:会议|报告|小组|责任制|制度|系统)$/u.test(organ))
    return undefined;
  const type = organType(organ, organs);
  if (!type) return undefined;
  return { ...mention, organ: fullOrgan(organ, organs), type, divisions, ...(kind && { kind }) };
}

function lastName(candidates: readonly Division[]): string {
  return candidates[0]?.shortName ?? '';
}

function parents(divisions: readonly Division[], gazetteer: Gazetteer): Division[] {
  return divisions.flatMap((d) =>
    d.level === 'county' && d.parent ? (gazetteer.byCode(d.parent) ?? []) : d,
  );
}

/** The same organ, once with and once without its place. */
function sameBody(a: Body, b: Body, { organs }: AgencyRules): boolean {
  return fullOrgan(a.organ, organs) === fullOrgan(b.organ, organs);
}

function complete(
  body: Body,
  bodies: readonly Body[],
  document: PageDocument,
  year: number | undefined,
  { gazetteer }: AgencyRules,
): Agency {
  const parts = body.name.split(JOINT).filter((part) => part.length > 1);
  const own = settle(body, bodies, document, year, gazetteer);
  const place = own?.division;
  const level = levelOf(body, place ?? own?.candidates[0], document);
  const printed = parts.length > 1 ? parts.join('、') : body.name;
  return {
    name: place && body.divisions.length === 0 ? `${place.name}${body.organ}` : withOrgan(printed, body),
    printed: body.name,
    ...(parts.length > 1 && { issuers: parts }),
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
function settle(
  body: Body,
  bodies: readonly Body[],
  document: PageDocument,
  year: number | undefined,
  gazetteer: Gazetteer,
): OwnPlace | undefined {
  if (body.type === 'ministry') return undefined;
  const [only] = body.divisions;
  if (only && body.divisions.length === 1)
    return { division: only, candidates: [...body.divisions], quote: body.name };
  const sources = pageText(document, bodies);
  if (body.divisions.length > 1) {
    const named = body.divisions.filter((d) =>
      namedAbove(d, sources.metadata + sources.text, gazetteer, year),
    );
    return {
      ...(named.length === 1 && named[0] && { division: named[0] }),
      candidates: [...body.divisions],
      quote: body.name,
    };
  }
  if (body.kind) return ownPlace(body.kind, sources, gazetteer, year);
  if (body.type !== 'township') return undefined;
  return ownPlace('区', sources, gazetteer, year) ?? ownPlace('县', sources, gazetteer, year);
}

function namedAbove(
  division: Division,
  text: string,
  gazetteer: Gazetteer,
  year: number | undefined,
): boolean {
  const { province, city } = gazetteer.place(division.code, year) ?? {};
  return [province, city].some(
    (d) => d !== undefined && d.code !== division.code && text.includes(d.shortName),
  );
}

/** How much of a text is read for its own place: enough to name it often. */
const READ = 12_000;

function pageText(document: PageDocument, bodies: readonly Body[]): { metadata: string; text: string } {
  const metadata = [
    ...document.lines.slice(0, document.bodyStart).map((line) => line.folded),
    ...document.lines.slice(document.bodyEnd).map((line) => line.folded),
    ...bodies.filter(({ rule }) => rule === 'site').map(({ quote }) => quote),
  ].join('\n');
  const text = document.lines
    .slice(document.bodyStart, document.bodyEnd)
    .map((line) => line.folded)
    .join('\n')
    .slice(0, READ);
  return { metadata, text };
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
  return /县\(市、?区\)|各县区|区县|县区|市县|县\(区\)|区\(市\)|全省|省、市/u.test(text)
    ? 'prefecture'
    : undefined;
}
