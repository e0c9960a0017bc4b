import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { fileDigest } from '../../src/files.ts';
import type { Cell, Column } from '../../src/publish/columns.ts';
import { openKept } from '../../src/publish/kept.ts';
import { digestSite } from '../../src/publish/manifest.ts';
import { writeCsv, writeParquet } from '../../src/publish/tables.ts';
import { writeData } from '../../src/publish/write.ts';
import { temporaryFolder } from './folder.ts';
import { publication, sampleReport } from './sample.ts';

const folder = temporaryFolder();
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

const COLUMNS: Column<Cell[]>[] = (['string', 'integer', 'number', 'string'] as const).map((type, i) => ({
  name: `c${i}`,
  type,
  title: '列',
  value: (row) => row[i],
}));
/** Words that spreadsheets take for formulas or cut cells at, and ordinary text. */
const text = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '+86',
    '-3',
    '@SUM(A1)',
    '\tx',
    '＝1',
    'a,b',
    '“引”"号"',
    '换\r\n行',
    '1.7万余条',
    '-',
  ),
  fc.string({ unit: 'grapheme' }),
);
const optional = <T extends Cell>(cell: fc.Arbitrary<T>) => fc.option(cell, { nil: undefined });
const rows = fc.array(
  fc.tuple(
    optional(text),
    optional(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
    optional(fc.double({ noDefaultInfinity: true, noNaN: true }).map((n) => n + 0)),
    optional(text),
  ),
);
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

test('CSV reads back: numbers as numbers, unknown as empty, and no text that a spreadsheet would run', async () => {
  const file = join(folder, 'property.csv');
  await fc.assert(
    fc.asyncProperty(rows, async (some) => {
      await writeCsv(file, COLUMNS, some);
      const csv = readFileSync(file, 'utf8');
      expect(csv.startsWith('\ufeffc0,c1,c2,c3\r\n')).toBe(true);
      const records: string[][] = parse(csv, { bom: true, from_line: 2 });
      expect(records).toHaveLength(some.length);
      for (const [i, row] of some.entries())
        for (const [j, cell] of row.entries()) {
          const printed = records[i]?.[j] ?? '';
          if (typeof cell === 'number') expect(Number(printed)).toBe(cell);
          else if (cell === undefined || cell === '') expect(printed).toBe('');
          else if (FORMULA.test(cell)) expect(printed).toBe(`'${cell}`);
          else expect(printed).toBe(cell);
        }
    }),
  );
});

test('Parquet reads back exactly, by another library', async () => {
  const file = join(folder, 'property.parquet');
  await fc.assert(
    fc.asyncProperty(rows, async (some) => {
      await writeParquet(file, COLUMNS, some);
      const records = await parquetReadObjects({ file: await asyncBufferFromFile(file) });
      expect(records.map((record) => COLUMNS.map(({ name }) => record[name] ?? undefined))).toEqual(some);
    }),
    { numRuns: 50 },
  );
});

test('the data of an archive: one reading a row, with its quote and a link to the very number', async () => {
  const report = sampleReport({}, ['办结行政复议案件12件。', '=SUM(A1)办结3件。']);
  await writeData(publication([report], { base: 'https://a.gov.cn/fazhi/' }), folder);
  const [first, second] = parse(read('data/metrics.csv'), { bom: true, columns: true }) as Record<
    string,
    string
  >[];
  expect(first).toMatchObject({
    agencyId: '370200-zf',
    year: '2022',
    metric: 'reconsideration.concluded',
    metricName: '行政复议案件办结',
    theme: '矛盾纠纷化解',
    value: '12',
    max: '',
    quote: '办结行政复议案件12件。',
    url: `https://a.gov.cn/fazhi/reports/370200-zf/2022.html#${report.metadata.readings[0]?.at}`,
  });
  expect(second?.quote).toBe("'=SUM(A1)办结3件。");
  expect(JSON.parse(read('data/reports/370200-zf/2022.json'))).toEqual({
    url: 'https://a.gov.cn/fazhi/reports/370200-zf/2022.html',
    ...report.metadata,
    blocks: report.blocks,
  });
  expect(read(`raw/${'a'.repeat(64)}.bin`)).toBe('原文');
});

test('without a base, links in the tables lead from the root of the site', async () => {
  await writeData(publication([sampleReport({})]), join(folder, 'baseless'));
  expect(parse(read('baseless/data/reports.csv'), { bom: true, columns: true })).toMatchObject([
    { url: 'reports/370200-zf/2022.html', readings: '1' },
  ]);
});

test('the plain text has every paragraph as it is, and where it comes from', async () => {
  await writeData(publication([sampleReport({}, ['  <b>第一段</b>', '第二段'])]), join(folder, 'text'));
  const [title, first, second, origin] = read('text/reports/370200-zf/2022.txt').split('\n\n');
  expect(title).toBe('\ufeff青岛市人民政府2022年法治政府建设情况报告');
  expect([first, second]).toEqual(['  <b>第一段</b>', '第二段']);
  expect(origin).toContain(`原始文件的SHA-256：${'a'.repeat(64)}`);
});

test('datapackage.json describes every table: its columns in their order, its size and its hash', async () => {
  await writeData(publication([sampleReport({})]), join(folder, 'package'));
  const { resources } = JSON.parse(read('package/data/datapackage.json'));
  expect(resources.map(({ path }: { path: string }) => path)).toEqual([
    'reports.csv',
    'reports.parquet',
    'metrics.csv',
    'metrics.parquet',
  ]);
  for (const { path, bytes, hash, schema } of resources) {
    const file = join(folder, 'package/data', path);
    expect({ bytes, hash }).toEqual({
      bytes: fileDigest(file).bytes,
      hash: `sha256:${fileDigest(file).sha256}`,
    });
    const names = schema.fields.map(({ name }: { name: string }) => name);
    const header = path.endsWith('.csv')
      ? parse(readFileSync(file, 'utf8'), { bom: true, to_line: 1 })[0]
      : Object.keys((await parquetReadObjects({ file: await asyncBufferFromFile(file) }))[0] ?? {});
    expect(header).toEqual(names);
  }
});

test('an archive with no report has tables with a header and no row', async () => {
  await writeData(publication([]), join(folder, 'empty'));
  expect(parse(read('empty/data/metrics.csv'), { bom: true })).toHaveLength(1);
  const file = await asyncBufferFromFile(join(folder, 'empty/data/reports.parquet'));
  expect(await parquetReadObjects({ file })).toEqual([]);
});

test('data files of the last site are taken again where they are the same, and never where somebody changed them', async () => {
  const last = join(folder, 'last');
  const index = join(folder, 'kept.json');
  const one = sampleReport({});
  const other = sampleReport({ year: 2023 }, ['全年办结行政复议案件13件。']);
  const write = async (out: string, reports: (typeof one)[], asked: string[] = []) => {
    const made = publication(reports);
    const kept = openKept(out, index, [{ site: last, index }]);
    await writeData(
      {
        ...made,
        report: (id) => {
          asked.push(id);
          return made.report(id);
        },
        key: (id) => JSON.stringify(made.report(id)),
        kept,
      },
      out,
    );
    kept.save(digestSite(out));
    return asked;
  };
  expect(await write(last, [one, other])).toEqual(['370200-zf/2022', '370200-zf/2023']);
  expect(await write(join(folder, 'next'), [one, other])).toEqual([]);
  expect(digestSite(join(folder, 'next'))).toEqual(digestSite(last));

  rmSync(join(last, 'reports/370200-zf/2023.txt'));
  writeFileSync(join(last, 'reports/370200-zf/2023.txt'), '改');
  expect(await write(join(folder, 'mended'), [one, other])).toEqual(['370200-zf/2023']);
  expect(digestSite(join(folder, 'mended'))).toEqual(digestSite(join(folder, 'next')));
  const changed = sampleReport({}, ['全年办结行政复议案件14件。']);
  expect(await write(join(folder, 'changed'), [changed])).toEqual(['370200-zf/2022']);
  expect(read('changed/reports/370200-zf/2022.txt')).toContain('14件');
});
