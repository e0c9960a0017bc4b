/** What the chosen reports say on each theme, in columns. */
import { type ComparedKind, type ComparedTheme, THEME_KINDS } from '../../compare/rows.ts';
import type { Compared } from '../../site/comparison.ts';
import { anchor, make } from './make.ts';

const KIND_LABELS: Record<ComparedKind, string> = {
  partly: '只有部分报告写到',
  differs: '都写到，写法不同',
  same: '都写到，一字不差',
};

export type NamedTheme = ComparedTheme & { name: string };

/** The way to the numbers and to each theme, differences first. */
export function contents(themes: readonly NamedTheme[]): HTMLElement {
  const list = make('nav', 'jump');
  list.ariaLabel = '本页内容';
  list.append(anchor('#numbers', '数字'));
  for (const kind of THEME_KINDS) {
    const own = themes.filter((theme) => theme.kind === kind);
    if (own.length === 0) continue;
    const group = make('p', '');
    group.append(make('span', 'silent', KIND_LABELS[kind]));
    group.append(...own.map(({ theme, name }) => anchor(`#${theme}`, name)));
    list.append(group);
  }
  return list;
}

export function themeColumns(reports: Compared[], { theme, name, kind }: NamedTheme): HTMLElement[] {
  const title = make('h2', 'section', name);
  title.id = theme;
  if (kind !== 'differs') title.append(make('small', '', KIND_LABELS[kind]));
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
