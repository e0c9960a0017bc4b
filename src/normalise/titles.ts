/** The title that a report goes by, from the one that its page prints. */
import type { Agency } from '../ingest/agency.ts';
import { type Title, titleIssuer } from '../ingest/title.ts';
import type { Metadata } from '../report/schema.ts';

/** A space inside a title is layout, but for the one between a party committee and its government. */
const INNER_SPACE = /(?<!(?:委|委员会)) | (?=关于|關於)/gu;

/**
 * The title on one line, with the place where the printed one leaves it out; as printed beside it where that
 * differs; composed of agency and year where the page prints none.
 */
export function titlesOf(
  title: Title | undefined,
  agency: Agency,
  year: number,
): Pick<Metadata, 'title' | 'printedTitle' | 'composedTitle'> {
  if (!title) return { title: `${agency.name}${year}年法治政府建设年度报告`, composedTitle: true };
  const issuer = titleIssuer(title.folded);
  const whole = title.text.replace(INNER_SPACE, '');
  const named = agency.name.replaceAll('、', '').includes(issuer);
  const full = issuer === '' ? agency.name + whole : named ? whole : whole.replace(issuer, agency.name);
  return full === title.text ? { title: full } : { title: full, printedTitle: title.text };
}
