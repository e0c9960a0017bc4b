import { expect, test } from 'vitest';
import { checkNames } from '../../src/publish/names.ts';

const wrong = (...paths: string[]) => checkNames(paths).map(({ file, message }) => [file, message]);

test('names of a site pass', () => {
  expect(wrong('index.html', 'reports/370100-xjdnzhqbqgwh/2023.html', 'SHA256SUMS')).toEqual([]);
});

test.each([
  ['a/con/x.html', 'has a name that Windows reserves'],
  ['a/AUX.html', 'has a name that Windows reserves'],
  ['a/lpt1.tar.gz', 'has a name that Windows reserves'],
  ['a./x.html', 'has a name that ends in a dot'],
  ['报告/x.html', 'has characters other than ASCII letters, digits and . _ ~ -'],
  ['a/x:y.html', 'has characters other than ASCII letters, digits and . _ ~ -'],
  ['a/x y.html', 'has characters other than ASCII letters, digits and . _ ~ -'],
  [`${'a'.repeat(82)}.html`, 'is longer than 100 characters in the zip'],
])('%s: %s', (path, message) => {
  expect(wrong(path)).toEqual([[path, message]]);
});

test.each(['a/console.html', 'a/com10.html', 'a/nullable.html', `${'a'.repeat(81)}.html`])(
  '%s passes',
  (path) => {
    expect(wrong(path)).toEqual([]);
  },
);

test('two paths that differ in case only are named', () => {
  expect(wrong('a/X.html', 'a/x.html')).toEqual([['a/x.html', 'differs from a/X.html in case only']]);
});
