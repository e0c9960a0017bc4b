/** What was measured, as a table with what is to be reached. */
import type { Builds } from './builds.ts';
import type { Cost } from './cost.ts';
import type { PageCosts } from './pages.ts';

export interface Measured {
  reports: number;
  builds: Builds;
  /** Absent at sizes where it is not measured. */
  pages?: PageCosts;
  /** Seconds of processor time on one core. */
  reading: { texts: number; characters: number; reading: number; cutting: number };
}

interface Row {
  what: string;
  toReach: string;
  /** Nothing where it could not be measured. `smaller` is the next smaller size. */
  cell(measured: Measured, smaller: Measured | undefined): string | undefined;
}

const ratio = (a: number, b: number) => (a / b).toFixed(2);
const percent = (a: number, b: number) => `${((a / b) * 100).toFixed(1)} %`;
const share = (part: Cost, whole: Cost) =>
  `${percent(part.wall, whole.wall)}, CPU ${percent(part.cpu, whole.cpu)}`;
const seconds = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} s`;
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;
const gigabytes = (bytes: number) => `${(bytes / 2 ** 30).toFixed(2)} GB`;

const weight = (kind: string): Row => ({
  what: `heaviest ${kind} page, gzipped`,
  toReach: '≤ 100 KB',
  cell: ({ builds }) => {
    const bytes = builds.weights[kind];
    return bytes === undefined ? undefined : kilobytes(bytes);
  },
});

const ROWS: readonly Row[] = [
  {
    what: 'report pages, CPU, against Hugo',
    toReach: '≤ 1.2, then ≤ 1.0',
    cell: ({ pages }) => (pages?.hugo ? ratio(pages.site, pages.hugo.cpu) : undefined),
  },
  {
    what: 'the same against a bare Node writer',
    toReach: '≤ 2.5',
    cell: ({ pages }) => (pages ? ratio(pages.site, pages.bare) : undefined),
  },
  {
    what: 'reading the Markdown of the pages alone, against a bare Node writer',
    toReach: '',
    cell: ({ pages }) => (pages ? ratio(pages.source, pages.bare) : undefined),
  },
  {
    what: "report pages against a bare Node renderer of Hugo's pages",
    toReach: '',
    cell: ({ pages }) => (pages ? ratio(pages.site, pages.strings) : undefined),
  },
  {
    what: 'report pages: site, bare writer, bare renderer, Hugo (CPU)',
    toReach: '',
    cell: ({ pages }) =>
      pages &&
      [pages.site, pages.bare, pages.strings, ...(pages.hugo ? [pages.hugo.cpu] : [])]
        .map(seconds)
        .join(', '),
  },
  { what: 'whole build, wall', toReach: 'finishes', cell: ({ builds }) => seconds(builds.cold.wall) },
  {
    what: 'whole build, CPU',
    toReach: '',
    cell: ({ builds }) => seconds(builds.cold.cpu),
  },
  {
    what: 'peak memory of any one process',
    toReach: '≤ 4 GB',
    cell: ({ builds: { cold } }) => (cold.memory === undefined ? undefined : gigabytes(cold.memory)),
  },
  {
    what: 'growth of the time from the smaller size (exponent)',
    toReach: '≤ 1.1',
    cell: (large, small) =>
      small &&
      (
        Math.log(large.builds.cold.wall / small.builds.cold.wall) / Math.log(large.reports / small.reports)
      ).toFixed(2),
  },
  {
    what: 'nothing changed, of the cold build',
    toReach: '≤ 5 %',
    cell: ({ builds }) => share(builds.unchanged, builds.cold),
  },
  {
    what: 'one report changed, of the cold build',
    toReach: '≤ 10 %',
    cell: ({ builds }) => share(builds.changed, builds.cold),
  },
  {
    what: 'the change taken back: the bytes of the cold build',
    toReach: 'same',
    cell: ({ builds }) => (builds.sameBytes ? 'same' : 'other'),
  },
  {
    what: 'ingest and figures on one core, against nodejieba',
    toReach: '≤ 3',
    cell: ({ reading }) => ratio(reading.reading, reading.cutting),
  },
  ...['home', 'year', 'metric', 'matrix', 'level', 'region', 'report'].map(weight),
];

/** A Markdown table, a column a size; a cell that could not be measured is a dash. */
export function printTable(results: readonly Measured[]): string {
  const sizes = results.map(({ reports }) => String(reports));
  const rows = ROWS.map(({ what, toReach, cell }) => [
    what,
    ...results.map((measured, i) => cell(measured, results[i - 1]) ?? '—'),
    toReach,
  ]);
  return [['what', ...sizes, 'to reach'], ['---', ...sizes.map(() => '--:'), '---'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** Of an even count the upper of the two in the middle. @throws {RangeError} for none. */
export function median(values: readonly number[]): number {
  const middle = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  if (middle === undefined) throw new RangeError('no values');
  return middle;
}
