/**
 * Packs data as a classic script that hands it to a registered function: fetch() does not work on file://, a
 * `<script src>` does, so that one set of files serves both.
 */

/** The function that browsers call; see src/client/search/load.ts. */
export const RECEIVER = 'fazhiSearchData';

/** A script that hands over `value` (JSON) under the name `path`. */
export function packJson(path: string, value: unknown): string {
  return `${RECEIVER}(${JSON.stringify(path)},${JSON.stringify(value)});\n`;
}

/** A script that hands over `bytes` as base64 under the name `path`. */
export function packBytes(path: string, bytes: Uint8Array): string {
  return packJson(path, Buffer.from(bytes).toString('base64'));
}
