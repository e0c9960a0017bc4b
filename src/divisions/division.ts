/** A place of GB/T 2260 during the years in which it had this code and this name. */
export interface Division {
  /** GB/T 2260, six digits. */
  code: string;
  /** Full name: 海东市, 乐东黎族自治县. */
  name: string;
  /** The name without its kind: 海东, 乐东; the full name where less than two characters would
   * remain (沙县) or an ordinary word (公安县). */
  shortName: string;
  /** Other names in common use: 恩施州, 科右前旗. */
  aliases: readonly string[];
  level: 'province' | 'prefecture' | 'county';
  /** Code of the place it belongs to; absent for a province. */
  parent?: string;
  /** First year at whose end the place was listed. 1981 stands for 1981 or earlier. */
  validFrom: number;
  /** Last year at whose end it was listed; absent while it is. */
  validTo?: number;
  /** Codes of the places that its area belongs to since; empty while it is listed. */
  successors: readonly string[];
  /** `mca`: the yearly tables of the ministry of civil affairs; else the document that made the place so. */
  source: string;
}

const COLUMNS = [
  'code',
  'name',
  'short',
  'aliases',
  'level',
  'parent',
  'from',
  'to',
  'into',
  'source',
] as const;

/** The table as TSV, a place a line, by code and first year. */
export function printDivisions(divisions: readonly Division[]): string {
  const rows = divisions.map((d) =>
    [
      d.code,
      d.name,
      d.shortName === d.name ? '' : d.shortName,
      d.aliases.join(','),
      d.level,
      d.parent ?? '',
      d.validFrom,
      d.validTo ?? '',
      d.successors.join(','),
      d.source,
    ].join('\t'),
  );
  return `${[COLUMNS.join('\t'), ...rows].join('\n')}\n`;
}

/** Reads what printDivisions wrote. @throws {SyntaxError} naming the line that is not of that form. */
export function parseDivisions(tsv: string): Division[] {
  const [header, ...lines] = tsv.trimEnd().split('\n');
  if (header !== COLUMNS.join('\t'))
    throw new SyntaxError(`line 1: expected the columns ${COLUMNS.join(', ')}`);
  return lines.map((line, index) => {
    const [code, name, short, aliases, level, parent, from, to, into, source, ...rest] = line.split('\t');
    if (!code || !name || !isLevel(level) || !Number(from) || source === undefined || rest.length > 0)
      throw new SyntaxError(
        `line ${index + 2}: expected ${COLUMNS.length} columns, found ${line.slice(0, 60)}`,
      );
    return {
      code,
      name,
      shortName: short || name,
      aliases: aliases ? aliases.split(',') : [],
      level,
      ...(parent && { parent }),
      validFrom: Number(from),
      ...(to && { validTo: Number(to) }),
      successors: into ? into.split(',') : [],
      source,
    };
  });
}

function isLevel(text: string | undefined): text is Division['level'] {
  return text === 'province' || text === 'prefecture' || text === 'county';
}
