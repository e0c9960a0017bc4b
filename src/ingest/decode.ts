/** Bytes to text: which encoding a collected page is in, without ever guessing silently. */
import { Buffer, isUtf8 } from 'node:buffer';
import { detect } from 'chardet';

/** Why a file gives no text. */
export interface NoText {
  code: 'empty-file' | 'binary-file' | 'undecodable-file' | 'scanned-pdf' | 'oversized-file';
  message: string;
}

export type Decoded = { text: string; encoding: string } | NoText;

/** First bytes of formats that are never text. */
const MAGIC: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['PDF document', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG image', [0xff, 0xd8, 0xff]],
  ['GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['zip archive', [0x50, 0x4b, 0x03, 0x04]],
  ['gzip archive', [0x1f, 0x8b]],
  ['RAR archive', [0x52, 0x61, 0x72, 0x21]],
  ['old Office document', [0xd0, 0xcf, 0x11, 0xe0]],
];

/** Characters that make up some 8 % of official Chinese, simplified and traditional. */
const COMMON = /[的一是和在年政法建设設人行依治府市县縣区區加强強工作，。、]/gu;

/**
 * Decodes UTF-8 (with or without BOM), UTF-16, GB18030 (which holds GBK and GB2312) and Big5.
 * A text that was cut inside its last character is still UTF-8.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { code: 'empty-file', message: 'the file has 0 bytes' };
  const magic = MAGIC.find(([, head]) => head.every((byte, i) => bytes[i] === byte));
  if (magic) return { code: 'binary-file', message: `the file is a ${magic[0]}` };
  const decoded = decodeMarked(bytes) ?? decodeUnmarked(bytes);
  if ('code' in decoded) return decoded;
  if (/^[\s\p{Cc}\ufeff]*$/u.test(decoded.text))
    return { code: 'empty-file', message: 'the file has nothing but spaces and line ends' };
  return decoded;
}

/** By byte order mark, or by the NULs that UTF-16 has in every second place. */
function decodeMarked(bytes: Uint8Array): Decoded | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return as('utf-8', bytes) ?? undefined;
  if (a === 0xff && b === 0xfe) return as('utf-16le', bytes);
  if (a === 0xfe && b === 0xff) return as('utf-16be', bytes);
  const head = bytes.subarray(0, 4096);
  if (!head.includes(0)) return undefined;
  const nuls = [0, 0];
  head.forEach((byte, i) => {
    if (byte === 0) nuls[i % 2] = (nuls[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nuls;
  // ASCII in UTF-16 (digits, line ends) leaves NULs on one side only.
  const sided = Math.min(even, odd) === 0 && bytes.length % 2 === 0;
  const text = sided ? as(odd > 0 ? 'utf-16le' : 'utf-16be', bytes) : undefined;
  if (text && plausibility(text.text) > 0.02) return text;
  // A stray NUL or two is damage in a text; many are a binary file.
  return (even + odd) / head.length > 0.01
    ? { code: 'binary-file', message: 'the file holds NUL bytes and is no UTF-16 text' }
    : undefined;
}

function decodeUnmarked(bytes: Uint8Array): Decoded {
  const declared = declaredCharset(bytes);
  const asDeclared = declared && as(declared, bytes);
  if (asDeclared) return readable(asDeclared);
  const utf8 = as('utf-8', bytes) ?? as('utf-8', bytes.subarray(0, lastWholeCharacter(bytes)));
  if (utf8) return readable(utf8);
  const candidates = ['gb18030', 'big5']
    .flatMap((encoding) => as(encoding, bytes) ?? [])
    .sort((x, y) => plausibility(y.text) - plausibility(x.text));
  if (candidates[0] && plausibility(candidates[0].text) > 0.02) return readable(candidates[0]);
  const lossy = new TextDecoder('utf-8').decode(bytes);
  const lost = lossy.match(/\ufffd/g)?.length ?? 0;
  if (lost / lossy.length < 0.01 && plausibility(lossy) > 0.02) return { text: lossy, encoding: 'utf-8' };
  // Asked last: it weighs every encoding that it knows, and only this message needs more than those above.
  const detected = detect(bytes)?.toLowerCase();
  return {
    code: 'undecodable-file',
    message: `neither UTF-8, UTF-16, GB18030 nor Big5 gives Chinese text${detected ? ` (it looks like ${detected})` : ''}`,
  };
}

/** The charset that a saved page declares, as the WHATWG names it; undefined for a plain text. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const label = /<meta[^>]{0,100}charset\s*=\s*["']?\s*([\w-]{2,20})/i.exec(head)?.[1];
  try {
    // GBK is read as GB18030, which holds it.
    return label && new TextDecoder(label).encoding.replace(/^gbk$/, 'gb18030');
  } catch {
    return undefined;
  }
}

/** Text that is mostly control characters came out of a binary file. */
function readable(decoded: { text: string; encoding: string }): Decoded {
  const controls = decoded.text.match(/[^\P{Cc}\t\n\f\r]/gu)?.length ?? 0;
  return controls / decoded.text.length > 0.05
    ? { code: 'binary-file', message: 'the file is mostly control characters' }
    : decoded;
}

function as(encoding: string, bytes: Uint8Array): { text: string; encoding: string } | undefined {
  // Asked first, as a decoder that fails takes far longer.
  if (encoding === 'utf-8' && !isUtf8(bytes)) return undefined;
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return undefined;
  }
}

/** Share of everyday characters: about 0.08 to 0.2 in official Chinese, near 0 in a wrong decoding. */
function plausibility(text: string): number {
  const head = text.slice(0, 20_000);
  return (head.match(COMMON)?.length ?? 0) / Math.max(head.length, 1);
}

/** Offset where a UTF-8 text that was cut inside its last character ends. */
function lastWholeCharacter(bytes: Uint8Array): number {
  let start = bytes.length - 1;
  while (start > bytes.length - 4 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start -= 1;
  return start;
}
