/** Which reports are indexed together. */
import { createHash } from 'node:crypto';
import type { Report } from '../report/report.ts';
import type { Metadata } from '../report/schema.ts';
import type { TermCounts } from './terms.ts';

/** A report to index. Its text is read when its shard is built, and not kept. */
export interface ReportSource {
  metadata: Pick<
    Metadata,
    'agencyId' | 'agency' | 'year' | 'level' | 'agencyType' | 'province' | 'city' | 'county' | 'regionCode'
  >;
  /** Changes whenever anything in the report does: a hash of its file. */
  fingerprint: string;
  read: () => Report | Promise<Report>;
  terms: () => TermCounts;
}

/** Pagefind needs about 290 bytes a token while it indexes: 3 GB for this many long reports (10,000 characters). */
const MOST = 1000;
/** Years with few reports share a shard, so that a search opens few. */
const ENOUGH = 120;

/**
 * Shards of whole years, newest first; years next to each other share one until it has ENOUGH reports. A year with
 * more than MOST is split in the order of region codes. So a new report changes few shards besides its own.
 */
export function planShards(reports: Iterable<ReportSource>): ReportSource[][] {
  const byYear = Map.groupBy(reports, ({ metadata }) => metadata.year);
  const years = [...byYear].sort(([a], [b]) => a - b).map(([, sources]) => sources.sort(byRegion));
  const shards: ReportSource[][] = [];
  for (const sources of years) {
    const last = shards.at(-1);
    if (last && last.length + sources.length <= ENOUGH) last.push(...sources);
    else shards.push(...split(sources));
  }
  return shards.reverse();
}

/** As few parts as MOST allows, of about the same size. */
function split(sources: readonly ReportSource[]): ReportSource[][] {
  const size = Math.ceil(sources.length / Math.ceil(sources.length / MOST));
  return Array.from({ length: Math.ceil(sources.length / size) }, (_, i) =>
    sources.slice(i * size, (i + 1) * size),
  );
}

function byRegion(a: ReportSource, b: ReportSource): number {
  const [left, right] = [a, b].map(({ metadata }) => `${metadata.regionCode ?? ''} ${metadata.agencyId}`);
  return left === right ? 0 : (left ?? '') < (right ?? '') ? -1 : 1;
}

/** Name of a shard: the same for the same reports in the same state, built by the same rules (`salt`). */
export function shardId(shard: readonly ReportSource[], salt: string): string {
  const hash = createHash('sha256').update(salt);
  for (const { metadata, fingerprint } of shard)
    hash.update(`\n${metadata.agencyId}/${metadata.year} ${fingerprint}`);
  return hash.digest('hex').slice(0, 12);
}
