/** Everything that reading a page depends on beside the page: loaded once, handed in. */
import { parseDivisions } from '../divisions/division.ts';
import { createGazetteer, type Gazetteer } from '../divisions/gazetteer.ts';
import { type DateRules, parseDateRules } from './dates.ts';
import { type KindRule, parseKindRules } from './kind.ts';
import { type NoiseRules, parseNoiseRules } from './noise.ts';
import { type OrganRules, parseOrganRules } from './organs.ts';
import { parseThemeRules, type ThemeRules } from './themes.ts';

export interface IngestRules {
  noise: NoiseRules;
  dates: DateRules;
  kinds: KindRule[];
  organs: OrganRules;
  themes: ThemeRules;
  gazetteer: Gazetteer;
}

/** @param read gives the text of a content file by its name. @throws {Error} naming what is wrong in one. */
export function loadIngestRules(read: (name: string) => string): IngestRules {
  return {
    noise: parseNoiseRules(read('noise.yaml')),
    dates: parseDateRules(read('dates.yaml')),
    kinds: parseKindRules(read('kinds.yaml')),
    organs: parseOrganRules(read('organs.yaml')),
    themes: parseThemeRules(read('themes.yaml')),
    gazetteer: createGazetteer(parseDivisions(read('divisions.tsv'))),
  };
}
