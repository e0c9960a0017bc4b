/** Builds content/divisions.tsv: node scripts/divisions.ts PATH-TO-A-CHECKOUT-OF-yescallop/areacodes */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_CONTENT } from '../src/content.ts';
import { buildDivisions, documentsOf, parseYearTable, successorsOf } from '../src/divisions/build.ts';
import { printDivisions } from '../src/divisions/division.ts';

/** Reports before the outline of 2004 (全面推进依法行政实施纲要) do not exist. */
const SINCE = 2004;

const source = process.argv[2];
if (source === undefined) {
  console.error('usage: node scripts/divisions.ts PATH (a checkout of the data set yescallop/areacodes)');
  process.exit(1);
}

const tables = byYear(join(source, 'data'), /^(\d{4})\.txt$/, parseYearTable);
const documents = byYear(join(source, 'diff'), /^\d{4}-(\d{4})\.diff$/, documentsOf);
const successors = successorsOf(readFileSync(join(source, 'result.csv'), 'utf8'));
const divisions = buildDivisions(tables, documents, successors, SINCE);
writeFileSync(join(PROJECT_CONTENT, 'divisions.tsv'), printDivisions(divisions));
console.log(`${divisions.length} places, ${[...tables.keys()].at(-1)} the last year`);

function byYear<T>(folder: string, name: RegExp, parse: (text: string) => T): Map<number, T> {
  return new Map(
    readdirSync(folder)
      .sort()
      .flatMap((file) => {
        const year = name.exec(file)?.[1];
        return year ? [[Number(year), parse(readFileSync(join(folder, file), 'utf8'))] as const] : [];
      }),
  );
}
