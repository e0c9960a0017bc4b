/** Amounts as HTML: a report page shows hundreds, and a component for each would take longer than all the rest. */
import { type Amount, formatUnit, formatValue } from './format.ts';
import { escapeHtml } from './html.ts';

/** A value with its bound and unit: 17,000余 条. */
export function amountHtml(amount: Amount): string {
  const unit = formatUnit(amount);
  const small = unit && `<small>${escapeHtml(unit)}</small>`;
  return `<span class="amount">${escapeHtml(formatValue(amount))}${small}</span>`;
}
