/** The numbers of a report's text: where an id stands, and the readings in the margin that belong to it. */

/** The number that answers to `id`, its own or one of those set right before it; undefined for anything else. */
export function numberAt(id: string): Element | undefined {
  let element = id ? document.getElementById(id) : null;
  if (!element?.matches('#text a, #text span')) return undefined;
  while (element && !element.matches('.num')) element = element.nextElementSibling as HTMLElement | null;
  return element ?? undefined;
}

/** Marks a number together with its readings: the one that the address names, or that is pointed at. */
export function markPairs(): void {
  const text = document.querySelector('#text');
  const readings = new Map<Element | undefined, Element[]>();
  for (const link of text?.querySelectorAll<HTMLAnchorElement>('.notes dd a') ?? []) {
    const number = numberAt(link.hash.slice(1));
    readings.set(number, [...(readings.get(number) ?? []), link.closest('div') as Element]);
  }
  let marked: Element[] = [];
  const mark = (number: Element | undefined) => {
    for (const element of marked) element.classList.remove('here');
    marked = number ? [number, ...(readings.get(number) ?? [])] : [];
    for (const element of marked) element.classList.add('here');
  };
  const markPicked = () => mark(numberAt(location.hash.slice(1)));
  const follow = ({ target }: Event) => {
    const part = (target as Element).closest('.num, .notes dl > div');
    const link = part?.matches('.num') ? part : part?.querySelector('dd a');
    if (link) mark(numberAt((link as HTMLAnchorElement).hash.slice(1)));
    else markPicked();
  };
  text?.addEventListener('pointerover', follow);
  text?.addEventListener('pointerleave', markPicked);
  text?.addEventListener('focusin', follow);
  addEventListener('hashchange', markPicked);
  markPicked();
}
