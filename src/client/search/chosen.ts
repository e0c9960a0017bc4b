/** The filters that are on, each a link to the search without it. */
import { element } from './dom.ts';
import { choose, FACET_KEYS, FACETS } from './facets.ts';
import { type State, writeState } from './state.ts';

export function chosenFilters(state: State, themes: ReadonlyMap<string, string>): HTMLElement[] {
  const links = FACET_KEYS.flatMap((key) =>
    state.chosen[key].map((value) => {
      const rest = state.chosen[key].filter((other) => other !== value);
      const name = FACETS[key].name(value, themes);
      const href = writeState({ ...state, chosen: { ...state.chosen, [key]: rest } });
      return element('a', { href, class: 'chip', 'aria-label': `去掉筛选：${name}` }, name);
    }),
  );
  if (links.length < 2) return links;
  const none = writeState({ ...state, chosen: choose(() => []) });
  return [...links, element('a', { href: none }, '清除全部筛选')];
}
