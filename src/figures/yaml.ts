/** Reads an editor's YAML file against a schema; a mistake is named with its line and what was expected. */
import { isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';

/** Words of a list, or written in one string with spaces between them. */
export const wordList = z
  .union([z.string(), z.array(z.string())])
  .transform((words) => (typeof words === 'string' ? words.split(/\s+/).filter(Boolean) : words));

/** A mistake in a content file. */
export class ContentError extends Error {
  readonly file: string;
  readonly line: number;

  constructor(file: string, line: number, problem: string) {
    super(`${file}:${line}: ${problem}`);
    this.name = 'ContentError';
    this.file = file;
    this.line = line;
  }
}

/** Names the line of a place in the file: a path of keys and indexes. */
export type LineOf = (path: readonly PropertyKey[]) => number;

/**
 * The content of a YAML file that fits `schema`, and the line of every place in it.
 * @throws {ContentError} naming the first line that is no YAML or does not fit, and what was expected there.
 */
export function readYaml<T extends z.ZodType>(
  file: string,
  text: string,
  schema: T,
): { data: z.infer<T>; lineOf: LineOf } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken)
    throw new ContentError(file, lines.linePos(broken.pos[0]).line, broken.message.split('\n')[0] ?? '');
  const lineOf: LineOf = (path) => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { data: parsed.data, lineOf };
  const issue = parsed.error.issues[0] as z.core.$ZodIssue;
  throw new ContentError(file, lineOf(issue.path), `${issue.path.join('.')}: ${issue.message}`);
}
