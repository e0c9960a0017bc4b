/** The contents show where the reader is. */
const links = new Map(
  [...document.querySelectorAll<HTMLAnchorElement>('[data-toc] a')].map((link) => [link.hash.slice(1), link]),
);
const parts = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);

function markPlace(): void {
  const passed = parts.filter((part) => part.getBoundingClientRect().top < innerHeight / 3);
  const here = (passed.at(-1) ?? parts[0])?.id;
  for (const [id, link] of links) {
    if (id !== here) link.removeAttribute('aria-current');
    else if (!link.hasAttribute('aria-current')) {
      link.setAttribute('aria-current', 'true');
      keepInSight(link);
    }
  }
}

/** Scrolls long contents, and nothing else, so that `link` shows. */
function keepInSight(link: Element): void {
  const contents = link.closest('.toc');
  if (!contents) return;
  const { top, bottom, height } = contents.getBoundingClientRect();
  const place = link.getBoundingClientRect();
  if (place.top < top || place.bottom > bottom) contents.scrollTop += place.top - top - height / 3;
}

let waiting = false;

/** Keeps the mark in the contents beside the part that is being read. */
export function followReader(): void {
  const contents = document.querySelector<HTMLDetailsElement>('[data-toc]');
  if (!contents) return;
  // Beside the text they are always open; the stylesheet cannot say so in every browser.
  contents.open = matchMedia('(min-width: 62.01rem)').matches;
  addEventListener(
    'scroll',
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        markPlace();
      });
    },
    { passive: true },
  );
  markPlace();
}
