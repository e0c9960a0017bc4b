/** A share of the work, for one of several machines: which ones there are is written k/n, from 1/n to n/n. */
import { createHash } from 'node:crypto';

export interface Shard {
  /** From 1. */
  number: number;
  count: number;
}

/** @throws {Error} saying what is expected. */
export function parseShard(text: string): Shard {
  const [, number = 0, count = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
  if (number < 1 || number > count) throw new Error(`--shard ${text}: expected k/n with k from 1 to n`);
  return { number, count };
}

export const printShard = ({ number, count }: Shard) => `${number}/${count}`;

/** Whether the work on `key` is this shard's; every key is one shard's, whatever other keys there are. */
export function owns({ number, count }: Shard, key: string): boolean {
  const hash = createHash('sha256').update(key).digest().readUInt32BE();
  return (hash % count) + 1 === number;
}
