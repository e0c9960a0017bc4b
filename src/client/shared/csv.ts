/** A table that a reader saves. */
import { CSV_START, csvRecord } from '../../csv.ts';

export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return CSV_START + rows.map(csvRecord).join('');
}
