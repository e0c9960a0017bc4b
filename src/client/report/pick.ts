/** What the address of a report's page picks out: a paragraph, or a number with what it counts. */
import { numberAt } from './numbers.ts';

export interface Picked {
  anchor: string;
  /** In words: 数字“6件”，行政复议申请（本级） */
  what: string;
}

/** The paragraph or number with the id `id`, a metric's id too; undefined for any other part of the page. */
export function pickedAt(id: string): Picked | undefined {
  const number = numberAt(id);
  if (number) {
    const anchor = id.startsWith('n-') ? id : number.id;
    return { anchor, what: [`数字“${number.textContent}”`, ...meanings(anchor)].join('，') };
  }
  const text = /^p-/.test(id) ? document.getElementById(id)?.textContent : undefined;
  return text
    ? { anchor: id, what: `段落“${text.length > 14 ? `${text.slice(0, 14)}…` : text}”` }
    : undefined;
}

/** What the number at `anchor` counts, as the tables below the text say: each name with its scope and marks. */
function meanings(anchor: string): string[] {
  return [...document.querySelectorAll(`.quotes a[href="#${anchor}"]`)].flatMap((link) => {
    const head = link.closest('tr')?.querySelector('th');
    const [name, ...more] = [...(head?.childNodes ?? [])].flatMap((node) => node.textContent?.trim() || []);
    if (name === undefined || name === '—') return [];
    return more.length > 0 ? `${name}（${more.join('，')}）` : name;
  });
}
