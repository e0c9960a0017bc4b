/**
 * Frontmatter is YAML, written so that a diff shows one reading a line and so that reading it needs no
 * general YAML parser: `key: <JSON>`, or `key:` followed by one `  - <JSON>` a line. JSON is YAML 1.2, so
 * any YAML tool reads it too; reading it this way is what keeps an archive of 20,000 reports quick.
 */

/** Prints `data`, leaving out undefined values and empty lists. */
export function printFrontmatter(data: Readonly<Record<string, unknown>>): string {
  const lines: string[] = [];
  for (const [key, value] of Object.entries(data)) {
    if (value === undefined) continue;
    if (!Array.isArray(value)) lines.push(`${key}: ${printJson(value)}`);
    else if (value.length > 0) lines.push(`${key}:`, ...value.map((item) => `  - ${printJson(item)}`));
  }
  return `---\n${lines.join('\n')}\n---\n`;
}

/** Spaces after `:` and `,` as people write them; U+2028 and U+2029 escaped, as YAML takes them for line ends. */
function printJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printJson).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return `{ ${members.map(([key, member]) => `${JSON.stringify(key)}: ${printJson(member)}`).join(', ')} }`;
  }
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * Splits a Markdown file written by `printFrontmatter` and a body into both.
 * @throws {SyntaxError} naming the line that is not of that form.
 */
export function parseFrontmatter(file: string): { data: Record<string, unknown>; body: string } {
  const end = endOfFrontmatter(file);
  const data: Record<string, unknown> = {};
  let list: unknown[] | undefined;
  let line = 1;
  for (const text of file.slice(4, end - FENCE.length).split('\n')) {
    line += 1;
    try {
      if (text.startsWith('  - ') && list) {
        list.push(JSON.parse(text.slice(4)));
        continue;
      }
      const colon = text.indexOf(':');
      if (colon < 1) throw new SyntaxError('no key');
      const value = text.slice(colon + 1).trim();
      if (value === '') data[text.slice(0, colon)] = list = [];
      else data[text.slice(0, colon)] = JSON.parse(value);
    } catch {
      throw new SyntaxError(
        `line ${line}: expected "key: <JSON>" or "  - <JSON>", found ${text.slice(0, 60)}`,
      );
    }
  }
  return { data, body: file.slice(end) };
}

/** What ends the frontmatter; no value of it holds a line end. */
export const FENCE = '\n---\n';

/** Where the body of a Markdown file, or of its bytes, begins. @throws {SyntaxError} where it has no frontmatter. */
export function endOfFrontmatter(file: string | Buffer): number {
  const end = file.indexOf(FENCE, 3);
  if (file.indexOf('---\n') !== 0 || end < 0)
    throw new SyntaxError('line 1: expected frontmatter between --- lines');
  return end + FENCE.length;
}
