/**
 * Writes files as a zip: the same content gives the same bytes on every machine.
 *
 * The container is written here (PKWARE APPNOTE 6.3.10), as the libraries that write zip64 either compress with
 * zlib, which gives other bytes on other processors, or take 0.6 ms for an entry that is compressed already.
 * Deflate is fflate's: integer arithmetic in plain JavaScript.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';

/** The content of a file as it stands in a zip. */
export interface Packed {
  /** 0 stored, 8 deflated. */
  method: 0 | 8;
  /** Of the content. */
  crc32: number;
  /** Bytes of the content. */
  size: number;
  data: Uint8Array;
}

export interface ZipEntry {
  /** Path inside the zip, with forward slashes. */
  name: string;
  packed: Packed;
}

export interface ZipSummary {
  /** Of the whole zip, in hex. */
  sha256: string;
  bytes: number;
  /** Where the content of each entry lies, by its name. */
  places: ReadonlyMap<string, Place>;
}

/** A content in a zip: `bytes` bytes from `offset` on, packed as the rest says. */
export interface Place extends Omit<Packed, 'data'> {
  offset: number;
  bytes: number;
}

/** Contents that are compressed already, by the end of the name: deflating them again only costs time. */
const COMPRESSED = /\.(?:br|gz|zip|png|jpe?g|webp|avif|woff2?|parquet|pf_(?:index|fragment|meta|filter))$/;

/** How a file of that name is packed. */
export function methodOf(name: string): Packed['method'] {
  return COMPRESSED.test(name) ? 0 : 8;
}

/** The entry of a file with these bytes. */
export function packEntry(name: string, bytes: Uint8Array): ZipEntry {
  const method = methodOf(name);
  const data = method === 0 ? bytes : deflateSync(bytes, { level: 6 });
  return { name, packed: { method, crc32: crc32(bytes), size: bytes.length, data } };
}

/** The MS-DOS time of an ISO date at midnight: years since 1980 (7 bits), month (4), day (5), then the time (16). */
export function dosTime(date: string): number {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  return (((year - 1980) << 25) | (month << 21) | (day << 16)) >>> 0;
}

/** From these on a number stands in a zip64 field, and the field of its own is full of ones. */
const MOST_ENTRIES = 0xffff;
const MOST_BYTES = 0xffffffff;

/**
 * Writes `entries` to `file` in their order, each with `date` (ISO) as its time stamp. Only one is in memory at a
 * time, and its data is done with when the next is asked for.
 * Nothing of the machine gets in: times are local fields, modes are fixed. Past 65,534 entries or 4 GB it is zip64.
 */
export function writeZip(file: string, entries: Iterable<ZipEntry>, date = '1980-01-01'): ZipSummary {
  const disk = createWriter(file);
  const time = dosTime(date);
  const central: Buffer[] = [];
  const places = new Map<string, Place>();
  try {
    for (const { name, packed } of entries) {
      const offset = disk.bytes();
      const fields = commonFields(name, packed, time, offset);
      central.push(centralHeader(fields, name, offset));
      disk.write(localHeader(fields, name));
      const { data, ...rest } = packed;
      places.set(name, { ...rest, offset: disk.bytes(), bytes: data.length });
      disk.write(data);
    }
    const start = disk.bytes();
    for (const header of central) disk.write(header);
    disk.write(endOfCentral(central.length, start, disk.bytes() - start));
    return { ...disk.finish(), places };
  } finally {
    disk.close();
  }
}

/** Bytes that are collected before they are written: a call a field would take most of the time. */
const ENOUGH = 1 << 20;

/** What is written may change once `write` has returned: it is copied, or on disk. */
function createWriter(file: string) {
  const disk = openSync(file, 'w');
  const hash = createHash('sha256');
  const waiting = Buffer.allocUnsafe(ENOUGH);
  let held = 0;
  let bytes = 0;
  const put = (part: Uint8Array) => {
    hash.update(part);
    writeFileSync(disk, part);
  };
  const flush = () => {
    put(waiting.subarray(0, held));
    held = 0;
  };
  return {
    bytes: () => bytes,
    write(part: Uint8Array) {
      if (held + part.length > ENOUGH) flush();
      if (part.length > ENOUGH) put(part);
      else {
        waiting.set(part, held);
        held += part.length;
      }
      bytes += part.length;
    },
    finish() {
      flush();
      return { sha256: hash.digest('hex'), bytes };
    },
    close: () => closeSync(disk),
  };
}

/** What local and central headers have in common: from "version needed" to "extra field length". */
function commonFields(
  name: string,
  { method, crc32, size, data }: Packed,
  time: number,
  offset: number,
): Buffer {
  if (size >= MOST_BYTES)
    throw new RangeError(`${name} has ${size} bytes: a file in the zip has less than 4 GB`);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(offset < MOST_BYTES ? 20 : 45, 0);
  // Names beyond ASCII are UTF-8.
  fields.writeUInt16LE(/^[\x20-\x7e]*$/.test(name) ? 0 : 0x800, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt32LE(time, 6);
  fields.writeUInt32LE(crc32, 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(Buffer.byteLength(name), 22);
  return fields;
}

function localHeader(fields: Buffer, name: string): Buffer {
  return Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name)]);
}

/** Version 4.5 is the first with zip64; the upper byte says that the mode is one of Unix: a file, rw-r--r--. */
const MADE_BY = (3 << 8) | 45;
const MODE = 0o100644;

function centralHeader(fields: Buffer, name: string, offset: number): Buffer {
  const far = offset >= MOST_BYTES;
  const extra = far ? zip64Offset(offset) : Buffer.alloc(0);
  const header = Buffer.alloc(46);
  header.write('PK\x01\x02', 'latin1');
  header.writeUInt16LE(MADE_BY, 4);
  fields.copy(header, 6);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE((MODE << 16) >>> 0, 38);
  header.writeUInt32LE(far ? MOST_BYTES : offset, 42);
  return Buffer.concat([header, Buffer.from(name), extra]);
}

function zip64Offset(offset: number): Buffer {
  const extra = Buffer.alloc(12);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8, 2);
  extra.writeBigUInt64LE(BigInt(offset), 4);
  return extra;
}

/** The end of the zip, with the record and locator of zip64 before it where a number needs them. */
function endOfCentral(entries: number, start: number, size: number): Buffer {
  const large = entries >= MOST_ENTRIES || start >= MOST_BYTES || size >= MOST_BYTES;
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Math.min(entries, MOST_ENTRIES), 8);
  end.writeUInt16LE(Math.min(entries, MOST_ENTRIES), 10);
  end.writeUInt32LE(Math.min(size, MOST_BYTES), 12);
  end.writeUInt32LE(Math.min(start, MOST_BYTES), 16);
  return large ? Buffer.concat([zip64End(entries, start, size), end]) : end;
}

function zip64End(entries: number, start: number, size: number): Buffer {
  const record = Buffer.alloc(56);
  record.write('PK\x06\x06', 'latin1');
  record.writeBigUInt64LE(44n, 4);
  record.writeUInt16LE(MADE_BY, 12);
  record.writeUInt16LE(45, 14);
  record.writeBigUInt64LE(BigInt(entries), 24);
  record.writeBigUInt64LE(BigInt(entries), 32);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  locator.writeBigUInt64LE(BigInt(start + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([record, locator]);
}
