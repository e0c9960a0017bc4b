import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Listing, planUploads } from '../../src/publish/plan.ts';

/** A build as a model: its pages' versions, each of which loads its own hashed script. */
const build = fc
  .dictionary(fc.constantFrom('index', 'reports/a-b/2021', 'reports/a-b/2022', 'years/2022'), fc.nat(3), {
    noNullPrototype: true,
  })
  .map((pages) => {
    const files: Record<string, { sha256: string }> = {
      'search/manifest.js': { sha256: JSON.stringify(pages) },
    };
    for (const [page, version] of Object.entries({ index: 0, ...pages })) {
      files[`${page}.html`] = { sha256: `v${version}` };
      files[`assets/site.v${version}.js`] = { sha256: `v${version}` };
    }
    return files;
  });

test('after every step, each live page has the script it loads, and the end is the new build', () => {
  fc.assert(
    fc.property(build, build, (before, after) => {
      const live: Record<string, { sha256: string }> = { ...before };
      for (const { action, path } of planUploads(before, after)) {
        if (action === 'delete') delete live[path];
        else live[path] = after[path] as { sha256: string };
        for (const [page, { sha256 }] of Object.entries(live))
          if (page.endsWith('.html')) expect(live).toHaveProperty([`assets/site.${sha256}.js`]);
      }
      expect(live).toEqual(after);
    }),
  );
});

test('new pages come before the pages that link to them, the front page after all, machines are told last', () => {
  const file = (sha256: string) => ({ sha256 });
  const before: Listing = {
    'index.html': file('1'),
    'agencies/a-b.html': file('1'),
    'years/2020.html': file('1'),
    'same.html': file('1'),
  };
  const after: Listing = {
    'index.html': file('2'),
    'agencies/a-b.html': file('2'),
    'feed.xml': file('2'),
    'reports/a-b/2022.html': file('2'),
    'search/ab12/index/x.js': file('2'),
    'search/manifest.js': file('2'),
    'same.html': file('1'),
  };
  expect(planUploads(before, after).map(({ action, path }) => `${action} ${path}`)).toEqual([
    'upload search/ab12/index/x.js',
    'upload search/manifest.js',
    'upload reports/a-b/2022.html',
    'upload agencies/a-b.html',
    'upload index.html',
    'upload feed.xml',
    'delete years/2020.html',
  ]);
});
