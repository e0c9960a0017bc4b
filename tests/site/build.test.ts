import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { PROJECT_CONTENT } from '../../src/content.ts';

test('the Markdown that is committed is what the rules make of the raw texts', () => {
  const reports = (content: string) =>
    readdirSync(join(content, 'reports'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => ({ file: file.slice(content.length), text: readFileSync(file, 'utf8') }));
  expect(reports(inject('content'))).toEqual(reports(PROJECT_CONTENT));
});
