/** One raw source to one report: pure, so that a worker can run it and a cache can keep what it gave. */
import { createHash } from 'node:crypto';
import { type Diagnostic, diagnose } from '../diagnostics.ts';
import { runChecks } from '../figures/checks.ts';
import { readFigures } from '../figures/read.ts';
import type { FigureRules } from '../figures/rules.ts';
import { type Agency, placeNames } from '../ingest/agency.ts';
import type { KnownAgency } from '../ingest/agency-id.ts';
import { clean } from '../ingest/clean.ts';
import type { Identity } from '../ingest/identify.ts';
import { addCounts, toRepairs } from '../ingest/lines.ts';
import { readPage } from '../ingest/page.ts';
import { punctuate } from '../ingest/punctuation.ts';
import type { IngestRules } from '../ingest/rules.ts';
import { structure, type TextBlock } from '../ingest/structure.ts';
import { findSections } from '../ingest/themes.ts';
import { titleIssuer } from '../ingest/title.ts';
import { anchorBlocks } from '../report/anchors.ts';
import type { Block } from '../report/report.ts';
import type { Metadata } from '../report/schema.ts';

/** A raw text as it lies in content/raw. */
export interface RawSource {
  /** Path below content/raw, with forward slashes. */
  file: string;
  bytes: Uint8Array;
}

/** A report that has no agency id yet: ids belong to the whole archive, not to one source. */
export interface Draft {
  metadata: Omit<Metadata, 'agencyId'>;
  blocks: Block[];
  agency: Omit<KnownAgency, 'id'>;
}

export interface Normalised {
  /** Absent where the source is left out; `diagnostics` then says why. */
  draft?: Draft;
  diagnostics: Diagnostic[];
}

export interface NormaliseRules {
  ingest: IngestRules;
  figures: FigureRules;
}

/** Reads one source. Its result depends on nothing but the source and the rules. */
export function normaliseReport({ file, bytes }: RawSource, rules: NormaliseRules): Normalised {
  const page = readPage(bytes, rules.ingest);
  if ('code' in page)
    return { diagnostics: [diagnose(page.code, { file, message: page.message, hint: HINTS[page.code] })] };
  const { document, identity, kind } = page;
  if (kind.value !== 'report') {
    const message = `it reads as ${kind.value}: “${kind.quote}”`;
    return { diagnostics: [diagnose('not-a-report', { file, message, hint: HINTS['not-a-report'] })] };
  }
  const diagnostics: Diagnostic[] = [];
  const { agency, year } = identity;
  if (!agency)
    diagnostics.push(
      diagnose('no-agency', {
        file,
        message: 'neither title, text nor signature names who reports',
        hint: HINTS['no-agency'],
      }),
    );
  if (!year)
    diagnostics.push(
      diagnose('no-year', {
        file,
        message: 'neither title nor text states the year reported on',
        hint: HINTS['no-year'],
      }),
    );
  if (!agency || !year) return { diagnostics };

  const cleaned = clean(document, identity.title, rules.ingest.noise);
  const structured = structure(cleaned.lines);
  const punctuation = structured.blocks.map((block) => ({ depth: block.depth, ...punctuate(block.text) }));
  const blocks = anchorBlocks(punctuation.map(({ depth, text }): TextBlock => ({ depth, text })));
  const sections = findSections(blocks, year.value, rules.ingest.themes);
  const numbers = readFigures(blocks, { year: year.value, sections }, rules.figures);
  const metadata: Draft['metadata'] = {
    ...titles(identity, agency, year.value),
    ...agencyFields(agency, year.value, rules.ingest),
    year: year.value,
    ...(identity.dates.published && { published: identity.dates.published.value }),
    ...(identity.dates.signed && { signed: identity.dates.signed.value }),
    source: {
      file,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      encoding: page.encoding,
      ...(identity.site && { site: identity.site }),
    },
    sections,
    ...numbers,
    checks: runChecks(numbers, blocks, rules.figures.checks),
    removed: cleaned.removed,
    repairs: toRepairs(addCounts(page.counts, structured.counts, ...punctuation.map(({ counts: c }) => c))),
    corrections: [],
  };
  return { draft: { metadata, blocks, agency: proposal(agency) }, diagnostics };
}

const HINTS = {
  'empty-file': 'collect the page again, or delete the file',
  'binary-file': 'save the page as text, HTML, .docx or a PDF with a text layer',
  'undecodable-file': 'save the file as UTF-8',
  'not-a-report':
    'take it out of raw; if it is a report, say so with `report: true` in a .yaml file beside it',
  'no-agency': 'name the agency in a .yaml file beside it',
  'no-year': 'give the year in a .yaml file beside it',
} as const;

/**
 * The title with its place, on one line; as printed beside it where that differs; composed where the page
 * prints none.
 */
function titles({ title }: Identity, agency: Agency, year: number): Pick<Metadata, 'title' | 'printedTitle'> {
  if (!title) return { title: `${agency.name}${year}年法治政府建设年度报告` };
  const issuer = titleIssuer(title.folded);
  const whole = title.text.replace(INNER_SPACE, '');
  const named = agency.name.replaceAll('、', '').includes(issuer);
  const full = issuer === '' ? agency.name + whole : named ? whole : whole.replace(issuer, agency.name);
  return full === title.text ? { title: full } : { title: full, printedTitle: title.text };
}

/** A space inside a title is layout, but for the one between a party committee and its government. */
const INNER_SPACE = /(?<!(?:委|委员会)) | (?=关于|關於)/gu;

function agencyFields(agency: Agency, year: number, { gazetteer }: IngestRules) {
  return {
    agency: agency.name,
    ...(agency.issuers && { issuers: agency.issuers }),
    agencyType: agency.type,
    ...(agency.level && { level: agency.level }),
    ...placeNames(agency, gazetteer, year),
    ...(agency.place && { regionCode: agency.place.code }),
  };
}

function proposal({ name, place, organ, level, type }: Agency): Draft['agency'] {
  return { name, ...(place && { region: place.code }), organ, ...(level && { level }), type };
}
