/** Elements of the comparison. Text is always set as text, never as HTML. */

export function make(tag: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}

/** A cell of a head, with the role that it keeps where a phone lays the table out as a grid. */
export function header(text: string, scope: 'row' | 'col' | 'rowgroup'): HTMLTableCellElement {
  const cell = make('th', '', text) as HTMLTableCellElement;
  cell.scope = scope;
  cell.role = scope === 'col' ? 'columnheader' : 'rowheader';
  return cell;
}

export function anchor(href: string, text: string): HTMLAnchorElement {
  const link = make('a', '', text) as HTMLAnchorElement;
  link.href = href;
  return link;
}
