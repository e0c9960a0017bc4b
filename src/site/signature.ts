/** The signature of a report: who issued it and when, on lines of their own below the text. */
import { isoDate } from '../ingest/dates.ts';
import { fold } from '../ingest/fold.ts';
import type { Block, Report } from '../report/report.ts';

/** A line that ends in a date, and what stands before it. */
const DATED = /^\(?(.*?)\s*20\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\)?$/u;
/** Longer paragraphs are text, whatever they end in. */
const LONGEST = 80;
/** Fewer characters name no body: 政府. */
const SHORTEST = 4;

/**
 * Anchors of the blocks that are the signature: the last paragraph that is the signing date, and the names of the
 * report's own bodies right above it; without a date, names that the report ends with. Empty where there is none.
 */
export function signatureOf({ metadata, blocks }: Report): ReadonlySet<string> {
  const names = [metadata.agency, ...(metadata.issuers ?? [])].map(letters);
  const isName = (text: string) => {
    const own = letters(text);
    return own.length >= SHORTEST && names.some((name) => name.endsWith(own));
  };
  const isDated = ({ depth, text }: Block) => {
    if (depth > 0 || text.length > LONGEST) return false;
    const folded = fold(text);
    const [, before] = folded.match(DATED) ?? [];
    return before !== undefined && (before === '' || isName(before)) && isoDate(folded) === metadata.signed;
  };
  const dated = metadata.signed === undefined ? -1 : blocks.findLastIndex(isDated);
  const end = dated < 0 ? blocks.length : dated;
  let start = end;
  while (isParagraph(blocks[start - 1]) && isName(blocks[start - 1]?.text ?? '')) start -= 1;
  return new Set(blocks.slice(start, end + 1).map(({ anchor }) => anchor));
}

function isParagraph(block: Block | undefined): boolean {
  return block?.depth === 0 && block.text.length <= LONGEST;
}

/** Joint issuers stand apart by a space in one place and by 、 in another. */
function letters(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}
