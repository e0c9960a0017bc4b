/**
 * Tables on disk, written a batch of rows at a time so that their size does not matter; between batches whatever
 * else the build does meanwhile has its turn.
 */
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { fileWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import { CSV_START, csvRecord } from '../csv.ts';
import type { Column } from './columns.ts';

const BATCH = 1000;
const ROW_GROUP = 10_000;

/** CSV for Excel in Chinese, as src/csv.ts prints it. */
export async function writeCsv<Row>(
  file: string,
  columns: readonly Column<Row>[],
  rows: Iterable<Row>,
): Promise<void> {
  const disk = openSync(file, 'w');
  try {
    writeFileSync(disk, CSV_START + csvRecord(columns.map(({ name }) => name)));
    for (const batch of batches(rows, BATCH)) {
      writeFileSync(disk, batch.map((row) => csvRecord(columns.map(({ value }) => value(row)))).join(''));
      await setImmediate();
    }
  } finally {
    closeSync(disk);
  }
}

const PARQUET_TYPES = {
  string: 'STRING',
  date: 'STRING',
  integer: 'INT32',
  year: 'INT32',
  number: 'DOUBLE',
} as const satisfies Record<Column<never>['type'], string>;

/**
 * The same table as Parquet: exact text and numbers; dates are ISO text; an unknown value is null. Least and greatest
 * values are said of ordered columns alone: of others each group of rows has all, and to find them takes a fifth of
 * the time.
 */
export async function writeParquet<Row>(
  file: string,
  columns: readonly Column<Row>[],
  rows: Iterable<Row>,
): Promise<void> {
  const columnData = (group: readonly Row[]) =>
    columns.map(({ name, type, ordered = false, value }) => ({
      name,
      type: PARQUET_TYPES[type],
      statistics: ordered,
      data: group.map((row) => value(row) ?? null),
    }));
  const schema = schemaFromColumnData({ columnData: columnData([]) });
  const parquet = new ParquetWriter({ writer: fileWriter(file), schema, createdBy: 'fazhi-archive' });
  for (const group of batches(rows, ROW_GROUP)) {
    parquet.write({ columnData: columnData(group), rowGroupSize: ROW_GROUP });
    await setImmediate();
  }
  parquet.finish();
}

function* batches<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
