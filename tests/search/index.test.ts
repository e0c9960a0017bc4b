import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { buildSearch } from '../../src/search/build.ts';
import { parseQuery } from '../../src/search/match.ts';
import { PAGEFIND_VERSION, readChunk, readMeta } from '../../src/search/pagefind-format.ts';
import { indexRecord } from '../../src/search/record.ts';
import { ArchiveSearch } from '../../src/search/search.ts';
import { planShards } from '../../src/search/shards.ts';
import { SIMPLIFY } from '../../src/search/simplify-table.ts';
import { themesOf, unpackThemes } from '../../src/search/themes.ts';
import { joinUnits, unitsOf } from '../../src/search/units.ts';
import { expectedIds, stands } from './ground-truth.ts';
import { loadFrom, searchIds } from './node-search.ts';
import { QUERIES } from './queries.ts';
import { makeReport, rawReports, sourceOf } from './sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'search-test-'));
const [out, cache] = [join(folder, 'search'), join(folder, 'cache')];
/** Real texts, and one with what they lack: Traditional characters, Latin runs, characters beyond the BMP. */
const reports: Report[] = [
  ...rawReports(),
  makeReport('999999-test', 2021, [
    '某鎮2021年度法治政府建設報告',
    '一、e-mail、Wi-Fi与A P P，共1,303件次，占 99.5 ％。',
    '𠮷野家𠀀𠀁，龢；Ωμέγα、naïve、한국어、ｶﾞｲﾄﾞ。',
    '〔2021〕15号，①②③㈠，½，五〇五。',
  ]),
];
const archive = () => new ArchiveSearch(loadFrom(out));
const build = (some: readonly Report[]) => {
  const done: boolean[] = [];
  const progress = ({ cached }: { cached: boolean }) => done.push(cached);
  const metrics = [{ id: 'a.b', name: '甲', aliases: [] }];
  return buildSearch({ reports: some.map(sourceOf), metrics, themes: [], out, cache, progress }).then(
    () => done,
  );
};

beforeAll(() => build(reports));
afterAll(() => rmSync(folder, { recursive: true }));

test.each(Object.entries(QUERIES))(
  '%s: each query finds all its reports and no other',
  async (_, queries) => {
    const search = archive();
    for (const query of queries) {
      expect({ query, ids: await searchIds(search, query) }).toEqual({
        query,
        ids: expectedIds(query, reports),
      });
    }
  },
);

/** Any stretch of 2 to 12 units of any paragraph, in either reading. */
const stretch = fc
  .record({
    report: fc.nat(),
    block: fc.nat(),
    joined: fc.boolean(),
    start: fc.nat(),
    length: fc.integer({ min: 2, max: 12 }),
  })
  .map((pick) => {
    const report = reports[pick.report % reports.length] as Report;
    const { text } = report.blocks[pick.block % report.blocks.length] as Report['blocks'][number];
    const parted = unitsOf(text, SIMPLIFY);
    const units = pick.joined ? joinUnits(parted) : parted;
    const start = pick.start % Math.max(1, units.length - pick.length + 1);
    return { report, text, units: units.slice(start, start + pick.length), joined: pick.joined };
  })
  .filter(({ units }) => units.length >= 2);

