/**
 * Builds the division table from the yearly tables of the ministry of civil affairs, as the data set
 * yescallop/areacodes (CC0) has collected them: `data/<year>.txt`, with the documents `diff/<year>-<year>.diff`, and
 * `result.csv`, which says where each area went.
 */
import type { Division } from './division.ts';
import { aliasesOf, shortNameOf } from './names.ts';

/** One year's table: code to name, as it stood on 31 December. */
export type YearTable = ReadonlyMap<string, string>;

/** Reads `code name` lines. @throws {SyntaxError} naming the line that is not of that form. */
export function parseYearTable(text: string): Map<string, string> {
  return new Map(
    text
      .trim()
      .split(/\r?\n/)
      .map((line) => {
        const match = /^(\d{6}) (\S+)$/.exec(line.trim());
        if (!match) throw new SyntaxError(`expected "code name", found ${line.slice(0, 60)}`);
        return [match[1] as string, match[2] as string];
      }),
  );
}

/**
 * The document behind each added place of a diff: `<code> <name>` to its number (国函〔2019〕104号) where one is
 * given. A run of `#` lines describes the lines of change that follow it.
 */
export function documentsOf(diff: string): Map<string, string> {
  const documents = new Map<string, string>();
  let comment = '';
  let inComment = false;
  for (const line of diff.split(/\r?\n/)) {
    if (line.startsWith('#')) {
      comment = inComment ? `${comment}\n${line}` : line;
      inComment = true;
      continue;
    }
    inComment = false;
    const added = /^\+(\d{6} [^<\s]+)/.exec(line);
    const number = /文号：(\S+〔\d{4}〕\S+?号)/.exec(comment);
    if (added && number) documents.set(added[1] as string, number[1] as string);
  }
  return documents;
}

/** Of `result.csv`: `<code> <name> <year of the change>` to the codes that the area belongs to since. */
export function successorsOf(csv: string): Map<string, string[]> {
  const successors = new Map<string, string[]>();
  for (const line of csv.trimEnd().split(/\r?\n/)) {
    const [code, , , name, , , , end, codes] = line.split(',');
    if (!end || !codes) continue;
    // 320601[2010] names an area that went elsewhere in another year than the last
    const last = codes.split(';').filter((c) => !c.includes('[') || c.includes(`[${end}]`));
    successors.set(`${code} ${name} ${end}`, last.map((c) => c.slice(0, 6)).sort());
  }
  return successors;
}

/**
 * Every place listed at the end of `since` or later, with the years it was.
 * @param tables consecutive years, ascending
 * @param documents by year of the change, as documentsOf gives them
 * @param successors as successorsOf gives them
 */
export function buildDivisions(
  tables: ReadonlyMap<number, YearTable>,
  documents: ReadonlyMap<number, ReadonlyMap<string, string>>,
  successors: ReadonlyMap<string, readonly string[]>,
  since: number,
): Division[] {
  const years = [...tables.keys()];
  const last = years.at(-1);
  const open = new Map<string, Division>();
  const closed: Division[] = [];
  for (const year of years) {
    const table = tables.get(year) as YearTable;
    for (const [key, division] of open) {
      if (table.get(division.code) === division.name) continue;
      closed.push({
        ...division,
        validTo: year - 1,
        successors: successors.get(`${key} ${year}`) ?? [],
      });
      open.delete(key);
    }
    for (const [code, name] of table) {
      const key = `${code} ${name}`;
      const parent = parentOf(code, table);
      const known = open.get(key);
      if (known && known.parent === parent) continue;
      if (known) closed.push({ ...known, validTo: year - 1 });
      open.set(key, {
        code,
        name,
        shortName: shortNameOf(name),
        aliases: aliasesOf(code, name),
        level: levelOf(code),
        ...(parent && { parent }),
        validFrom: year,
        successors: [],
        source: documents.get(year)?.get(key) ?? 'mca',
      });
    }
  }
  if (last === undefined || last < since) throw new RangeError(`no table of ${since} or later`);
  return [
    ...closed.map((division) => ({ ...division, successors: successorsIn(division, closed, tables) })),
    ...open.values(),
  ]
    .filter(({ validTo = last }) => validTo >= since)
    .sort((a, b) => Number(a.code) - Number(b.code) || a.validFrom - b.validFrom);
}

/** Where the source names none: the same code under its new name, or the prefectures of its counties' successors. */
function successorsIn(
  { code, validTo, successors }: Division,
  closed: readonly Division[],
  tables: ReadonlyMap<number, YearTable>,
): readonly string[] {
  const table = tables.get((validTo as number) + 1) as YearTable;
  if (successors.length > 0) return successors;
  if (table.has(code)) return [code];
  const counties = closed.filter((d) => d.parent === code && d.validTo === validTo);
  const parents = counties.flatMap((county) => county.successors.flatMap((c) => parentOf(c, table) ?? []));
  return [...new Set(parents)].sort();
}

function levelOf(code: string): Division['level'] {
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'prefecture' : 'county';
}

/** A county of a municipality or one run by its province belongs to the province: no such prefecture is listed. */
function parentOf(code: string, table: YearTable): string | undefined {
  return [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`].find((c) => c !== code && table.has(c));
}
