import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { loadSettings } from '../../src/site/settings.ts';

const script = fileURLToPath(new URL('../../scripts/generate.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'fazhi-generate-'));
afterAll(() => rmSync(folder, { recursive: true }));

function generate(name: string, reports: number, env: Record<string, string> = {}): string {
  const out = join(folder, name);
  const flags = ['--reports', String(reports), '--seed', '3', '--out', out];
  execFileSync(process.execPath, [script, ...flags], { env: { ...process.env, ...env }, stdio: 'pipe' });
  return out;
}

function contents(out: string): Map<string, string> {
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [path.slice(out.length), readFileSync(path, 'latin1')]));
}

test('the same bytes wherever and whenever it runs', () => {
  const here = contents(generate('here', 20, { TZ: 'America/St_Johns', LANG: 'C' }));
  const there = contents(
    generate('there', 20, { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }),
  );
  expect([...here.keys()].filter((path) => path.startsWith('/raw/'))).toHaveLength(20);
  expect(there).toEqual(here);
});

test('a content folder that the build takes for a demonstration', () => {
  expect(loadSettings(generate('demo', 1))).toMatchObject({ demo: true });
});

test('a corpus is replaced by the next one, and a folder of real texts is left alone', () => {
  const out = generate('again', 5);
  generate('again', 3);
  expect(readdirSync(join(out, 'raw'))).toHaveLength(3);
  writeFileSync(join(out, 'site.yaml'), 'name: 某市法治年报\n');
  expect(() => generate('again', 4)).toThrow(/nothing was written/);
  expect(readdirSync(join(out, 'raw'))).toHaveLength(3);
});
