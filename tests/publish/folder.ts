/** Folders for tests: made, filled and cleared. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

export { fill } from './fill.ts';

/** A new folder of its own for a test file, gone when the file is done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fazhi-publish-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
