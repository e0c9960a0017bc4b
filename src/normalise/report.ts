/** One raw source to one report: pure, so that a worker can run it and a cache can keep what it gave. */
import { createHash } from 'node:crypto';
import { type Code, type Diagnostic, diagnose } from '../diagnostics.ts';
import type { CheckRule } from '../figures/check-rules.ts';
import { runChecks } from '../figures/checks.ts';
import { readFigures } from '../figures/read.ts';
import type { FigureRules } from '../figures/rules.ts';
import { type Agency, agencyNamed } from '../ingest/agency.ts';
import type { KnownAgency } from '../ingest/agency-id.ts';
import { clean } from '../ingest/clean.ts';
import { type Extracted, extract } from '../ingest/extract.ts';
import type { Identity } from '../ingest/identify.ts';
import { addCounts, toRepairs } from '../ingest/lines.ts';
import { type Page, readPage } from '../ingest/page.ts';
import { hide } from '../ingest/privacy.ts';
import { punctuate } from '../ingest/punctuation.ts';
import type { IngestRules } from '../ingest/rules.ts';
import { parseSidecar, type Sidecar } from '../ingest/sidecar.ts';
import { structure } from '../ingest/structure.ts';
import { findSections } from '../ingest/themes.ts';
import { placeNames } from '../ingest/where.ts';
import { anchorBlocks } from '../report/anchors.ts';
import type { Block } from '../report/report.ts';
import { FIRST_YEAR, LAST_YEAR, type Metadata, type Source } from '../report/schema.ts';
import { correct, correctReadings } from './corrections.ts';
import { HINTS } from './hints.ts';
import { titlesOf } from './titles.ts';

/** A raw text as it lies in content/raw. */
export interface RawSource {
  /** Path below content/raw, with forward slashes. */
  file: string;
  bytes: Uint8Array;
  /** The text of `<file>.yaml`, where there is one. */
  sidecar?: string;
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
  checks: CheckRule[];
}

/** Reads one source. Its result depends on nothing but the source and the rules. */
export async function normaliseReport(source: RawSource, rules: NormaliseRules): Promise<Normalised> {
  const { file, bytes } = source;
  const diagnostics: Diagnostic[] = [];
  const say = (code: Code, message: string, line?: number) => {
    diagnostics.push(
      diagnose(code, { file, ...(line !== undefined && { line }), message, hint: HINTS[code] ?? '' }),
    );
    return { diagnostics };
  };

  let sidecar: Sidecar;
  try {
    sidecar = source.sidecar === undefined ? {} : parseSidecar(source.sidecar);
  } catch (error) {
    return say('bad-sidecar', `${file}.yaml: ${firstLine(error)}`);
  }
  const extracted = await extract(file, bytes);
  if ('code' in extracted) return say(extracted.code, extracted.message);
  const hidden = hide(extracted.text, sidecar);
  const page = readPage(withText(extracted, hidden.text), rules.ingest);
  const { document, kind } = page;
  if (kind.value !== 'report' && !sidecar.report)
    return say('not-a-report', `it reads as ${kind.value}: “${kind.quote}”`);

  const { identity, corrections } = correct(page, sidecar, rules.ingest);
  const { agency, year } = identity;
  if (sidecar.agency && !agencyNamed(sidecar.agency, document, year?.value, rules.ingest))
    return say('bad-sidecar', `${file}.yaml: agency: “${sidecar.agency}” is the name of no body`);
  if (!agency) return say('no-agency', 'neither title, text nor signature names who reports');
  if (!isPlaced(agency)) return say('no-agency', unplaced(agency));
  if (!year) return say('no-year', 'neither title nor text states the year reported on');
  if (year.value < FIRST_YEAR || year.value > LAST_YEAR)
    return say('no-year', `it reads as of ${year.value}, when there were no such reports: “${year.quote}”`);

  const cleaned = clean(document, identity.title);
  const structured = structure(cleaned.lines);
  const punctuated = structured.blocks.map(({ depth, text }) => ({ depth, ...punctuate(text) }));
  const blocks = anchorBlocks(punctuated.map(({ depth, text }) => ({ depth, text })));
  const sections = findSections(blocks, year.value, rules.ingest.themes);
  const context = {
    year: year.value,
    sections,
    agencyType: agency.type,
    ...(agency.level && { level: agency.level }),
  };
  const numbers = correctReadings(readFigures(blocks, context, rules.figures), sidecar, corrections);
  for (const anchor of numbers.stale) say('stale-correction', `${file}.yaml: no reading stands at ${anchor}`);
  sayDoubts(page, identity, hidden.counts, say);

  const { published, signed } = identity.dates;
  const counts = [page.counts, structured.counts, ...punctuated.map((p) => p.counts), hidden.counts];
  const metadata: Draft['metadata'] = {
    ...titlesOf(identity.title, agency, year.value),
    ...agencyFields(agency, year.value, rules.ingest),
    year: year.value,
    ...(published && { published: published.value }),
    ...(signed && { signed: signed.value }),
    ...(sidecar.collected && { collected: sidecar.collected }),
    ...(sidecar.withdrawn && { withdrawn: sidecar.withdrawn }),
    source: sourceOf(source, page, identity, sidecar, hidden.counts.size > 0),
    sections,
    ...numbers.read,
    checks: runChecks(numbers.read, blocks, rules.checks),
    removed: cleaned.removed,
    repairs: toRepairs(addCounts(...counts)),
    corrections,
  };
  const draft = { metadata, blocks, agency: proposal(agency) };
  return { draft: sidecar.withdrawn ? withdrawn(draft) : draft, diagnostics };
}

