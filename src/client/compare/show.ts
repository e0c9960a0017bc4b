/** The chosen reports as a table of readings and as columns of text, theme by theme. */
import {
  COMPARED_KINDS,
  type ComparedKind,
  type ComparedRow,
  comparedRows,
  comparedThemes,
} from '../../compare/rows.ts';
import type { Compared, ComparedReading, CompareIndex } from '../../site/comparison.ts';
import { csv } from '../shared/csv.ts';
import { anchor, header, make } from './make.ts';
import { contents, themeColumns } from './themes.ts';

const KIND_LABELS: Record<ComparedKind, string> = {
  differs: '都写了，数不同',
  partly: '只有部分报告写了',
  same: '都写了，数相同',
};

/** Elements that show `reports` side by side. */
export function showComparison(reports: Compared[], index: CompareIndex): HTMLElement[] {
  const names = new Map(index.themes);
  const themes = comparedThemes(reports, [...names.keys()]).map((theme) => ({
    ...theme,
    name: names.get(theme.theme) ?? theme.theme,
  }));
  const title = make('h2', 'section', '数字');
  title.id = 'numbers';
  return [
    contents(themes),
    title,
    make('p', 'lead', '点数字看原句。口径不同的数（全域、本级、分项）写明口径，不直接可比。'),
    readingsTable(reports, index),
    ...themes.flatMap((theme) => themeColumns(reports, theme)),
  ];
}

/** The readings as CSV: a metric a row, a report a column. */
export function comparisonCsv(reports: Compared[], { metrics }: CompareIndex): string {
  const names = new Map(metrics.map(([id, name]) => [id, name]));
  const said = (cell: ComparedReading[]) =>
    cell.length === 0
      ? '未披露'
      : cell.map(({ text, apart }) => [apart, text].filter(Boolean).join(' ')).join('；');
  return csv([
    ['指标', '异同', ...reports.map(({ agency, year }) => `${agency} ${year}`)],
    ...comparedRows(reports, [...names.keys()]).map(({ metric, kind, cells }) => [
      names.get(metric) ?? metric,
      KIND_LABELS[kind],
      ...cells.map(said),
    ]),
  ]);
}

function readingsTable(reports: Compared[], { metrics }: CompareIndex): HTMLElement {
  const names = new Map(metrics.map(([id, name]) => [id, name]));
  const rows = Map.groupBy(comparedRows(reports, [...names.keys()]), ({ kind }) => kind);
  const table = make('table', `compared of-${reports.length}`) as HTMLTableElement;
  table.role = 'table';
  const head = table.createTHead();
  head.role = 'rowgroup';
  const titles = head.insertRow();
  titles.role = 'row';
  titles.append(
    header('指标', 'col'),
    ...reports.map(({ agency, year }) => header(`${agency} ${year}`, 'col')),
  );
  for (const kind of COMPARED_KINDS) {
    const own = rows.get(kind);
    if (own) table.append(group(kind, own, reports, names));
  }
  return table;
}

function group(
  kind: ComparedKind,
  rows: ComparedRow[],
  reports: Compared[],
  names: ReadonlyMap<string, string>,
): HTMLElement {
  const body = document.createElement('tbody');
  body.role = 'rowgroup';
  body.className = kind;
  const title = body.insertRow();
  title.role = 'row';
  title.className = 'kind';
  const label = header(`${KIND_LABELS[kind]}（${rows.length}项）`, 'rowgroup');
  label.colSpan = reports.length + 1;
  title.append(label);
  for (const { metric, cells } of rows) {
    const row = body.insertRow();
    row.role = 'row';
    const name = header('', 'row');
    name.append(anchor(`metrics/${metric}.html`, names.get(metric) ?? metric));
    row.append(name);
    for (const [at, cell] of cells.entries()) {
      const box = row.insertCell();
      box.role = 'cell';
      if (cell.length === 0) box.append(make('span', 'silent', '未披露'));
      else box.append(...cell.map((reading) => value((reports[at] as Compared).id, reading)));
    }
  }
  return body;
}

function value(id: string, { text, at, quote, apart }: ComparedReading): HTMLElement {
  const box = make('span', 'value');
  if (apart) box.append(make('small', '', apart));
  const link = anchor(`reports/${id}.html#${at}`, '');
  link.append(make('span', 'amount', text));
  link.title = quote;
  box.append(link);
  return box;
}
