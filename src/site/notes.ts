/** The readings of one paragraph, which stand in the margin beside it, as HTML. */
import type { Archive } from '../report/archive.ts';
import type { Reading } from '../report/schema.ts';
import { amountHtml } from './amount.ts';
import { type CheckView, checkHtml, OUTCOME_LABELS } from './checks.ts';
import { escapeHtml } from './html.ts';
import { apartLabel, FLAG_LABELS } from './labels.ts';
import { urls } from './urls.ts';

/** `checks` do not hold and start in the paragraph: they stand with the numbers they concern. */
export function notesHtml(
  readings: readonly Reading[],
  checks: readonly CheckView[],
  { metrics, checkNames }: Pick<Archive, 'metrics' | 'checkNames'>,
  link: (to: string) => string,
): string {
  const terms = readings.map(
    (reading) =>
      `<div><dt>${readingName(reading, metrics, link)}</dt><dd><a href="#${reading.at}">${amountHtml(reading)}</a></dd></div>`,
  );
  const failed = checks.map(
    (view) =>
      `<p class="check">${OUTCOME_LABELS[view.check.outcome]}：<span>${checkHtml(view, { metrics, checkNames }, { brief: true })}</span></p>`,
  );
  return `<div class="notes" role="note" aria-label="本段读数"><dl>${terms.join('')}</dl>${failed.join('')}</div>`;
}

/** The metric of a reading with a link to its page, its scope and part, and what is to be known of the value. */
export function readingName(
  reading: Reading,
  metrics: Archive['metrics'],
  link: (to: string) => string,
): string {
  const { metric, flags = [] } = reading;
  const apart = apartLabel(reading);
  const name = `<a href="${link(urls.metric(metric))}">${escapeHtml(metrics.get(metric)?.name ?? metric)}</a>`;
  const warnings = flags.map((flag) => `<small class="warn">${FLAG_LABELS[flag]}</small>`);
  return name + (apart && `<small>${escapeHtml(apart)}</small>`) + warnings.join('');
}
