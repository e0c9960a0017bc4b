/** Makes elements. Text only ever becomes text: nothing from a report can become markup. */

type Child = Node | string | undefined | false;

/** An element with attributes (a boolean one where the value is true) and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}

/** Replaces what `parent` holds by `replace`, and puts the focus back on the input of the same name and value. */
export function keepingPlace(parent: HTMLElement, replace: () => void): void {
  const { activeElement } = document;
  const focused =
    activeElement instanceof HTMLInputElement && parent.contains(activeElement) ? activeElement : undefined;
  replace();
  if (!focused) return;
  const again = [...parent.querySelectorAll('input')].find(
    ({ name, value }) => name === focused.name && value === focused.value,
  );
  again?.closest('details')?.setAttribute('open', '');
  again?.focus();
}

/** The element of the page with this id. @throws {Error} where search.astro has none. */
export function byId<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element #${id}`);
  return found as T;
}
