/** Arrow keys go from the search box to the results and among them; Escape goes back to the box. */
export function moveAmongResults(event: KeyboardEvent): void {
  const from = event.target as HTMLElement;
  const box = document.getElementById('search-box');
  const results = [...document.querySelectorAll<HTMLElement>('[data-result]')];
  const at = results.indexOf(from);
  if (event.isComposing || (from !== box && at < 0)) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const to =
    event.key === 'Escape' && at >= 0 ? box : step && (results[at + step] ?? (at === 0 ? box : undefined));
  if (!to) return;
  event.preventDefault();
  to.focus();
}
