/** Where a reader takes reports from: agencies with their years as buttons, narrowed by region where they are many. */
import type { Choice, CompareIndex } from '../../site/comparison.ts';
import { load } from './load.ts';
import { make } from './make.ts';

/** So many reports lie open, without a region to be chosen first. */
const OPEN = 24;

export interface Chooser {
  /** Shows which reports are chosen, and whether no other can be. */
  mark(ids: readonly string[], full: boolean): void;
}

/** @param toggle called with the id of the report whose year was pressed */
export function startChooser(
  section: HTMLElement,
  { provinces }: CompareIndex,
  toggle: (id: string) => void,
): Chooser {
  const [province, agency] = [...section.querySelectorAll('select')] as [
    HTMLSelectElement,
    HTMLSelectElement,
  ];
  const shelf = section.querySelector('[data-shelf]') as HTMLElement;
  let chosen: { ids: readonly string[]; full: boolean } = { ids: [], full: false };
  let held: Choice[] = [];

  const mark = () => {
    for (const button of shelf.querySelectorAll<HTMLButtonElement>('button')) {
      const pressed = chosen.ids.includes(button.value);
      button.setAttribute('aria-pressed', String(pressed));
      button.disabled = chosen.full && !pressed;
    }
  };
  const fill = () => {
    const agencies = held.flatMap(agenciesOf).filter(([id]) => open || id === agency.value);
    shelf.replaceChildren(
      ...agencies.map(([, name, reports]) => {
        const row = make('li', '');
        row.append(
          make('span', '', name),
          ...reports.map(([id, , year]) => yearButton(id, name, year, toggle)),
        );
        return row;
      }),
    );
    mark();
  };
  const enter = async () => {
    held = await Promise.all((open ? provinces.map(([code]) => code) : [province.value]).map(load<Choice>));
    agency.replaceChildren(...held.flatMap(agenciesOf).map(([id, name]) => new Option(name, id)));
    fill();
  };

  const open = provinces.reduce((sum, [, , count]) => sum + count, 0) <= OPEN;
  (section.querySelector('.places') as HTMLElement).hidden = open;
  for (const [code, name, count] of provinces) province.add(new Option(`${name}（${count}份）`, code));
  province.addEventListener('change', () => void enter());
  agency.addEventListener('change', fill);
  section.hidden = false;
  void enter();
  return {
    mark: (ids, full) => {
      chosen = { ids, full };
      mark();
    },
  };
}

/** The agencies of a province with their reports, in the order of the list. */
function agenciesOf({ reports }: Choice): [id: string, name: string, reports: Choice['reports']][] {
  const byAgency = Map.groupBy(reports, ([id]) => id.split('/')[0] ?? '');
  return [...byAgency].map(([id, own]) => [id, own.at(-1)?.[1] ?? id, own]);
}

function yearButton(id: string, agency: string, year: number, toggle: (id: string) => void): HTMLElement {
  const button = make('button', '', String(year)) as HTMLButtonElement;
  button.type = 'button';
  button.value = id;
  button.setAttribute('aria-label', `${agency}${year}年`);
  button.addEventListener('click', () => toggle(id));
  return button;
}
