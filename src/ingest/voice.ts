/** The level that a text speaks from, where it names no body: 我镇, 我局 below 市委、市政府. */
import type { Level } from '../report/schema.ts';
import type { PageDocument } from './document.ts';

type Voice = readonly [level: Level, pattern: RegExp, least: number];

/** Words that only a body of that level says of itself. */
const OWN_VOICES: readonly Voice[] = [
  ['province', /我厅|厅党组/gu, 2],
  ['township', /[我本](?:镇|乡|街道)|(?:镇|乡)党委|街道党工委|全(?:镇|乡|街道)/gu, 2],
];
/** Words of those around it; the first that match decide. */
const VOICES: readonly Voice[] = [
  ['county', /(?:我|全)(?:区|县|旗)|(?:区|县|旗)(?:委|政府)/gu, 2],
  ['prefecture', /(?:我|全)州|州(?:委|政府)/gu, 2],
  ['province', /(?:我|全)省|(?<!国家、)省(?:委|政府)/gu, 3],
];
const READ = 3000;

/** Words of a city with a province above it and counties below. */
const AROUND_PREFECTURE =
  /省、市|省市|省委、?省政府|全省|省[^,。、]{2,10}厅|县\(市、?区\)|各县区|县区|市县|县\(区\)|区\(市\)/u;
/** 区县 are below prefectures, and below 直辖市, which speak of no 省. */
const DISTRICTS_FIRST = /区县/u;
const DOCUMENT = /《[^》]*》/gu;

/** 我市 is a prefecture where counties, a province or its 厅 stand around it; a county-level city shows none. */
export function isAroundPrefecture(text: string): boolean {
  // 《国务院关于加强市县政府依法行政的决定》 says nothing of the one that carries it out.
  const own = text.replace(DOCUMENT, '');
  return AROUND_PREFECTURE.test(own) || (DISTRICTS_FIRST.test(own) && /省|自治区/u.test(text));
}

/** 我区 of an autonomous region: one that names its 自治区党委, and no committee or government below it. */
export function isAutonomousRegion(text: string): boolean {
  return (
    /自治区(?:党委|人民政府|政府)/u.test(text) && !/[市盟州县旗]委|(?<!自治)区委|[市盟州县旗]政府/u.test(text)
  );
}

const CITY = /我市|全市|市(?:委|政府)/u;

export function findVoice({ lines, bodyStart, bodyEnd }: PageDocument): Level | undefined {
  const text = lines
    .slice(bodyStart, bodyEnd)
    .map(({ folded }) => folded)
    .join('\n')
    .slice(0, READ);
  const hears = ([, pattern, least]: Voice) => (text.match(pattern)?.length ?? 0) >= least;
  const own = OWN_VOICES.find(hears);
  if (own) return own[0];
  if (isAutonomousRegion(text)) return 'province';
  if (!CITY.test(text) || !isAroundPrefecture(text)) return VOICES.find(hears)?.[0];
  // 全县 in a city's text is one of its counties; 我区 in it speaks for a district.
  return /我(?:区|县)|[区县]委、?[区县]政府/u.test(text) ? 'county' : 'prefecture';
}
