import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parseStages } from '../../src/bench/builds.ts';
import { childTime, costOf } from '../../src/bench/cost.ts';
import { type Measured, median, printTable } from '../../src/bench/table.ts';
import { heaviestPages } from '../../src/bench/weights.ts';
import { createProgress } from '../../src/build/progress.ts';

describe('what a command costs', () => {
  test('counts what its children used', async () => {
    const burn = 'const end = process.cpuUsage().user + 3e5; while (process.cpuUsage().user < end);';
    const inChild = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(burn)}])`;
    const { cpu, output } = await costOf([process.execPath, '-e', `console.log('done'); ${inChild}`]);
    expect(cpu).toBeGreaterThanOrEqual(0.3);
    expect(output).toBe('done\n');
  });

  test('is not told of a command that fails: it throws what that wrote', async () => {
    const failing = costOf([process.execPath, '-e', 'console.error("no such thing"); process.exit(3)']);
    await expect(failing).rejects.toThrow(/exited with 3:\nno such thing/);
  });

  test('is read from the shell as it prints it', () => {
    expect(childTime('0m0.00s 0m0.00s\n2m3.50s 0m0.250s\n')).toBeCloseTo(123.75);
    expect(childTime('0m0.00s 0m0.00s\n0m0.00s 0m0.00s\n')).toBe(0);
  });
});

test('the stages of a build are read from the table that it prints', async () => {
  let time = 0;
  let printed = '';
  const progress = createProgress(
    { live: false, write: (text) => (printed += text) },
    { now: () => time, memory: () => 2 ** 20 },
  );
  await progress.stage('normalise', undefined, async ({ tick }) => tick(12));
  await progress.stage('zip', undefined, async () => {
    time += 2500;
  });
  expect(parseStages(`${printed}\n${progress.table()}\n12 reports`)).toEqual({
    normalise: 0,
    zip: 2.5,
    total: 2.5,
  });
});

describe('the table', () => {
  const measured = (reports: number, wall: number): Measured => ({
    reports,
    builds: {
      cold: { wall, cpu: 2 * wall, memory: 2 ** 30 },
      stages: {},
      unchanged: { wall: 1, cpu: 1 },
      changed: { wall: 2, cpu: 2 },
      sameBytes: true,
      weights: { home: 12_345, metric: undefined },
    },
    reading: { texts: 10, characters: 1000, reading: 6, cutting: 2 },
    pages: { pages: reports, bytes: 1, site: 10, bare: 5, strings: 8, source: 6 },
  });
  const row = (table: string, what: string) =>
    table
      .split('\n')
      .find((line) => line.startsWith(`| ${what}`))
      ?.split(' | ')
      .slice(1);

  test('has ratios within a size, and growth between sizes', () => {
    const table = printTable([measured(100, 10), measured(400, 40)]);
    expect(row(table, 'the same against a bare')).toEqual(['2.00', '2.00', '≤ 2.5 |']);
    expect(row(table, 'reading the Markdown')?.[0]).toBe('1.20');
    expect(row(table, 'report pages against a bare Node renderer')?.[0]).toBe('1.25');
    expect(row(table, 'report pages: site')?.[0]).toBe('10 s, 5.0 s, 8.0 s');
    expect(row(table, 'growth')).toEqual(['—', '1.00', '≤ 1.1 |']);
    expect(row(table, 'nothing changed')?.[0]).toBe('10.0 %, CPU 5.0 %');
    expect(row(table, 'ingest and figures')?.[0]).toBe('3.00');
  });

  test('leaves empty what could not be measured', () => {
    const table = printTable([measured(100, 10)]);
    expect(row(table, 'report pages, CPU, against Hugo')?.[0]).toBe('—');
    expect(row(table, 'heaviest metric page')?.[0]).toBe('—');
    expect(row(table, 'heaviest home page')?.[0]).toBe('12.3 KB');
  });

  test('takes the middle', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(() => median([])).toThrow(RangeError);
  });
});

test('the heaviest page of each kind is weighed gzipped, and named', () => {
  const site = mkdtempSync(join(tmpdir(), 'weights-test-'));
  const pages = {
    'index.html': 'a'.repeat(5000),
    'regions/370000.html': '青岛市',
    'regions/370200.html': '青岛市人民政府办公厅',
    'regions/370000.xml': '青岛市人民政府办公厅法治政府建设年度报告',
  };
  for (const [path, text] of Object.entries(pages)) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), text);
  }
  expect([...heaviestPages(site)]).toEqual([
    ['home', { path: 'index.html', bytes: gzipSync(pages['index.html']).length }],
    ['region', { path: 'regions/370200.html', bytes: gzipSync(pages['regions/370200.html']).length }],
  ]);
  rmSync(site, { recursive: true });
});
