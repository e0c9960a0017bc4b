/** What the workers of the pool do. Each loads rules and dictionaries once, for all that it is given. */
import { loadNormaliseRules } from '../normalise/folder.ts';
import { headOf } from '../normalise/read.ts';
import { type NormaliseRules, normaliseReport, type RawSource } from '../normalise/report.ts';
import { type ReportId, readBlocks } from '../report/store.ts';
import { countTerms } from '../search/terms.ts';
import { countWords } from '../words/frequency.ts';
import { tagWords } from '../words/segment.ts';

interface ReadTask {
  content: string;
  sources: RawSource[];
}

let loaded: { content: string; rules: NormaliseRules } | undefined;

/**
 * Reads sources by the rules of a content folder. What normaliseReport gives for each, as two lines of JSON:
 * diagnostics and head, and the draft (or null). The cache keeps it so, and threads hand it on cheaply.
 */
export async function read({ content, sources }: ReadTask): Promise<string[]> {
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

interface CountTask {
  content: string;
  ids: ReportId[];
}

/** The words of each report, and its terms for the search, as two lines of JSON: both come from cutting it once. */
export async function count({ content, ids }: CountTask): Promise<string[]> {
  return ids.map((id) => {
    const paragraphs = readBlocks(content, id).map(({ text }) => tagWords(text));
    return `${JSON.stringify(countWords(paragraphs))}\n${JSON.stringify(countTerms(paragraphs))}`;
  });
}
