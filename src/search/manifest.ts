/** What the browser loads first: the shards, and what the numbers in their report rows stand for. */
import type { AgencyType, Level } from '../report/schema.ts';

/** A shard: its folder below search/, and which reports it holds. */
export interface ShardEntry {
  id: string;
  reports: number;
  years: number[];
  /** Names; the empty string where a report has none. */
  provinces: string[];
}

export interface Manifest {
  /** Newest first. */
  shards: ShardEntry[];
  /** Ids and names of the themes, in their order. */
  themes: [id: string, name: string][];
}

/** One report in a shard, in the order of Pagefind's page numbers. Unknown is the empty string. */
export type ReportRow = [
  agencyId: string,
  year: number,
  agency: string,
  level: Level | '',
  type: AgencyType | '',
  province: string,
  city: string,
  /** Position where the appendix of the record starts. */
  appendix: number,
];

/** Where the printed text of a report lies in its shard. In one folder: one each would be half of a site's folders. */
export function textName(agencyId: string, year: number): string {
  return `text/${agencyId}-${year}`;
}

/** A reading as the search page lists it: page number in its shard, number as printed, its anchor. */
export type ReadingRow = [page: number, printed: string, at: string];

/** A metric whose readings can be found, and the shards (index into `Manifest.shards`) that have any. */
export interface MetricEntry {
  id: string;
  /** Its name first, then its other names. */
  names: string[];
  shards: number[];
}
