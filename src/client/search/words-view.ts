/** Related terms and frequencies, beside the results. */
import { element } from './dom.ts';
import { FACETS } from './facets.ts';
import { COLUMNS, type Frequency } from './frequency.ts';
import { type State, writeState } from './state.ts';

/** Links that search for each term instead, with the same filters. */
export function relatedList(terms: readonly string[], state: State): HTMLElement[] {
  if (terms.length === 0) return [];
  const links = terms.map((term) =>
    element('li', {}, element('a', { href: writeState({ ...state, query: term }) }, term)),
  );
  return [element('h2', {}, '相关词'), element('ul', { class: 'plain related' }, ...links)];
}

/** A table for each column that has values. */
export function frequencyTables(
  tables: Readonly<Record<keyof typeof COLUMNS, readonly Frequency[]>>,
): HTMLElement[] {
  const parts = (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).map((by) =>
    frequencyTable(by, tables[by]),
  );
  const note = element('p', {}, '每万字：所列报告合计，每一万字中出现的次数。');
  return [element('h2', {}, '词频'), ...parts, note];
}

function frequencyTable(by: keyof typeof COLUMNS, rows: readonly Frequency[]): HTMLElement {
  const { label, name, compare } = FACETS[by];
  const sorted = [...rows].sort((a, b) => compare?.(a.value, b.value) ?? 0);
  const head = [label, '有此词', '次数', '每万字'];
  return element(
    'table',
    {},
    element(
      'thead',
      {},
      element('tr', {}, ...head.map((text, i) => element('th', { scope: 'col', class: i > 0 && 'n' }, text))),
    ),
    element(
      'tbody',
      {},
      ...sorted.map(({ value, reports, of, times, perTenThousand }) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, name(value, new Map())),
          ...[`${reports}/${of}`, String(times), perTenThousand.toFixed(1)].map((text) =>
            element('td', { class: 'n' }, text),
          ),
        ),
      ),
    ),
  );
}
