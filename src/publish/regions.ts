/** The regions that reports belong to, each with all reports of the regions inside it. */

import { byCodeUnit } from '../order.ts';
import type { Metadata } from '../report/schema.ts';

export interface Region {
  /** GB/T 2260 code. */
  code: string;
  name: string;
  reports: Metadata[];
}

/**
 * Every region that a report's region code names, and the regions around it: by GB/T 2260 the first two digits
 * are the province's, the first four the prefecture's. One whose name no report gives is left out. By code.
 */
export function regionsOf(reports: Iterable<Metadata>): Region[] {
  const regions = new Map<string, Region>();
  for (const report of reports) {
    for (const [code, name] of around(report)) {
      const region = regions.get(code) ?? { code, name, reports: [] };
      region.reports.push(report);
      regions.set(code, region);
    }
  }
  return [...regions.values()].sort((a, b) => byCodeUnit(a.code, b.code));
}

function around({ regionCode, province, city, county }: Metadata): Map<string, string> {
  if (regionCode === undefined) return new Map();
  const names = [
    [`${regionCode.slice(0, 2)}0000`, province],
    [`${regionCode.slice(0, 4)}00`, city],
    [regionCode, county],
  ] as const;
  const own = new Map<string, string>();
  for (const [code, name] of names) if (name !== undefined && !own.has(code)) own.set(code, name);
  return own;
}
