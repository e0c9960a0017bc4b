/** Long lists on several pages. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { branches, split, trail } from '../../src/compare/split.ts';
import { LEVELS } from '../../src/report/schema.ts';
import { report } from './readings.ts';

const rows = fc.array(
  fc
    .record({
      year: fc.integer({ min: 2018, max: 2022 }),
      regionCode: fc.constantFrom('370100', '370200', '110000', '630202'),
      level: fc.constantFrom(...LEVELS),
    })
    .map((own) => ({ report: report(own) })),
  { maxLength: 200 },
);

test('every row stands on exactly one page, and a page is as long as it may be', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 40 }), (all, limit) => {
      const leaves = branches(split(all, limit)).filter(({ children }) => children.length === 0);
      const found = leaves.flatMap((leaf) => leaf.rows);
      expect(found).toHaveLength(all.length);
      expect(new Set(found)).toEqual(new Set(all));
      for (const leaf of leaves.filter((leaf) => leaf.rows.length > limit))
        expect(
          new Set(
            leaf.rows.map(
              ({ report: { year, regionCode, level } }) => `${year}${regionCode?.slice(0, 4)}${level}`,
            ),
          ).size,
        ).toBe(1);
    }),
  );
});

test('every page but the first leads back, and no two have one address', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const root = split(all, 5);
      const pages = branches(root);
      expect(new Set(pages.map(({ keys }) => keys.join('/'))).size).toBe(pages.length);
      for (const page of pages) {
        const way = trail(root, page.keys);
        expect(way.at(-1)).toBe(page);
        expect(way[0]).toBe(root);
      }
    }),
  );
});

test('a short list is one page', () => {
  expect(branches(split([{ report: report({}) }], 5))).toHaveLength(1);
});

test('a list of heavy rows is cut sooner than a list of light ones', () => {
  const all = [2020, 2021, 2022].map((year) => ({ report: report({ year }) }));
  expect(split(all, 10, { weigh: () => 3 }).children).toHaveLength(0);
  expect(split(all, 10, { weigh: () => 4 }).children.map(({ label }) => label)).toEqual([
    '2020年度',
    '2021年度',
    '2022年度',
  ]);
});
