/** How well pages are told apart and identified, against labelled pages. */
import { z } from 'zod';
import type { Gazetteer } from '../divisions/gazetteer.ts';
import { type AgencyRules, parseAgency } from '../ingest/body.ts';
import { fold } from '../ingest/fold.ts';

const text = z.string().nullish();
const labelSchema = z.object({
  id: z.string(),
  doc_type: z.enum(['annual_report', 'other']),
  title: text,
  title_norm: text,
  agency: text,
  province: text,
  city: text,
  county: text,
  level: text,
  year_covered: z.number().nullish(),
  published: text,
  /** What only the address or a gazetteer shows: not expected, but not wrong either. */
  inferred: z.record(z.string(), z.unknown()).nullish(),
  features: z.array(z.string()).nullish(),
});

/** A row of a labels file: a page and what its text shows. */
export type Label = z.infer<typeof labelSchema>;

/** What a page was read as. Absent where nothing is claimed. */
export interface Claim {
  isReport: boolean;
  /** Why it is taken for a report or not. */
  evidence: string;
  title?: string;
  agency?: string;
  year?: number;
  level?: string;
  /** Names of the places it lies in. */
  place?: Partial<Record<PlaceLevel, string>>;
  published?: string;
}

export const FIELDS = ['title', 'agency', 'year', 'level', 'region', 'published'] as const;
export type Field = (typeof FIELDS)[number];

export interface FieldScore {
  /** Claims made. */
  shown: number;
  right: number;
  wrong: number;
  /** The page shows a value and none was claimed. */
  missing: number;
  /** Of `wrong`: claims where the page shows nothing. */
  invented: number;
}

export interface LabelScores {
  pages: number;
  /** Reports and look-alikes by what they were taken for. */
  kinds: { reportAsReport: number; reportAsOther: number; otherAsReport: number; otherAsOther: number };
  fields: Record<Field, FieldScore>;
  /** One line for each wrong or missing value. */
  errors: { id: string; field: Field | 'kind'; expected: string; claimed: string }[];
}

/** @throws {SyntaxError} naming the line that is no label. */
export function parseLabels(jsonLines: string): Label[] {
  return jsonLines
    .split('\n')
    .map((line, i) => [line, i + 1] as const)
    .filter(([line]) => line.trim() !== '')
    .map(([line, number]) => {
      try {
        return labelSchema.parse(JSON.parse(line));
      } catch (error) {
        throw new SyntaxError(`labels, line ${number}: ${error instanceof Error ? error.message : error}`);
      }
    });
}

/** Compares what pages were read as with their labels. Fields are scored on reports only. */
export function scoreLabels(rows: readonly (readonly [Label, Claim])[], rules: AgencyRules): LabelScores {
  const scores: LabelScores = {
    pages: rows.length,
    kinds: { reportAsReport: 0, reportAsOther: 0, otherAsReport: 0, otherAsOther: 0 },
    fields: Object.fromEntries(
      FIELDS.map((field) => [field, { shown: 0, right: 0, wrong: 0, missing: 0, invented: 0 }]),
    ) as Record<Field, FieldScore>,
    errors: [],
  };
  for (const [label, claim] of rows) {
    const isReport = label.doc_type === 'annual_report';
    const kind = `${isReport ? 'report' : 'other'}As${claim.isReport ? 'Report' : 'Other'}` as const;
    scores.kinds[kind] += 1;
    if (isReport !== claim.isReport)
      scores.errors.push({ id: label.id, field: 'kind', expected: label.doc_type, claimed: claim.evidence });
    if (!isReport || label.features?.includes('unlabelled_phrasing_source')) continue;
    for (const field of FIELDS) {
      const { expected, claimed, verdict } = COMPARE[field](label, claim, rules);
      const score = scores.fields[field];
      if (claimed !== undefined) score.shown += 1;
      if (verdict !== undefined) score[verdict] += 1;
      if (verdict === 'wrong' && expected === undefined) score.invented += 1;
      if (verdict === 'wrong' || verdict === 'missing')
        scores.errors.push({ id: label.id, field, expected: expected ?? '—', claimed: claimed ?? '—' });
    }
  }
  return scores;
}

type Verdict = 'right' | 'wrong' | 'missing' | undefined;
interface Comparison {
  expected?: string;
  claimed?: string;
  verdict: Verdict;
}

const COMPARE: Record<Field, (label: Label, claim: Claim, rules: AgencyRules) => Comparison> = {
  title: (label, { title }) =>
    compare(label.title, title, [label.title_norm, label.inferred?.title], letters),
  agency: (label, { agency }, rules) => compareAgency(label, agency, rules),
  year: (label, { year }) =>
    compare(label.year_covered?.toString(), year?.toString(), [label.inferred?.year_covered]),
  level: (label, { level }) => compare(label.level, level, [label.inferred?.level]),
  region: (label, { place }, { gazetteer }) => compareRegion(label, place, gazetteer),
  published: (label, { published }) => compare(label.published, published, [label.inferred?.published]),
};

