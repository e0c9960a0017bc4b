/** Readings found by the words of their metric. */
import type { Simplify } from '../../search/fold.ts';
import type { MetricEntry, ReadingRow, ReportRow } from '../../search/manifest.ts';
import { findWord, parseQuery, type QueryWord } from '../../search/match.ts';
import type { ArchiveSearch } from '../../search/search.ts';
import { unitsOf } from '../../search/units.ts';

/** A reading, and the report that states it. */
export interface FoundReading {
  report: ReportRow;
  printed: string;
  at: string;
}

export interface MetricGroup {
  metric: MetricEntry;
  readings: FoundReading[];
}

/** Metrics whose readings are listed; the others are named. */
const MOST_METRICS = 3;

/** Metrics that have all the words in one of their names, or one of whose names stands in a word; best first. */
export function matchMetrics(
  words: readonly QueryWord[],
  metrics: readonly MetricEntry[],
  simplify: Simplify,
): MetricEntry[] {
  const score = ({ names }: MetricEntry) =>
    Math.max(
      ...names.map((name) => {
        const units = unitsOf(name, simplify);
        const length = words.reduce((sum, { parted }) => sum + parted.length, 0);
        if (words.every((word) => findWord(word, units).length > 0)) return length / units.length;
        const [asWord] = parseQuery(`"${name}"`, simplify);
        return asWord && words.some(({ parted }) => findWord(asWord, parted).length > 0)
          ? units.length / length
          : 0;
      }),
    );
  return metrics
    .map((metric) => ({ metric, score: score(metric) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ metric }) => metric);
}

/** The readings of the metrics that the words name best, in reports that pass `accept`, newest first. */
export async function findReadings(
  archive: ArchiveSearch,
  words: readonly QueryWord[],
  simplify: Simplify,
  accept: (report: ReportRow) => boolean,
): Promise<{ groups: MetricGroup[]; others: MetricEntry[] }> {
  const [{ shards }, metrics] = await Promise.all([
    archive.manifest(),
    archive.file<MetricEntry[]>('metrics'),
  ]);
  const matches = matchMetrics(words, metrics, simplify);
  const groups = matches.slice(0, MOST_METRICS).map(async (metric) => {
    const byShard = await Promise.all(
      metric.shards.map(async (i) => {
        const shard = shards[i];
        if (!shard) return [];
        const [reports, rows] = await Promise.all([
          archive.reports(shard),
          archive.file<ReadingRow[]>(`${shard.id}/readings/${metric.id}`),
        ]);
        return rows.map(([page, printed, at]) => ({ report: reports[page] as ReportRow, printed, at }));
      }),
    );
    const readings = byShard.flat().filter(({ report }) => accept(report));
    return { metric, readings: readings.sort((a, b) => b.report[1] - a.report[1]) };
  });
  return {
    groups: (await Promise.all(groups)).filter(({ readings }) => readings.length > 0),
    others: matches.slice(MOST_METRICS),
  };
}
