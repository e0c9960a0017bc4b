/** What an editor should look at after a run: data, printed one a line. */
import type { KnownAgency } from '../ingest/agency-id.ts';
import type { Metadata, Reading } from '../report/schema.ts';
import { reportId } from '../report/store.ts';

export interface ReviewItem {
  what: 'new-agency' | 'changed-reading' | 'unknown-field' | 'failed-check';
  /** `<agencyId>/<year>`, or the agency's id. */
  about: string;
  message: string;
}

/** Fields that a reader misses where they are unknown. */
const EXPECTED = ['level', 'regionCode', 'published'] as const;

/** What a report leaves open, whatever it was before. */
export function reviewReport(after: Metadata): ReviewItem[] {
  const about = reportId(after);
  const unknown = EXPECTED.filter(
    (field) => after[field] === undefined && !(field === 'regionCode' && after.level === 'national'),
  );
  return [
    ...(unknown.length > 0
      ? [{ what: 'unknown-field' as const, about, message: `unknown: ${unknown.join(', ')}` }]
      : []),
    ...after.checks
      .filter(({ outcome }) => outcome === 'fails')
      .map(({ id, numbers }) => ({
        what: 'failed-check' as const,
        about,
        message: `${id} fails on ${numbers.join(', ')}`,
      })),
  ];
}

export function reviewAgency({ id, name }: KnownAgency): ReviewItem {
  return { what: 'new-agency', about: id, message: `${name} was added to agencies.yaml` };
}

/** Readings that came, went or have another value, and whether the text or the rules are why. */
export function reviewChange(before: Metadata, after: Metadata): ReviewItem[] {
  const about = reportId(after);
  const why = before.source.sha256 === after.source.sha256 ? 'the rules changed' : 'the text changed';
  const [old, now] = [byPlace(before.readings), byPlace(after.readings)];
  const item = (message: string): ReviewItem => ({
    what: 'changed-reading',
    about,
    message: `${message} (${why})`,
  });
  return [
    ...[...old].flatMap(([key, reading]) => {
      const other = now.get(key);
      if (!other) return item(`${key} is no longer read (was ${reading.value}: “${reading.quote}”)`);
      return other.value === reading.value ? [] : item(`${key} was ${reading.value} and is ${other.value}`);
    }),
    ...[...now].flatMap(([key, reading]) =>
      old.has(key) ? [] : item(`${key} is newly read: ${reading.value}, “${reading.quote}”`),
    ),
  ];
}

function byPlace(readings: readonly Reading[]): Map<string, Reading> {
  return new Map(readings.map((reading) => [`${reading.metric} at ${reading.at}`, reading]));
}

export function printReview({ what, about, message }: ReviewItem): string {
  return `review ${what} ${about}: ${message}`;
}