/** A parser's message goes on with the lines it is about. */
function firstLine(error: unknown): string {
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return first;
}

/** What was extracted, with words taken out; lines that are no longer the same have no known place in the page. */
function withText(extracted: Extracted, text: string): Extracted {
  const { main, ...rest } = extracted;
  if (!main) return { ...rest, text };
  const isSame = text.split('\n').length === extracted.text.split('\n').length;
  return { ...rest, text, ...(isSame && { main }) };
}

/** A body without its place is somebody only where its own name tells it apart: a ministry, a named township. */
function isPlaced({ place, candidates, type, organ }: Agency): boolean {
  return (
    place !== undefined ||
    candidates.length > 0 ||
    type === 'ministry' ||
    (type === 'township' && /^[^镇乡街苏]/u.test(organ))
  );
}

function unplaced({ printed }: Agency): string {
  return `it is of ${printed}, and the page does not say of which place`;
}

/** Everything that an editor should look at. */
function sayDoubts(
  { losses }: Page,
  { title, agency, dates }: Identity,
  hidden: ReadonlyMap<string, number>,
  say: (code: Code, message: string, line?: number) => void,
): void {
  if (!title) say('no-title', 'the page prints no title; it is composed of agency and year');
  if (agency && !agency.place && agency.type !== 'ministry') {
    const places = agency.candidates.map(({ code, name }) => `${name} ${code}`).join(', ');
    say('ambiguous-place', `${agency.printed}: ${places || 'no place above it is named'}`);
  }
  for (const { value, quote, reason } of dates.refused)
    say('refused-date', `${value} in “${quote}” is ${reason}`);
  for (const { loss, line, quote } of losses) say('damaged-text', `${loss}: “${quote}”`, line);
  for (const [rule, count] of hidden)
    if (rule !== 'redacted')
      say('personal-data', `${count} ${rule.replace('masked-', '').replace('-', ' ')}(s) masked`);
}

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

function sourceOf(
  { file, bytes }: RawSource,
  page: Page,
  identity: Identity,
  sidecar: Sidecar,
  hidden: boolean,
): Source {
  const url = sidecar.url ?? page.meta.url;
  return {
    file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    encoding: page.encoding,
    ...(url && /^https?:\/\//.test(url) && { url }),
    ...(identity.site && { site: identity.site }),
    ...((hidden || sidecar.withdrawn) && { hidden: true as const }),
  };
}

function proposal({ name, place, organ, level, type }: Agency): Draft['agency'] {
  return { name, ...(place && { region: place.code }), organ, ...(level && { level }), type };
}

/** A report that was taken down keeps who, when and why, and nothing of its text. */
function withdrawn({ metadata, blocks: _, ...rest }: Draft): Draft {
  const nothing = {
    sections: [],
    readings: [],
    figures: [],
    changes: [],
    removed: [],
    repairs: [],
    corrections: [],
  };
  return { ...rest, metadata: { ...metadata, ...nothing }, blocks: [] };
}
