import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { listReports, readEntry } from '../../src/report/store.ts';

const content = mkdtempSync(join(tmpdir(), 'store-test-'));
afterAll(() => rmSync(content, { recursive: true }));

test('lists reports in the order of agency and year, older texts and what links lead to left out', () => {
  const put = (path: string) => {
    mkdirSync(join(content, path, '..'), { recursive: true });
    writeFileSync(join(content, path), '');
  };
  for (const name of ['2022.md', '2021.md', '2022.0a1b2c3d.md', 'notes.md'])
    put(`reports/110000-rmzf/${name}`);
  put('reports/110000-fzb/2023.md');
  put('elsewhere/120000-rmzf/2020.md');
  symlinkSync(join(content, 'elsewhere'), join(content, 'reports', 'linked'));
  symlinkSync('..', join(content, 'reports', '110000-fzb', 'circle'));
  symlinkSync('2023.md', join(content, 'reports', '110000-fzb', '2024.md'));
  expect(listReports(content)).toEqual(['110000-fzb/2023', '110000-rmzf/2021', '110000-rmzf/2022']);
});

test('metadata that need not be checked again is the same, in the same order', () => {
  for (const folder of ['content', 'tests/normalise/golden']) {
    const ids = listReports(folder);
    expect(ids.length).toBeGreaterThan(2);
    for (const id of ids) {
      const checked = readEntry(folder, id, new Set());
      const trusted = readEntry(folder, id, new Set([checked.fingerprint]));
      expect(JSON.stringify(trusted)).toBe(JSON.stringify(checked));
    }
  }
});