test('any stretch of a paragraph is found, as printed or without its punctuation', async () => {
  const search = archive();
  await fc.assert(
    fc.asyncProperty(stretch, async ({ report: { metadata }, text, units, joined }) => {
      const printed = text.slice(units[0]?.start, units.at(-1)?.end).replaceAll(/["“”]/g, '');
      const word = joined ? units.map(({ text }) => text).join('') : `"${printed}"`;
      const id = `${metadata.agencyId}/${metadata.year}`;
      expect({ word, ids: await searchIds(search, word) }).toEqual({
        word,
        ids: expect.arrayContaining([id]),
      });
    }),
    { numRuns: 500 },
  );
});

test('what stands nowhere is not found', async () => {
  const search = archive();
  const shuffled = fc.tuple(stretch, stretch, fc.nat(10)).map(([a, b, cut]) => {
    const units = [...a.units.slice(0, cut), ...b.units.slice(cut)];
    return units.map(({ text }) => text).join('');
  });
  await fc.assert(
    fc.asyncProperty(shuffled, async (query) => {
      fc.pre(query !== '');
      expect({ query, ids: await searchIds(search, query) }).toEqual({
        query,
        ids: expectedIds(query, reports),
      });
    }),
    { numRuns: 300 },
  );
});

test('positions lead into the theme of the section where the word stands', async () => {
  const search = archive();
  const { shards } = await search.manifest();
  const [word] = parseQuery('1303件次', SIMPLIFY);
  for (const shard of shards) {
    const themes = await search.themes(shard);
    for (const { page, positions } of await search.search(word ? [word] : [], shard))
      expect(themesOf(positions[0] ?? [], unpackThemes(themes, page))).toEqual(new Set(['test']));
  }
});

test('Pagefind writes the files that are read here: every token of every report, at its place', async () => {
  const search = archive();
  const { shards } = await search.manifest();
  for (const shard of shards) {
    const load = async (path: string) =>
      Uint8Array.from(Buffer.from((await search.file(`${shard.id}/${path}`)) as string, 'base64'));
    const meta = await readMeta(await load('meta'));
    const rows = await search.reports(shard);
    const pages = rows.map((): string[] => []);
    for (const { hash } of meta.chunks)
      for (const [token, postings] of await readChunk(await load(`index/${hash}`)))
        for (const [page, positions] of postings)
          for (const position of positions) (pages[page] as string[])[position] = token;
    rows.forEach(([agencyId, year], page) => {
      const report = reports.find(({ metadata }) => metadata.agencyId === agencyId && metadata.year === year);
      expect(pages[page]).toEqual(indexRecord(report as Report, SIMPLIFY).tokens);
    });
  }
});

test('another version of Pagefind is refused by name', async () => {
  const stream = new Blob([
    'pagefind_dcd',
    Uint8Array.of(0x83, 0x65),
    '9.9.9',
    Uint8Array.of(0x80, 0x80),
  ]).stream();
  const file = new Uint8Array(
    await new Response(stream.pipeThrough(new CompressionStream('gzip'))).arrayBuffer(),
  );
  await expect(readMeta(file)).rejects.toThrow(
    `expected an index of Pagefind ${PAGEFIND_VERSION}, found 9.9.9`,
  );
});

function snapshot(): Map<string, string> {
  return new Map(
    readdirSync(out, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path, readFileSync(path, 'utf8')]),
  );
}

test('the same reports give the same bytes, in any order and without the cache', async () => {
  const before = snapshot();
  rmSync(cache, { recursive: true });
  expect(await build(reports.toReversed())).not.toContain(true);
  expect(snapshot()).toEqual(before);
});

test('nothing is written outside the cache and the index', async () => {
  vi.stubEnv('TMPDIR', join(folder, 'absent'));
  vi.stubEnv('TEMP', join(folder, 'absent'));
  rmSync(cache, { recursive: true });
  await build(reports.slice(0, 1));
  vi.unstubAllEnvs();
  expect(readdirSync(folder).sort()).toEqual(['cache', 'search']);
  const [shard] = readdirSync(cache);
  expect(readdirSync(join(cache, shard as string, 'files'))).not.toContain('pagefind');
  await build(reports);
});

test('a shard is built again only when a report in it changed', async () => {
  const many = [2010, 2011, 2012].flatMap((year) =>
    Array.from({ length: 300 }, (_, i) => makeReport(`100000-a${i}`, year, ['报告', `第${i}号`])),
  );
  expect(await build(many)).toEqual([false, false, false]);
  const changed = many.map((report) =>
    report.metadata.year === 2012 ? { ...report, blocks: report.blocks.slice(1) } : report,
  );
  expect(await build(changed)).toEqual([false, true, true]);
  expect(readdirSync(cache).length).toBe(3);
  await build(reports);
});

test('shards hold every report once, whole years where they can, at most 1,000 reports', () => {
  const counts = fc.dictionary(
    fc.integer({ min: 2004, max: 2030 }).map(String),
    fc.integer({ min: 1, max: 3200 }),
  );
  fc.assert(
    fc.property(counts, (byYear) => {
      const [template] = reports.map(sourceOf);
      const all = Object.entries(byYear).flatMap(([year, count]) =>
        Array.from({ length: count }, (_, i) => ({
          ...(template as ReturnType<typeof sourceOf>),
          metadata: { agency: 'a', agencyId: `${i}-a`, year: Number(year), regionCode: String(100000 + i) },
        })),
      );
      const shards = planShards(all);
      expect(new Set(shards.flat()).size).toBe(all.length);
      expect(shards.flat().length).toBe(all.length);
      for (const shard of shards) expect(shard.length).toBeLessThanOrEqual(1000);
      for (const [year, count] of Object.entries(byYear)) {
        const holding = shards.filter((shard) =>
          shard.some(({ metadata }) => metadata.year === Number(year)),
        );
        expect(holding.length).toBe(Math.ceil(count / 1000));
      }
    }),
    { numRuns: 20 },
  );
});

test('a paragraph that does not have the word does not stand for one that has', () => {
  expect(stands('4894件', '54894件')).toBe(false);
  expect(stands('2025年', '2021—2025年')).toBe(true);
});
