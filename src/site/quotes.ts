/** Rows of the tables of numbers with their sentences: a report has hundreds, too many for a component each. */
import { escapeHtml } from './html.ts';

/** `name` and `amount` are HTML, and the amount leads to its place in the text, `at`. */
export function quoteRow(name: string, amount: string, { at, quote }: { at: string; quote: string }): string {
  return `<tr><th scope="row">${name}</th><td class="n"><a href="#${at}">${amount}</a></td><td><q>${escapeHtml(quote)}</q></td></tr>`;
}
