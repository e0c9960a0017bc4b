/** What an editor can do about each thing that normalise reports. */
import type { Code } from '../diagnostics.ts';

export const HINTS: Partial<Record<Code, string>> = {
  'empty-file': 'collect the page again, or delete the file',
  'binary-file': 'save the page as text, HTML, .docx or a PDF with a text layer',
  'undecodable-file': 'save the file as UTF-8',
  'scanned-pdf': 'run it through text recognition, or type it in as a text',
  'oversized-file': 'keep the report alone',
  'unreadable-file': 'check its rights',
  'symbolic-link': 'copy the file itself into raw',
  'bad-sidecar': 'see content/README.md for its form',
  'stale-correction': 'look the number’s anchor up again on the report’s page',
  'not-a-report': 'take it out of raw; if it is a report, write `report: true` in a .yaml file beside it',
  'no-agency': 'name the agency with its place in a .yaml file beside it',
  'no-year': 'give the year in a .yaml file beside it',
  'no-title': 'nothing, or give the title in a .yaml file beside it',
  'ambiguous-place': 'name the agency with its place in a .yaml file beside it',
  'same-report': 'name the agency with its place in a .yaml file beside each of the two',
  'refused-date': 'give the date in a .yaml file beside it',
  'damaged-text': 'collect the page again from its own site',
  'personal-data': 'write `unmask: true` in a .yaml file beside it if the numbers are meant to be public',
  'edited-by-hand': 'put the correction into a .yaml file beside the source, then run with --force',
};
