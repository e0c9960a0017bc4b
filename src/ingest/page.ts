/** A collected file read as a page: what it says and whether it is a report. */
import { toLines } from './characters.ts';
import { repairDamage } from './damage.ts';
import { type Decoded, decode } from './decode.ts';
import { type PageDocument, toDocument } from './document.ts';
import type { Evidence } from './evidence.ts';
import { type Identity, identify } from './identify.ts';
import { findKind } from './kind.ts';
import { addCounts } from './lines.ts';
import type { IngestRules } from './rules.ts';

export interface Page {
  encoding: string;
  document: PageDocument;
  identity: Identity;
  /** `report`, or the kind of page that it is instead. */
  kind: Evidence<string>;
  /** Repairs of characters, by rule. */
  counts: ReadonlyMap<string, number>;
}

/** Why a file holds no page. */
export type NoPage = Extract<Decoded, { code: string }>;

/** Reads the bytes of a file. A result with a `code` says why there is no text in it. */
export function readPage(bytes: Uint8Array, rules: IngestRules): Page | NoPage {
  const decoded = decode(bytes);
  if ('code' in decoded) return decoded;
  const characters = toLines(decoded.text);
  const repaired = repairDamage(characters.lines);
  const document = toDocument(repaired.lines);
  const counts = addCounts(characters.counts, repaired.counts);
  const identity = identify(document, rules);
  return {
    encoding: decoded.encoding,
    document,
    identity,
    kind: findKind(document, identity.title, rules.kinds),
    counts,
  };
}
