/** What a run has to say about its input: data, printed one a line or as JSON lines. */

export type Severity = 'error' | 'warning' | 'info';

export interface Diagnostic {
  /** Stable; every code is a key of CODES. */
  code: Code;
  severity: Severity;
  /** Path below content, with forward slashes. */
  file: string;
  /** From 1, where a line can be named. */
  line?: number;
  /** What is wrong. */
  message: string;
  /** What to do about it. */
  hint: string;
}

/** Every code that a run can print: how grave it is, and what it means. An `error` leaves its source out. */
export const CODES = {
  'empty-file': { severity: 'error', means: 'the file has no text' },
  'binary-file': { severity: 'error', means: 'the file is not text' },
  'undecodable-file': { severity: 'error', means: 'no known encoding decodes the file' },
  'scanned-pdf': { severity: 'error', means: 'the PDF has no text layer' },
  'oversized-file': { severity: 'error', means: 'the file is larger than any report' },
  'unreadable-file': { severity: 'error', means: 'the file could not be read from disk' },
  'symbolic-link': { severity: 'warning', means: 'links in content/raw are not followed' },
  'bad-sidecar': { severity: 'error', means: 'the .yaml file beside a source is not of its form' },
  'no-agency': { severity: 'error', means: 'the text does not show who reports' },
  'no-year': { severity: 'error', means: 'the text does not show which year it reports on' },
  'not-a-report': { severity: 'error', means: 'the text is not an annual report on law-based government' },
  'no-title': { severity: 'info', means: 'the page prints no title; one was composed' },
  'ambiguous-place': { severity: 'warning', means: 'several places have the agency’s name; none was chosen' },
  'refused-date': {
    severity: 'warning',
    means: 'a date on the page cannot be the report’s and was not taken',
  },
  'damaged-text': { severity: 'warning', means: 'the text lost characters that cannot be restored' },
  'personal-data': { severity: 'warning', means: 'an identity or mobile number was masked' },
  'stale-correction': { severity: 'warning', means: 'a correction names a number that is not there' },
  'edited-by-hand': {
    severity: 'warning',
    means: 'generated Markdown was edited by hand and is not overwritten',
  },
  'same-report': {
    severity: 'error',
    means: 'another file has this year and this agency’s name, and is of another body',
  },
  'no-base': { severity: 'info', means: 'site.yaml gives no address, so nothing is made that needs one' },
  'no-feed-date': { severity: 'info', means: 'a report without a date cannot be in the feeds' },
  'lost-permalink': { severity: 'error', means: 'a page or anchor that was published is not in the site' },
  'unsafe-name': { severity: 'error', means: 'a path that Windows or the offline edition cannot hold' },
} as const satisfies Record<string, { severity: Severity; means: string }>;

export type Code = keyof typeof CODES;

/** A diagnostic with the severity that CODES gives its code. */
export function diagnose(code: Code, rest: Omit<Diagnostic, 'code' | 'severity'>): Diagnostic {
  return { code, severity: CODES[code].severity, ...rest };
}

/** One line: `file:line: severity code: message (hint)`. */
export function printDiagnostic(d: Diagnostic): string {
  const place = d.line === undefined ? d.file : `${d.file}:${d.line}`;
  return `${place}: ${d.severity} ${d.code}: ${d.message} (${d.hint})`;
}
