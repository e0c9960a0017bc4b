/** A text as evaluation reads it: every text, also one that the archive would leave out. */
import type { FigureContext } from '../figures/find.ts';
import { type ReadFigures, readFigures } from '../figures/read.ts';
import type { FigureRules } from '../figures/rules.ts';
import { clean } from '../ingest/clean.ts';
import { extract } from '../ingest/extract.ts';
import { type Page, readPage } from '../ingest/page.ts';
import { punctuate } from '../ingest/punctuation.ts';
import type { IngestRules } from '../ingest/rules.ts';
import { structure } from '../ingest/structure.ts';
import { findSections } from '../ingest/themes.ts';
import { placeNames } from '../ingest/where.ts';
import { anchorBlocks } from '../report/anchors.ts';
import type { Block } from '../report/report.ts';
import type { Claim } from './labels.ts';

export interface EvaluationRules {
  ingest: IngestRules;
  figures: FigureRules;
}

/** A file of a folder of texts. */
export interface TextFile {
  /** Its name, whose ending may tell its format. */
  file: string;
  bytes: Uint8Array;
}

/** A text with the numbers that were read in it. */
export interface ReadText {
  blocks: Block[];
  numbers: ReadFigures;
  claim: Claim;
}

/** What is read from a file, whatever its format; undefined where it holds no text. */
export async function readText(
  { file, bytes }: TextFile,
  rules: EvaluationRules,
): Promise<ReadText | undefined> {
  const extracted = await extract(file, bytes);
  if ('code' in extracted) return undefined;
  const page = readPage(extracted, rules.ingest);
  const { lines } = clean(page.document, page.identity.title);
  const blocks = anchorBlocks(
    structure(lines).blocks.map(({ depth, text }) => ({ depth, text: punctuate(text).text })),
  );
  const { year, agency } = page.identity;
  const context: FigureContext = {
    ...(year && { year: year.value }),
    sections: year ? findSections(blocks, year.value, rules.ingest.themes) : [],
    ...(agency && { agencyType: agency.type }),
    ...(agency?.level && { level: agency.level }),
  };
  return { blocks, numbers: readFigures(blocks, context, rules.figures), claim: claimOf(page, rules.ingest) };
}

function claimOf({ identity, kind }: Page, { gazetteer }: IngestRules): Claim {
  const { title, agency, year, dates, level, where } = identity;
  return {
    isReport: kind.value === 'report',
    evidence: kind.quote,
    ...(title && { title: title.text }),
    ...(agency && { agency: agency.name }),
    ...(where && { place: placeNames(where, gazetteer, year?.value) }),
    ...(year && { year: year.value }),
    ...(level && { level }),
    ...(dates.published && { published: dates.published.value }),
  };
}
