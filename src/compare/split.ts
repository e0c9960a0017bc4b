/** Long lists cut into pages, by one dimension after another, only as far as a list is too long for one page. */
import type { Metadata } from '../report/schema.ts';
import { LEVEL_LABELS } from '../site/labels.ts';

/** A list, or the lists below it that share its rows. */
export interface Branch<Row> {
  /** What was chosen on the way here: [], ['2022'], ['2022', '37']. Also the end of the page's URL. */
  keys: string[];
  /** What the last key means: 2022年度, 山东省; empty at the root. */
  label: string;
  rows: Row[];
  /** Empty where the rows stand on the page itself. */
  children: Branch<Row>[];
}

interface Dimension {
  key(report: Metadata): string;
  label(report: Metadata): string;
}

const YEAR: Dimension = { key: ({ year }) => String(year), label: ({ year }) => `${year}年度` };
const PROVINCE: Dimension = {
  key: ({ regionCode }) => regionCode?.slice(0, 2) ?? '00',
  label: ({ province }) => province ?? '中央',
};
const LEVEL: Dimension = {
  key: ({ level }) => level ?? 'unknown',
  label: ({ level }) => (level ? LEVEL_LABELS[level] : '层级不明'),
};
const CITY: Dimension = {
  key: ({ regionCode }) => regionCode?.slice(0, 4) ?? '0000',
  label: ({ city, province }) => city ?? province ?? '中央',
};

/*
 * What comes first is fixed, though another dimension would now and then give fewer pages: pages that an archive has
 * published must still be there when it has grown.
 */
/** For texts, which are read beside those of neighbours: the years are few, and within a year places differ most. */
export const BY_YEAR: readonly Dimension[] = [YEAR, PROVINCE, LEVEL, CITY];
/** For values, which are compared with those of the same level, and of which a page holds hundreds. */
export const BY_LEVEL: readonly Dimension[] = [YEAR, LEVEL, PROVINCE, CITY];
/** An agency's years stay together. */
export const BY_PLACE: readonly Dimension[] = [PROVINCE, CITY, YEAR];

interface SplitOptions<Row> {
  dimensions?: readonly Dimension[];
  /** What a row takes of the limit; 1 where nothing is given. */
  weigh?: (row: Row) => number;
}

/** The rows as one branch, split where they weigh more than `limit`. A dimension in which all agree is passed over. */
export function split<Row extends { report: Metadata }>(
  rows: Row[],
  limit: number,
  { dimensions = BY_YEAR, weigh = () => 1 }: SplitOptions<Row> = {},
): Branch<Row> {
  const fits = (own: readonly Row[]) => own.reduce((sum, row) => sum + weigh(row), 0) <= limit;
  return grow({ keys: [], label: '', rows, children: [] }, fits, dimensions);
}

function grow<Row extends { report: Metadata }>(
  branch: Branch<Row>,
  fits: (rows: readonly Row[]) => boolean,
  [dimension, ...rest]: readonly Dimension[],
): Branch<Row> {
  if (!dimension || fits(branch.rows)) return branch;
  const groups = [...Map.groupBy(branch.rows, ({ report }) => dimension.key(report))];
  if (groups.length < 2) return grow(branch, fits, rest);
  const children = groups
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, rows]) =>
      grow(
        { keys: [...branch.keys, key], label: dimension.label((rows[0] as Row).report), rows, children: [] },
        fits,
        rest,
      ),
    );
  return { ...branch, children };
}

/** The branch itself and all below it: one page each. */
export function branches<Row>(root: Branch<Row>): Branch<Row>[] {
  return [root, ...root.children.flatMap(branches)];
}

/** The branches that lead to the one with `keys`, the root first, itself last. @throws {Error} where there is none. */
export function trail<Row>(root: Branch<Row>, keys: readonly string[]): Branch<Row>[] {
  const found = [root];
  for (const key of keys) {
    const next = found.at(-1)?.children.find((child) => child.keys.at(-1) === key);
    if (!next) throw new Error(`No page ${keys.join('/')}`);
    found.push(next);
  }
  return found;
}
