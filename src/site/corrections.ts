/** 更正记录 of a report: what an editor or better rules changed, as its page tells it. */
import { describeAmount, type ValueChange } from '../publish/values.ts';
import type { Metric } from '../report/catalogue.ts';
import type { Correction, Metadata } from '../report/schema.ts';
import { formatDate, formatUnit, formatValue } from './format.ts';
import { FIELD_LABELS, LEVEL_LABELS } from './labels.ts';

type Names = ReadonlyMap<string, Pick<Metric, 'name'>>;

export interface CorrectionView {
  /** When the new value was published; absent for what never stood on the site otherwise. */
  date?: string;
  /** What was corrected: a metric, or a field of the report. */
  name: string;
  /** Anchor of the corrected number, where it stands on the page. */
  at?: string;
  from: string;
  to: string;
  reason: string;
}

/** The editor's corrections of what was never published otherwise, then the published values that changed. */
export function correctionViews(
  metadata: Metadata,
  changes: readonly ValueChange[],
  metrics: Names,
): CorrectionView[] {
  const { corrections, readings, figures } = metadata;
  const told = new Set(changes.map(({ at, reason }) => `${at} ${reason}`));
  const standing = new Set([...readings, ...figures].map(({ at }) => at));
  return [
    ...corrections
      .filter(({ field, reason }) => !told.has(`${field} ${reason}`))
      .flatMap((correction) => editorsViews(correction, metadata, metrics)),
    ...changes.map(({ date, at, metric, from, to, reason }) => ({
      ...(date && { date }),
      name: metrics.get(metric)?.name ?? metric,
      ...(standing.has(at) && { at }),
      from: describeAmount(from),
      to: describeAmount(to),
      reason,
    })),
  ];
}

/** A number can be the reading of several metrics: each is told. */
function editorsViews(
  { field, from, to, reason }: Correction,
  { readings }: Metadata,
  metrics: Names,
): CorrectionView[] {
  if (!field.startsWith('n-'))
    return [
      {
        name: FIELD_LABELS[field as keyof typeof FIELD_LABELS] ?? field,
        from: fieldText(from),
        to: fieldText(to),
        reason,
      },
    ];
  return readings
    .filter(({ at }) => at === field)
    .map((reading) => {
      const amount = (value: number) => formatValue({ ...reading, value }) + formatUnit(reading);
      return {
        name: metrics.get(reading.metric)?.name ?? reading.metric,
        at: field,
        from: amount(Number(from)),
        to: amount(Number(to)),
        reason,
      };
    });
}

/** The value of a corrected field in words. */
function fieldText(value: Correction['from']): string {
  if (value === undefined) return '未标注';
  const text = String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDate(text);
  return LEVEL_LABELS[text as keyof typeof LEVEL_LABELS] ?? text;
}
