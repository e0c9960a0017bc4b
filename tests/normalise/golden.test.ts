/**
 * Raw in, Markdown out: `golden` is a content folder whose reports were looked over line by line. After a change of
 * the rules `npm run normalise -- --content tests/normalise/golden` brings it up to date; read its diff.
 */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { normalise } from './folder.ts';

const GOLDEN = fileURLToPath(new URL('golden', import.meta.url));

test('the golden folder is what its raw texts give', async () => {
  const { changed, diagnostics, reports } = await normalise(GOLDEN, { check: true });
  expect(changed).toEqual([]);
  expect(reports).toHaveLength(3);
  expect(diagnostics.map(({ file, code }) => `${file} ${code}`)).toEqual(['suixi.txt damaged-text']);
});
