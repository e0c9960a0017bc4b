/** A page's text as the bytes of the encodings that collected pages come in. */

export type Encoding = 'utf-8' | 'utf-8-bom' | 'gb18030' | 'utf-16le';

const ENCODERS: Readonly<Record<Encoding, (text: string) => Uint8Array | undefined>> = {
  'utf-8': (text) => Buffer.from(text, 'utf8'),
  'utf-8-bom': (text) => Buffer.from(`\ufeff${text}`, 'utf8'),
  'utf-16le': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  gb18030: encodeGb18030,
};

/** The bytes of `text`; in UTF-8 where the encoding lacks a character of it. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  return ENCODERS[encoding](text) ?? Buffer.from(text, 'utf8');
}

let twoBytes: ReadonlyMap<string, number> | undefined;

/** By the inverse of the platform's decoder, which is all there is: no encoder but UTF-8's is built in. */
function encodeGb18030(text: string): Uint8Array | undefined {
  twoBytes ??= twoByteCodes();
  const bytes = new Uint8Array(2 * text.length);
  let length = 0;
  for (const character of text) {
    const code = character < '\u0080' ? character.charCodeAt(0) : twoBytes.get(character);
    if (code === undefined) return undefined;
    if (code > 0xff) bytes[length++] = code >> 8;
    bytes[length++] = code & 0xff;
  }
  return bytes.subarray(0, length);
}

function twoByteCodes(): Map<string, number> {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (trail !== 0x7f && character.length === 1 && character !== '\ufffd')
        codes.set(character, (lead << 8) | trail);
    }
  return codes;
}
