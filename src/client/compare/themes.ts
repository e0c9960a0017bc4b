/** What the chosen reports say on each theme, in columns. */
import type { Compared } from '../../site/comparison.ts';
import { anchor, make } from './make.ts';

/** The way to the numbers and to each theme. */
export function contents(themes: readonly [id: string, name: string][]): HTMLElement {
  const list = make('nav', 'jump');
  list.ariaLabel = '本页内容';
  list.append(anchor('#numbers', '数字'), ...themes.map(([id, name]) => anchor(`#${id}`, name)));
  return list;
}

export function themeColumns(reports: Compared[], theme: string, name: string): HTMLElement[] {
  const title = make('h2', 'section', name);
  title.id = theme;
  const columns = make('div', 'parallel');
  columns.tabIndex = 0;
  columns.role = 'region';
  columns.ariaLabel = `${name}：并排的各份报告`;
  columns.append(...reports.map((report) => column(report, theme)));
  return [title, columns];
}

function column({ id, agency, year, sections }: Compared, theme: string): HTMLElement {
  const section = make('section', 'column');
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
  section.append(title, excerpt);
  return section;
}
