/** One of the pool's workers: reads sources by the rules of a content folder, which it loads once. */
import { loadNormaliseRules } from '../normalise/folder.ts';
import { headOf } from '../normalise/read.ts';
import { type NormaliseRules, normaliseReport, type RawSource } from '../normalise/report.ts';

export interface ReadTask {
  content: string;
  sources: RawSource[];
}

let loaded: { content: string; rules: NormaliseRules } | undefined;

/**
 * What normaliseReport gives for each source as two lines of JSON: diagnostics and head, and the draft (or null).
 * The cache keeps it so, and threads hand it on cheaply.
 */
export default async function read({ content, sources }: ReadTask): Promise<string[]> {
  if (loaded?.content !== content) loaded = { content, rules: loadNormaliseRules(content) };
  const { rules } = loaded;
  return Promise.all(
    sources.map(async (source) => {
      const { diagnostics, draft } = await normaliseReport(source, rules);
      const head = draft && headOf(draft);
      return `${JSON.stringify({ diagnostics, head })}\n${JSON.stringify(draft ?? null)}`;
    }),
  );
}
