/** Reads a zip with yauzl, a library that the project does not write zips with. */
import yauzl from 'yauzl';

export interface Unzipped {
  name: string;
  bytes: Uint8Array;
}

export async function readZip(file: string): Promise<Unzipped[]> {
  const entries: Unzipped[] = [];
  const zip = await yauzl.openPromise(file);
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    entries.push({ name: entry.fileName, bytes: new Uint8Array(Buffer.concat(chunks)) });
  }
  return entries;
}
