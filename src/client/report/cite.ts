/** Citing the report, or the paragraph or number that the address names, with the reader's own date. */
import { CITATION_FORMATS, reportUrl, type Work } from '../../publish/citation.ts';
import { copyOnClick } from '../shared/copy.ts';
import { type Picked, pickedAt } from './pick.ts';

/** Fills in the citations and keeps them on what was picked last. */
export function offerCitations(): void {
  const list = document.querySelector('[data-cite]');
  const what = document.querySelector('[data-cite-what]');
  const data = document.querySelector('[data-work]')?.textContent;
  if (!list || !what || !data) return;
  const { work, base } = JSON.parse(data) as { work: Work; base?: string };
  const status = document.querySelector('[data-copied]');
  let picked: Picked | undefined;

  const fill = () => {
    const access = { url: addressOf(work, base, picked?.anchor), accessed: today() };
    what.textContent = picked
      ? `引用${picked.what}。点正文中的¶或数字可另选。`
      : '引用全文。点正文中的¶或数字，可引用一段或一个数字。';
    for (const { id, cite } of CITATION_FORMATS) {
      const row = list.querySelector<HTMLElement>(`[data-format="${id}"]`);
      const text = cite(work, access);
      if (!row) continue;
      row.hidden = text === '';
      const shown = row.querySelector('pre');
      if (shown) shown.textContent = text;
    }
  };
  for (const button of list.querySelectorAll<HTMLButtonElement>('[data-copy]'))
    copyOnClick(button, () => button.previousElementSibling?.textContent ?? '', status);

  const bar = makeBar(
    () => addressOf(work, base, picked?.anchor) ?? location.href,
    () => CITATION_FORMATS[0].cite(work, { url: addressOf(work, base, picked?.anchor), accessed: today() }),
    status,
  );
  const follow = () => {
    const now = pickedAt(location.hash.slice(1));
    picked = now ?? picked;
    bar.show(now?.what);
    fill();
  };
  addEventListener('hashchange', follow);
  follow();
}

/** Address that others can follow: below the archive's base, or where this page was read over http. */
function addressOf(work: Work, base: string | undefined, anchor: string | undefined): string | undefined {
  if (base !== undefined) return reportUrl(base, work, anchor);
  if (!location.protocol.startsWith('http')) return undefined;
  return location.href.replace(/[?#].*$/, '') + (anchor ? `#${anchor}` : '');
}

/** Today where the reader is, as an ISO date. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The bar below the page that offers what a picked paragraph or number is picked for. */
function makeBar(link: () => string, citation: () => string, status: Element | null) {
  const bar = document.querySelector<HTMLElement>('[data-picked]');
  const label = bar?.querySelector('[data-picked-what]');
  const [copyLink, copyCitation] = bar?.querySelectorAll<HTMLButtonElement>('[data-copy]') ?? [];
  if (copyLink) copyOnClick(copyLink, link, status);
  if (copyCitation) copyOnClick(copyCitation, citation, status);
  const show = (what: string | undefined) => {
    if (!bar || !label) return;
    bar.hidden = what === undefined;
    label.textContent = what ?? '';
  };
  bar?.querySelector('[data-close]')?.addEventListener('click', () => show(undefined));
  return { show };
}
