/** Writes files as a zip: the same content gives the same bytes on every machine. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Writable } from 'node:stream';
import { Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';

export interface ZipEntry {
  /** Path inside the zip, with forward slashes. */
  name: string;
  bytes: Uint8Array;
}

export interface ZipSummary {
  /** Of the whole zip, in hex. */
  sha256: string;
  bytes: number;
  entries: number;
}

/** Contents that are compressed already, by the end of the name: deflating them again only costs time. */
const COMPRESSED = /\.(?:br|gz|zip|png|jpe?g|webp|avif|woff2?|parquet|pf_(?:index|fragment|meta|filter))$/;

/** The MS-DOS time of an ISO date at midnight: years since 1980 (7 bits), month (4), day (5), then the time (16). */
export function dosTime(date: string): number {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  return (((year - 1980) << 25) | (month << 21) | (day << 16)) >>> 0;
}

/**
 * Writes `entries` to `file` in their order, one in memory at a time, each with `date` (ISO) as its time stamp.
 *
 * Nothing of the machine gets in: times are local fields (a Date would carry the time zone), modes are fixed, and
 * deflate is zip.js's own WebAssembly, as zlib gives other bytes on other processors. Sizes stand in the local
 * headers, so no reader needs data descriptors. zip.js turns to zip64 by itself past 65,535 entries or 4 GB.
 */
export async function writeZip(
  file: string,
  entries: Iterable<ZipEntry>,
  date = '1980-01-01',
): Promise<ZipSummary> {
  const hash = createHash('sha256');
  let bytes = 0;
  let count = 0;
  const disk = Writable.toWeb(createWriteStream(file)).getWriter();
  const sink = new WritableStream<Uint8Array>({
    async write(chunk) {
      hash.update(chunk);
      bytes += chunk.length;
      await disk.write(chunk);
    },
    close: () => disk.close(),
    abort: (reason) => disk.abort(reason),
  });
  const zip = new ZipWriter(sink, {
    rawLastModDate: dosTime(date),
    extendedTimestamp: false,
    unixMode: 0o644,
    dataDescriptor: false,
    useCompressionStream: false,
    useWebWorkers: false,
  });
  for (const { name, bytes } of entries) {
    await zip.add(name, new Uint8ArrayReader(bytes), { level: COMPRESSED.test(name) ? 0 : 6 });
    count += 1;
  }
  await zip.close();
  return { sha256: hash.digest('hex'), bytes, entries: count };
}
