import { appendFileSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listFiles } from '../../src/files.ts';
import { checkPermalinks, presentPermalinks, record } from '../../src/publish/record.ts';
import { writeSuccessors } from '../../src/publish/successors.ts';
import { fill, temporaryFolder } from './folder.ts';
import { sampleReport } from './sample.ts';

const folder = temporaryFolder();
const PAGE = 'reports/370200-zf/2022.html';
const page = (...ids: string[]) =>
  `<!doctype html><main>${ids.map((id) => `<p id="${id}">段</p>`).join('')}<p id="litigation.cases"></p></main>`;
const published = {
  'index.html': page(),
  'agencies/370200-zf.html': page(),
  [PAGE]: page('p-00000001', 'p-00000001-2', 'n-00000001-12'),
};

function archive(name: string) {
  const content = join(folder, name, 'content');
  const site = fill(join(folder, name, 'dist'), published);
  record(content, site, [], '2026-01-01');
  return { content, site };
}
const ledger = (content: string, name: string) =>
  readFileSync(join(content, 'permalinks', `${name}.txt`), 'utf8');
const lost = (content: string, site: string) =>
  checkPermalinks(content, site, new Map()).map(({ message }) => message);

test('a publication records each page and permanent anchor once, with its agency', () => {
  const { content, site } = archive('record');
  expect(record(content, site, [], '2026-02-02')).toEqual({ permalinks: 0, values: 0 });
  expect(ledger(content, '370200-zf')).toBe(
    `agencies/370200-zf.html\n${PAGE}\n${PAGE}#p-00000001\n${PAGE}#p-00000001-2\n${PAGE}#n-00000001-12\n`,
  );
  expect(ledger(content, 'site')).toBe('index.html\n');
  expect(checkPermalinks(content, site, new Map())).toEqual([]);
});

test('what a build would lose is named with its place in the ledger', () => {
  const { content, site } = archive('lost');
  fill(site, { [PAGE]: page('p-00000001', 'n-00000001-12') });
  rmSync(join(site, 'index.html'));
  expect(checkPermalinks(content, site, new Map())).toMatchObject([
    {
      code: 'lost-permalink',
      file: 'permalinks/370200-zf.txt',
      line: 4,
      message: `${PAGE}#p-00000001-2 was published and is not in this build`,
    },
    {
      code: 'lost-permalink',
      file: 'permalinks/site.txt',
      line: 1,
      message: 'index.html was published and is not in this build',
    },
  ]);
});

test('a successor stands where an anchor or a page was, with a link', () => {
  const { content, site } = archive('moved');
  fill(site, { [PAGE]: page('p-00000001'), 'reports/370200-zf/2021.html': page() });
  rmSync(join(site, 'index.html'));
  appendFileSync(
    join(content, 'permalinks', '370200-zf.txt'),
    `${PAGE}#p-00000001-2 -> ${PAGE}#p-00000001\n${PAGE}#n-00000001-12 -> ${PAGE}\n`,
  );
  writeFileSync(join(content, 'permalinks', 'site.txt'), 'index.html -> reports/370200-zf/2021.html\n');
  const own = join(content, 'permalinks', '370200-zf.txt');
  writeFileSync(own, readFileSync(own, 'utf8').replace(/^[^>]*#(?:p-00000001-2|n-00000001-12)$/gm, ''));
  // A page that is kept is a file of the last site too.
  linkSync(join(site, PAGE), join(folder, 'last.html'));
  expect(writeSuccessors(content, site).sort()).toEqual(['index.html', PAGE]);
  expect(readFileSync(join(folder, 'last.html'), 'utf8')).toBe(page('p-00000001'));
  expect(lost(content, site)).toEqual([]);
  expect(readFileSync(join(site, PAGE), 'utf8')).toContain('id="p-00000001-2"');
  expect(readFileSync(join(site, PAGE), 'utf8')).toContain('href="2022.html#p-00000001"');
  expect(readFileSync(join(site, 'index.html'), 'utf8')).toContain('href="reports/370200-zf/2021.html"');
});

test('a successor that is not there either does not help', () => {
  const { content, site } = archive('nowhere');
  rmSync(join(site, 'index.html'));
  writeFileSync(join(content, 'permalinks', 'site.txt'), 'index.html -> gone.html\n');
  expect(lost(content, site)).toEqual([
    'index.html is not in this build, and neither is its successor gone.html',
  ]);
});

test('the anchors of a page that moved move with it', () => {
  const { content, site } = archive('page-moved');
  rmSync(join(site, PAGE));
  const own = join(content, 'permalinks', '370200-zf.txt');
  writeFileSync(own, readFileSync(own, 'utf8').replace(`${PAGE}\n`, `${PAGE} -> agencies/370200-zf.html\n`));
  writeSuccessors(content, site);
  expect(lost(content, site)).toEqual([]);
});

test('a report that is withdrawn keeps its page, which answers for its anchors', () => {
  const { content, site } = archive('withdrawn');
  fill(site, { [PAGE]: page() });
  const { metadata } = sampleReport({ withdrawn: '应发布机关要求' });
  const reports = new Map([['370200-zf/2022' as const, metadata]]);
  expect(checkPermalinks(content, site, reports)).toEqual([]);
  rmSync(join(site, PAGE));
  expect(checkPermalinks(content, site, reports)).toHaveLength(4);
});

test('of any pages and anchors, exactly those are lost that a build no longer has', () => {
  const site = fc.dictionary(
    fc.stringMatching(/^[a-z]{1,6}$/),
    fc.uniqueArray(fc.stringMatching(/^p-[0-9a-f]{8}$/), { maxLength: 4 }),
    { maxKeys: 5, noNullPrototype: true },
  );
  let run = 0;
  fc.assert(
    fc.property(site, site, (before, after) => {
      const content = join(folder, `property${run++}`);
      const build = (name: string, pages: Record<string, string[]>) =>
        fill(
          join(content, name),
          Object.fromEntries(Object.entries(pages).map(([path, ids]) => [`${path}.html`, page(...ids)])),
        );
      const old = build('old', { ...before, index: [] });
      const next = build('new', { ...after, index: [] });
      record(content, old, [], '2026-01-01');
      const targets = lost(content, next).map((message) => message.split(' ', 1)[0]);
      const present = presentPermalinks(next);
      expect(new Set(targets)).toEqual(
        new Set([...presentPermalinks(old)].filter((target) => !present.has(target))),
      );
    }),
    { numRuns: 40 },
  );
});

test('an archive that was never published has nothing to lose', () => {
  expect(checkPermalinks(join(folder, 'none'), join(folder, 'nowhere'), new Map())).toEqual([]);
});

test('published values are logged once, and again when they change', () => {
  const { content, site } = archive('values');
  const before = sampleReport({}, ['办结行政复议案件12件。']).metadata;
  expect(record(content, site, [before], '2026-01-01').values).toBe(1);
  expect(record(content, site, [before], '2026-02-02').values).toBe(0);
  const [reading] = before.readings;
  const after = { ...before, readings: reading ? [{ ...reading, value: 13 }] : [] };
  expect(record(content, site, [after], '2026-03-03').values).toBe(1);
  expect(listFiles(join(content, 'permalinks'))).toContain('370200-zf.values.tsv');
});
