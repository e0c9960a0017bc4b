/** What a page says of its report: title, year, agency, dates, each with its evidence. */

import type { Level } from '../report/schema.ts';
import { type Agency, findAgency } from './agency.ts';
import { type Dates, findDates } from './dates.ts';
import type { PageDocument } from './document.ts';
import type { Evidence } from './evidence.ts';
import type { PageMeta } from './meta.ts';
import type { IngestRules } from './rules.ts';
import { findTitle, type Title, titleOf } from './title.ts';
import { findVoice } from './voice.ts';
import { findOwnPlace } from './where.ts';
import { findYear } from './year.ts';

export interface Identity {
  title?: Title;
  year?: Evidence<number>;
  agency?: Agency;
  /** The agency's place, or the one that the text speaks for where it names no agency. */
  where?: Pick<Agency, 'place' | 'candidates'>;
  /** The agency's level, or the one that the text speaks from where it names no agency. */
  level?: Level;
  dates: Dates;
  /** The site that carried the page, where the page names it. */
  site?: string;
}

/** @param meta what a saved page's meta tags say: evidence where its text says nothing */
export function identify(document: PageDocument, rules: IngestRules, meta: PageMeta = {}): Identity {
  const title = findTitle(document, titleOf(meta.title));
  const year = findYear(title?.folded, document);
  const agency = findAgency(document, title, year?.value, rules);
  const level = agency ? agency.level : findVoice(document);
  const own = agency ? undefined : findOwnPlace(document, level, year?.value, rules.gazetteer);
  const where =
    agency ?? (own && { ...(own.division && { place: own.division }), candidates: own.candidates });
  const site = meta.site ?? findSite(document);
  return {
    ...(title && { title }),
    ...(year && { year }),
    ...(agency && { agency }),
    ...(level && { level }),
    ...(where && { where }),
    dates: findDates(document, year?.value, rules.dates, meta.published),
    ...(site && { site }),
  };
}

/** 青岛政务网, 湖南省政府门户网站: named in the page's head. */
function findSite(document: PageDocument): string | undefined {
  for (const { folded } of document.lines.slice(0, document.bodyStart)) {
    const site =
      /(?:^|[\s:])([\p{Script=Han}]{2,20}(?:政务网|政府网|门户网站|政府网站|人大网|信息网))(?:$|\s)/u.exec(
        folded,
      )?.[1];
    if (site) return site;
  }
  return undefined;
}
