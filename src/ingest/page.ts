/** A collected file read as a page: what it says and whether it is a report. */
import { toLines } from './characters.ts';
import { findLosses, type Loss, repairDamage } from './damage.ts';
import { type PageDocument, toDocument } from './document.ts';
import type { Evidence } from './evidence.ts';
import type { Extracted } from './extract.ts';
import { type Identity, identify } from './identify.ts';
import { findKind } from './kind.ts';
import { addCounts } from './lines.ts';
import type { PageMeta } from './meta.ts';
import type { IngestRules } from './rules.ts';

export interface Page {
  encoding: string;
  document: PageDocument;
  identity: Identity;
  /** `report`, or the kind of page that it is instead. */
  kind: Evidence<string>;
  /** Repairs of characters, by rule. */
  counts: ReadonlyMap<string, number>;
  /** What the text lost and nobody can restore. */
  losses: Loss[];
  meta: PageMeta;
}

/** Reads the text of a file as `extract` gave it. */
export function readPage({ text, encoding, meta, main }: Extracted, rules: IngestRules): Page {
  const characters = toLines(text);
  const repaired = repairDamage(characters.lines);
  const document = toDocument(repaired.lines, rules.noise, main);
  const identity = identify(document, rules, meta);
  return {
    encoding,
    meta,
    document,
    identity,
    kind: findKind(document, identity.title, rules.kinds),
    losses: findLosses(repaired.lines),
    counts: addCounts(characters.counts, repaired.counts),
  };
}
