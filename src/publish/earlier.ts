/** The last zip as a store of packed contents: what it has need not be deflated again. */
import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { writeWhole } from '../files.ts';
import type { FileDigest } from './manifest.ts';
import { methodOf, type Packed, type Place, type ZipSummary } from './zip.ts';

/** What must be known to take contents from the last zip. */
export interface Earlier {
  /** Of the last zip, as it is now; undefined where there is none. */
  zip: FileDigest | undefined;
  /** SHA-256 of the contents that are wanted now, by name in the zip. */
  digests: ReadonlyMap<string, string>;
  /** The file that keeps what lies where. */
  index: string;
  /** Stands for the code that packs. */
  salt: string;
}

interface Index {
  salt: string;
  /** SHA-256 of the zip. */
  zip: string;
  /** By SHA-256 of the content. */
  places: [sha256: string, place: Place][];
}

export interface EarlierZip {
  /** The wanted content of that name, good until the next is asked for; undefined where the zip does not have it. */
  find(name: string): Packed | undefined;
  close(): void;
}

const NOTHING: EarlierZip = { find: () => undefined, close: () => {} };

/** The zip that the index was written for; NOTHING where it is gone, was changed, or other code packed it. */
export function openEarlier(zip: string, earlier: Earlier | undefined): EarlierZip {
  if (!earlier?.zip || !existsSync(earlier.index)) return NOTHING;
  const index: Index = JSON.parse(readFileSync(earlier.index, 'utf8'));
  if (index.salt !== earlier.salt || index.zip !== earlier.zip.sha256) return NOTHING;
  const places = new Map(index.places);
  const disk = openSync(zip, 'r');
  const read = readAhead(disk);
  return {
    find(name) {
      const place = places.get(earlier.digests.get(name) ?? '');
      if (!place || place.method !== methodOf(name)) return undefined;
      const { method, crc32, size, offset, bytes } = place;
      const data = read(offset, bytes);
      return data.length === bytes ? { method, crc32, size, data } : undefined;
    },
    close: () => closeSync(disk),
  };
}

/** Contents that are wanted one after the other mostly lie so in the zip: a call each would take most of the time. */
const AHEAD = 1 << 20;

/** Reads `bytes` bytes from `offset` on, as far as there are so many. They are good until it is called again. */
function readAhead(disk: number): (offset: number, bytes: number) => Uint8Array {
  const buffer = new Uint8Array(AHEAD);
  let start = 0;
  let end = 0;
  return (offset, bytes) => {
    if (bytes > AHEAD) {
      const own = new Uint8Array(bytes);
      return own.subarray(0, readSync(disk, own, 0, bytes, offset));
    }
    if (offset < start || offset + bytes > end) {
      start = offset;
      end = start + readSync(disk, buffer, 0, AHEAD, start);
    }
    return buffer.subarray(offset - start, Math.min(offset + bytes, end) - start);
  };
}

/** Keeps what lies where in the zip that was just written, for the next one. */
export function keepPlaces({ sha256, places }: ZipSummary, { digests, index, salt }: Earlier): void {
  const kept = [...places].flatMap(([name, place]): Index['places'] => {
    const digest = digests.get(name);
    return digest === undefined ? [] : [[digest, place]];
  });
  writeWhole(index, JSON.stringify({ salt, zip: sha256, places: kept } satisfies Index));
}
