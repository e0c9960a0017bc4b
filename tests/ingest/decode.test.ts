import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from '../../src/ingest/decode.ts';

const TEXT = '桃源县人民政府关于2022年度法治政府建设情况的报告\r\n2022年，全县依法行政工作取得新进展。';
const TRADITIONAL = '桃園市政府2022年度法治政府建設情況報告,我們在依法行政方面的工作取得新進展。';

/** Bytes of `text` in an encoding that TextEncoder does not write, by asking TextDecoder for every pair of bytes. */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const pairs = new Map<string, [number, number]>();
  for (let a = 0x81; a < 0xff; a += 1)
    for (let b = 0x40; b < 0xff; b += 1) pairs.set(decoder.decode(Uint8Array.of(a, b)), [a, b]);
  return Uint8Array.from(
    [...text].flatMap((sign) => (sign < '\x80' ? [sign.charCodeAt(0)] : (pairs.get(sign) ?? [0x3f]))),
  );
}

const utf16 = (text: string, mark: boolean) => Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');

test.each([
  ['utf-8', new TextEncoder().encode(TEXT), TEXT],
  ['utf-8', new TextEncoder().encode(`\ufeff${TEXT}`), TEXT],
  ['gb18030', encode(TEXT, 'gb18030'), TEXT],
  ['big5', encode(TRADITIONAL, 'big5'), TRADITIONAL],
  ['utf-16le', utf16(TEXT, true), TEXT],
  ['utf-16le', utf16(TEXT, false), TEXT],
  ['utf-16be', utf16(TEXT, true).swap16(), TEXT],
  ['utf-8', new TextEncoder().encode(TEXT).slice(0, -1), TEXT.slice(0, -1)],
] as const)('%s', (encoding, bytes, text) => {
  expect(decode(bytes)).toEqual({ encoding, text });
});

test('a saved page is read in the charset that it declares', () => {
  const html = `<html><head><meta charset="gb2312"></head><body>${TEXT}</body></html>`;
  expect(decode(encode(html, 'gb18030'))).toEqual({ encoding: 'gb18030', text: html });
});

test('whatever the bytes, there is a text or a named reason', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
      const decoded = decode(bytes);
      if ('code' in decoded) expect(decoded.message).not.toBe('');
      else expect(decoded.text.trim()).not.toBe('');
    }),
  );
});
