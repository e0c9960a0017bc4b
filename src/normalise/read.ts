/** Reading all sources of an archive without holding their texts: a line on each, and the rest where it can be had. */

import type { Diagnostic } from '../diagnostics.ts';
import type { KnownAgency } from '../ingest/agency-id.ts';
import { type Draft, type NormaliseRules, normaliseReport, type RawSource } from './report.ts';

/** What must be known of a draft before its report has an id. */
export interface DraftHead {
  agency: Omit<KnownAgency, 'id'>;
  year: number;
}

export interface SourceRead {
  diagnostics: Diagnostic[];
  /** Absent where the source is left out; `diagnostics` then says why. */
  draft?: DraftHead & {
    /** Stands for the source and for all that it was read by. */
    key: string;
    load(): Draft;
  };
}

/** Reads sources, and remembers what was made from their drafts. */
export interface Reader {
  /** In the order of the sources; `rules` are asked for where a source is read here. */
  read(sources: Iterable<RawSource>, rules: () => NormaliseRules): Promise<SourceRead[]>;
  /** What `make` gives, or gave when it was called with the same parts. */
  remember(parts: readonly string[], make: () => string): string;
  /** Drops what is kept of sources and drafts that are no more; called when the run has all that it needs. */
  forget(): void;
}

export function headOf({ agency, metadata }: Draft): DraftHead {
  return { agency, year: metadata.year };
}

/** Reads in this thread and keeps all drafts in memory: for a few sources. */
export const readHere: Reader = {
  read(sources, load) {
    const rules = load();
    return Promise.all(
      Array.from(sources, async (source): Promise<SourceRead> => {
        const { draft, diagnostics } = await normaliseReport(source, rules);
        return { diagnostics, ...(draft && { draft: { ...headOf(draft), key: '', load: () => draft } }) };
      }),
    );
  },
  remember: (_, make) => make(),
  forget: () => {},
};
