/** Where the archive's data lies. A content folder needs only raw/; the rest falls back to the project's own. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own content folder. */
export const PROJECT_CONTENT = fileURLToPath(new URL('../content', import.meta.url));

/** Path of the content file or folder `name`: in `content` where it is there, else in the project's own. */
export function contentFile(content: string, name: string): string {
  const own = join(content, name);
  return existsSync(own) ? own : join(PROJECT_CONTENT, name);
}