/** Right where the claim is the label, or what was inferred beyond the text. */
function compare(
  label: string | null | undefined,
  claimed: string | undefined,
  alsoRight: readonly unknown[],
  normal: (value: string) => string = (value) => value,
): Comparison {
  const accepted = [label, ...alsoRight].flatMap((value) =>
    value === null || value === undefined ? [] : normal(String(value)),
  );
  const verdict =
    claimed === undefined
      ? label
        ? 'missing'
        : undefined
      : accepted.includes(normal(claimed))
        ? 'right'
        : 'wrong';
  return { ...(label && { expected: label }), ...(claimed !== undefined && { claimed }), verdict };
}

function letters(value: string): string {
  return fold(value).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Right where organ and place are: 市人社局 of 天津 is 天津市人力资源和社会保障局. */
function compareAgency(label: Label, claimed: string | undefined, rules: AgencyRules): Comparison {
  const inferred = label.inferred?.agency;
  const plain = compare(label.agency, claimed, [inferred], letters);
  if (plain.verdict !== 'wrong' || claimed === undefined) return plain;
  const own = parseAgency(fold(claimed), rules);
  const right = [label.agency, inferred].some((name) => {
    const other = typeof name === 'string' ? parseAgency(fold(name), rules) : undefined;
    if (!own || !other || own.organ !== other.organ) return false;
    return (
      other.divisions.length === 0 ||
      own.divisions.length === 0 ||
      other.divisions.some((d) => own.divisions.some((o) => o.code === d.code))
    );
  });
  return right ? { ...plain, verdict: 'right' } : plain;
}

const LEVELS = ['province', 'city', 'county'] as const;
type PlaceLevel = (typeof LEVELS)[number];

/** Right where no level contradicts the label, and the finest is the finest that label or gazetteer shows. */
function compareRegion(label: Label, place: Claim['place'] = {}, gazetteer: Gazetteer): Comparison {
  const shown = LEVELS.flatMap((level) => label[level] ?? []);
  const known = { ...placesIn(label.inferred?.agency, gazetteer), ...label.inferred, ...withoutNull(label) };
  const finest = LEVELS.findLast((level) => place[level] !== undefined);
  const expected = shown.length > 0 ? { expected: shown.join(' ') } : {};
  if (finest === undefined) return { ...expected, verdict: shown.length > 0 ? 'missing' : undefined };
  const agrees = LEVELS.every((level) => {
    const [own, name] = [place[level], known[level]];
    return own === undefined || typeof name !== 'string' || samePlace(own, name, gazetteer);
  });
  // As fine as the text shows, and no finer than anybody knows.
  const depth = (level: PlaceLevel | undefined) => (level === undefined ? -1 : LEVELS.indexOf(level));
  const least = depth(LEVELS.findLast((level) => label[level]));
  const most = depth(LEVELS.findLast((level) => typeof known[level] === 'string'));
  const asFine = depth(finest) >= least && depth(finest) <= most;
  const claimed = LEVELS.flatMap((level) => place[level] ?? []).join(' ');
  return { ...expected, claimed, verdict: agrees && asFine ? 'right' : 'wrong' };
}

function samePlace(a: string, b: string, gazetteer: Gazetteer): boolean {
  const codes = gazetteer.find(a).map(({ code }) => code);
  return a === b || gazetteer.find(b).some(({ code }) => codes.includes(code));
}

function placesIn(agency: unknown, gazetteer: Gazetteer): Record<string, unknown> {
  const [only, ...more] = typeof agency === 'string' ? (gazetteer.scan(agency)?.candidates ?? []) : [];
  const place = only && more.length === 0 ? gazetteer.place(only.code) : undefined;
  return place ? { province: place.province.name, city: place.city?.name, county: place.county?.name } : {};
}

function withoutNull(label: Label): Record<string, unknown> {
  return Object.fromEntries(LEVELS.flatMap((level) => (label[level] ? [[level, label[level]]] : [])));
}

/** The scores as text: a table of kinds, a table of fields, and each error on a line. */
export function printLabelScores({ pages, kinds, fields, errors }: LabelScores): string {
  const percent = (part: number, whole: number) =>
    whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)} %`;
  const row = (cells: readonly (string | number)[]) =>
    cells.map((cell, i) => (i === 0 ? String(cell).padEnd(12) : String(cell).padStart(10))).join('');
  return [
    row(['', 'as report', 'as other']),
    row(['report', kinds.reportAsReport, kinds.reportAsOther]),
    row(['look-alike', kinds.otherAsReport, kinds.otherAsOther]),
    `told apart: ${percent(kinds.reportAsReport + kinds.otherAsOther, pages)} of ${pages} pages`,
    '',
    row(['', 'shown', 'right', 'wrong', 'invented', 'missing', 'right of shown']),
    ...FIELDS.map((field) => {
      const { shown, right, wrong, invented, missing } = fields[field];
      return row([field, shown, right, wrong, invented, missing, percent(right, shown)]);
    }),
    ...(errors.length > 0
      ? ['', ...errors.map((e) => `${e.id} ${e.field}: expected ${e.expected}, claimed ${e.claimed}`)]
      : []),
  ].join('\n');
}
