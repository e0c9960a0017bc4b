/**
 * Narrows a table to rows of one year, level or region (`form[data-filter]`, rows with `data-year`, `data-level`,
 * `data-region`). What is chosen stands in the address, so that it can be linked to and passed on.
 */

/** Whether a row's value fits what is chosen: a region holds those whose codes begin with its own. */
const FITS: Record<string, (value: string, chosen: string) => boolean> = {
  year: (value, chosen) => value === chosen,
  level: (value, chosen) => value === chosen,
  region: (value, chosen) => value.startsWith(chosen),
};

export function startFilter(form: HTMLFormElement): void {
  const table = document.getElementById(form.dataset.filter ?? '') as HTMLTableElement | null;
  const count = form.querySelector('[data-count]');
  if (!table || !count) return;
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  const selects = [...form.querySelectorAll('select')];
  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    const value = asked.get(select.name) ?? '';
    if ([...select.options].some((option) => option.value === value)) select.value = value;
  }
  const apply = () => {
    for (const row of rows)
      row.hidden = !selects.every(
        ({ name, value }) => value === '' || FITS[name]?.(row.dataset[name] ?? '', value),
      );
    const shown = rows.filter(({ hidden }) => !hidden).length;
    count.textContent = shown === rows.length ? `共 ${shown} 条` : `${rows.length} 条中的 ${shown} 条`;
  };
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', () => {
    const chosen = selects.filter(({ value }) => value !== '').map(({ name, value }) => `${name}=${value}`);
    const query = chosen.length > 0 ? `?${chosen.join('&')}` : '';
    history.replaceState(null, '', location.pathname + query + location.hash);
    apply();
  });
  form.hidden = false;
  apply();
}
