/** What an editor's sidecar says instead of the page, each correction with its reason. */
import type { ReadFigures } from '../figures/read.ts';
import { agencyNamed } from '../ingest/agency.ts';
import type { Identity } from '../ingest/identify.ts';
import type { Page } from '../ingest/page.ts';
import type { IngestRules } from '../ingest/rules.ts';
import { CORRECTABLE, type Sidecar } from '../ingest/sidecar.ts';
import type { Correction, Reading } from '../report/schema.ts';

/** What the page says, with what the editor says instead. */
export function correct({ identity, document }: Page, sidecar: Sidecar, rules: IngestRules) {
  const before: Record<string, string | number | undefined> = {
    agency: identity.agency?.name,
    year: identity.year?.value,
    title: identity.title?.text,
    published: identity.dates.published?.value,
    signed: identity.dates.signed?.value,
    level: identity.agency?.level,
  };
  const corrections = CORRECTABLE.flatMap((field): Correction[] => {
    const to = sidecar[field];
    if (to === undefined || to === before[field]) return [];
    const from = before[field];
    return [{ field, ...(from !== undefined && { from }), to, reason: sidecar.reason ?? '' }];
  });
  const stated = <T>(value: T) => ({ value, rule: 'sidecar', quote: sidecar.reason ?? '' });
  const year = sidecar.year === undefined ? identity.year : stated(sidecar.year);
  const agency = sidecar.agency ? agencyNamed(sidecar.agency, document, year?.value, rules) : identity.agency;
  const { title, published, signed, level } = sidecar;
  const corrected: Identity = {
    ...identity,
    ...(year && { year }),
    ...(agency && { agency: level ? { ...agency, level } : agency }),
    ...(title && { title: { lines: [], printed: [], ...identity.title, text: title, folded: title } }),
    dates: {
      ...identity.dates,
      ...(published && { published: stated(published) }),
      ...(signed && { signed: stated(signed) }),
    },
  };
  return { identity: corrected, corrections };
}

/** Readings that the editor gives another value; `stale` are anchors where none stands. */
export function correctReadings(read: ReadFigures, { readings = {} }: Sidecar, corrections: Correction[]) {
  if (Object.keys(readings).length === 0) return { read, stale: [] };
  const anchors = new Set(read.readings.map(({ at }) => at));
  const corrected = read.readings.map((reading): Reading => {
    const correction = readings[reading.at];
    if (!correction) return reading;
    corrections.push({
      field: reading.at,
      from: reading.value,
      to: correction.value,
      reason: correction.reason,
    });
    return { ...reading, value: correction.value, flags: [...(reading.flags ?? []), 'corrected'] };
  });
  return {
    read: { ...read, readings: corrected },
    stale: Object.keys(readings).filter((anchor) => !anchors.has(anchor)),
  };
}
