/** The chosen reports as a table of readings and as columns of text, theme by theme. */
import { comparedRows } from '../../compare/rows.ts';
import type { Compared, ComparedReading, CompareIndex } from '../../site/comparison.ts';

/** Elements that show `reports` side by side. Text is always set as text, never as HTML. */
export function showComparison(reports: Compared[], index: CompareIndex): HTMLElement[] {
  return [
    make('h2', 'section', '数字'),
    make('p', 'lead', '有差异的在前，其次是有的报告没有写的，最后是都一样的。点数字看原句。'),
    readingsTable(reports, index),
    ...index.themes.flatMap(([theme, name]) => themeColumns(reports, theme, name)),
  ];
}

function readingsTable(reports: Compared[], { metrics }: CompareIndex): HTMLElement {
  const names = new Map(metrics.map(([id, name]) => [id, name]));
  const table = make('table', 'compared');
  const head = (table as HTMLTableElement).createTHead().insertRow();
  head.append(
    header('指标', 'col'),
    ...reports.map(({ agency, year }) => header(`${agency} ${year}`, 'col')),
  );
  const body = (table as HTMLTableElement).createTBody();
  for (const { metric, cells, differs } of comparedRows(reports, [...names.keys()])) {
    const row = body.insertRow();
    if (!differs) row.className = 'same';
    const name = header('', 'row');
    name.append(anchor(`metrics/${metric}.html`, names.get(metric) ?? metric));
    row.append(name);
    for (const [at, cell] of cells.entries()) {
      const { id } = reports[at] as Compared;
      const box = row.insertCell();
      if (cell.length === 0) box.append(make('span', 'silent', '未披露'));
      else box.append(...cell.map((reading) => value(id, reading)));
    }
  }
  const scroll = make('div', 'scroll');
  scroll.tabIndex = 0;
  scroll.role = 'region';
  scroll.ariaLabel = '数字对照';
  scroll.append(table);
  return scroll;
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

function themeColumns(reports: Compared[], theme: string, name: string): HTMLElement[] {
  if (!reports.some(({ sections }) => sections[theme])) return [];
  const columns = make('div', 'parallel');
  columns.tabIndex = 0;
  columns.role = 'region';
  columns.ariaLabel = `${name}：并排的各份报告`;
  for (const { id, agency, year, sections } of reports) {
    const column = make('section', 'column');
    const title = make('h3', '');
    title.append(anchor(`reports/${id}.html`, agency), ` ${year}`);
    const excerpt = make('div', 'excerpt');
    const paragraphs = sections[theme] ?? [];
    if (paragraphs.length === 0) excerpt.append(make('p', 'silent', '没有专门的部分'));
    for (const [place, text] of paragraphs) {
      const paragraph = make('p', '', text);
      const source = anchor(`reports/${id}.html#${place}`, '↗');
      source.className = 'source';
      source.ariaLabel = '在报告中看这一段';
      paragraph.append(source);
      excerpt.append(paragraph);
    }
    column.append(title, excerpt);
    columns.append(column);
  }
  return [make('h2', 'section', name), columns];
}

function make(tag: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}

function header(text: string, scope: 'row' | 'col'): HTMLElement {
  const cell = make('th', '', text) as HTMLTableCellElement;
  cell.scope = scope;
  return cell;
}

function anchor(href: string, text: string): HTMLAnchorElement {
  const link = make('a', '', text) as HTMLAnchorElement;
  link.href = href;
  return link;
}
