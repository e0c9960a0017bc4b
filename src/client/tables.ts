/**
 * Tables that a reader can sort and save (`table[data-table]`), or only save (`plain`, as rows of different units
 * have no order). Cells give what they sort by in `data-sort`.
 */
import { csv } from './shared/csv.ts';
import { save } from './shared/save.ts';
import { startFilter } from './tables/filter.ts';

for (const table of document.querySelectorAll<HTMLTableElement>('[data-table]')) start(table);
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-filter]')) startFilter(form);
// The pages that share a long table's rows are narrowed as this one was asked to be.
for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-keep-query] a'))
  link.search = location.search;

function start(table: HTMLTableElement): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  for (const [column, head] of heads.entries()) {
    if (table.dataset.table === 'plain' || 'plain' in head.dataset) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sorter';
    button.title = `按${head.textContent?.trim()}排序`;
    button.setAttribute('aria-label', button.title);
    head.append(button);
    button.addEventListener('click', () => {
      const down = head.ariaSort === 'ascending';
      for (const other of heads) other.ariaSort = null;
      head.ariaSort = down ? 'descending' : 'ascending';
      sort(table, column, down ? -1 : 1);
    });
  }
  const button = document.querySelector<HTMLButtonElement>(`[data-save-table="${table.id}"]`);
  if (!button) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    const shown = [...table.rows].filter(({ hidden }) => !hidden);
    const rows = shown.map(({ cells }) =>
      [...cells].map((cell) => {
        const number = cell.dataset.sort;
        return number !== undefined && number !== '' && !Number.isNaN(Number(number))
          ? Number(number)
          : (cell.textContent ?? '').trim();
      }),
    );
    save(`${document.title}.csv`, new Blob([csv(rows)], { type: 'text/csv' }));
  });
}

const keyOf = (row: HTMLTableRowElement, column: number) => {
  const cell = row.cells[column];
  return cell?.dataset.sort ?? cell?.textContent?.trim() ?? '';
};

/** Numbers by value, other text by code unit; rows without a value stay last either way. */
function sort(table: HTMLTableElement, column: number, direction: number): void {
  const body = table.tBodies[0];
  if (!body) return;
  const rows = [...body.rows].sort((a, b) => {
    const [left, right] = [keyOf(a, column), keyOf(b, column)];
    if (left === '' || right === '') return left === right ? 0 : left === '' ? 1 : -1;
    const difference = Number(left) - Number(right);
    const order = Number.isNaN(difference) ? (left < right ? -1 : left > right ? 1 : 0) : difference;
    return order * direction;
  });
  body.append(...rows);
}
