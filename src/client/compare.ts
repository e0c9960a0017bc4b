/** Two to four reports of the reader's choice, side by side (compare.html?r=…). */
import type { Compared, CompareIndex } from '../site/comparison.ts';
import { startChooser } from './compare/chooser.ts';
import { load } from './compare/load.ts';
import { comparisonCsv, showComparison } from './compare/show.ts';
import { copyOnClick } from './shared/copy.ts';
import { save } from './shared/save.ts';

const MOST = 4;
const index = JSON.parse(document.querySelector('[data-index]')?.textContent ?? '{}') as CompareIndex;
const part = <T extends HTMLElement>(name: string) => document.querySelector(`[data-${name}]`) as T;
const [chosen, result, said, tools] = ['chosen', 'result', 'said', 'tools'].map((name) => part(name)) as [
  HTMLElement,
  HTMLElement,
  HTMLElement,
  HTMLElement,
];

/** Only what can be an id: nothing else of the address is ever loaded. */
let ids = [
  ...new Set(
    (new URLSearchParams(location.search).get('r') ?? '')
      .split(',')
      .filter((id) => /^[0-9a-z-]+\/\d{4}$/.test(id)),
  ),
].slice(0, MOST);
let reports: Compared[] = [];

const chooser = startChooser(part('chooser'), index, (id) => {
  ids = ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
  choose();
});
part('clear').addEventListener('click', () => {
  ids = [];
  choose();
});
part('save-comparison').addEventListener('click', () =>
  save('对照.csv', new Blob([comparisonCsv(reports, index)], { type: 'text/csv' })),
);
copyOnClick(part<HTMLButtonElement>('copy'), () => location.href, null);
void show();

/** Keeps the choice in the address, so that it can be passed on. */
function choose(): void {
  const query = ids.length > 0 ? `?r=${ids.join(',')}` : '';
  history.replaceState(null, '', location.pathname + query);
  void show();
}

async function show(): Promise<void> {
  chooser.mark(ids, ids.length >= MOST);
  const wanted = ids;
  const settled = await Promise.allSettled(wanted.map((id) => load<Compared>(id)));
  // Another choice was made meanwhile, and is shown by its own call.
  if (wanted !== ids) return;
  const missing = ids.filter((_, at) => settled[at]?.status === 'rejected');
  reports = settled.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []));
  chosen.replaceChildren(...reports.map(chip));
  tools.hidden = reports.length < 2;
  said.textContent = words(missing);
  result.replaceChildren(...(reports.length > 1 ? showComparison(reports, index) : []));
}

function words(missing: readonly string[]): string {
  if (missing.length > 0) return `档案中没有这些报告：${missing.join('、')}`;
  if (reports.length === 0) return '还没有选择报告：在上面点年度，就加入对照。';
  if (reports.length === 1) return '再选一份，就可以对照。';
  return reports.length === MOST ? '已选四份；要换一份，先移去一份。' : '';
}

function chip({ id, agency, year }: Compared): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = `reports/${id}.html`;
  link.textContent = `${agency} ${year}`;
  const remove = document.createElement('button');
  remove.type = 'button';
  remove.textContent = '移去';
  remove.setAttribute('aria-label', `移去${agency}${year}`);
  remove.addEventListener('click', () => {
    ids = ids.filter((other) => other !== id);
    choose();
  });
  item.append(link, remove);
  return item;
}
