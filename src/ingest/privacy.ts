/** Words that must not be published: what an editor redacts, and personal numbers that no report should carry. */
import { RE2JS } from 're2js';
import type { Sidecar } from './sidecar.ts';

/** What stands in the place of redacted words. */
const REDACTED = '〔已隐去〕';

/** Personal numbers by the id of their rule. An amount of money or a count of as many digits is none. */
const PERSONAL: readonly (readonly [rule: string, pattern: RegExp])[] = [
  [
    'masked-identity-number',
    /(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g,
  ],
  ['masked-mobile-number', /(?<![\d.-])1[3-9]\d{9}(?!\d|\.\d|\s*[元万亿件人次条户个吨])/g],
];

export interface Hidden {
  text: string;
  /** How often each rule hid something: `redacted`, or a rule of personal numbers. */
  counts: Map<string, number>;
}

/** Takes out what must not be published, before anything else reads the text. */
export function hide(text: string, { redact = [], unmask }: Pick<Sidecar, 'redact' | 'unmask'>): Hidden {
  const counts = new Map<string, number>();
  const count = (rule: string, n: number) => n > 0 && counts.set(rule, (counts.get(rule) ?? 0) + n);
  let hidden = text;
  for (const { pattern } of redact) {
    const parts = RE2JS.compile(pattern).split(hidden, -1);
    count('redacted', parts.length - 1);
    hidden = parts.join(REDACTED);
  }
  if (!unmask)
    for (const [rule, pattern] of PERSONAL)
      hidden = hidden.replace(pattern, (number) => {
        count(rule, 1);
        return number.slice(0, 3) + '*'.repeat(number.length - 3);
      });
  return { text: hidden, counts };
}
