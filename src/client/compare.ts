/** Two to four reports of the reader's choice, side by side (compare.html?r=…). */
import type { Choice, Compared, CompareIndex } from '../site/comparison.ts';
import { load } from './compare/load.ts';
import { showComparison } from './compare/show.ts';

const MOST = 4;
const index = JSON.parse(document.querySelector('[data-index]')?.textContent ?? '{}') as CompareIndex;
const chooser = document.querySelector('[data-chooser]') as HTMLFormElement;
const province = chooser.querySelector('[data-province]') as HTMLSelectElement;
const report = chooser.querySelector('[data-report]') as HTMLSelectElement;
const chosen = document.querySelector('[data-chosen]') as HTMLUListElement;
const result = document.querySelector('[data-result]') as HTMLElement;
const said = document.querySelector('[data-said]') as HTMLElement;

/** Only what can be an id: nothing else of the address is ever loaded. */
let ids = (new URLSearchParams(location.search).get('r') ?? '')
  .split(',')
  .filter((id) => /^[0-9a-z-]+\/\d{4}$/.test(id))
  .slice(0, MOST);

for (const [code, name, count] of index.provinces) province.add(new Option(`${name}（${count}）`, code));
province.addEventListener('change', fillReports);
chooser.addEventListener('submit', (event) => {
  event.preventDefault();
  if (report.value && !ids.includes(report.value)) ids = [...ids, report.value].slice(-MOST);
  choose();
});
chooser.hidden = false;
void fillReports();
void show();

async function fillReports(): Promise<void> {
  const { reports } = await load<Choice>(province.value);
  report.replaceChildren(...reports.map(([id, agency, year]) => new Option(`${agency} ${year}`, id)));
}

/** Keeps the choice in the address, so that it can be passed on. */
function choose(): void {
  const query = ids.length > 0 ? `?r=${ids.join(',')}` : '';
  history.replaceState(null, '', location.pathname + query);
  void show();
}

async function show(): Promise<void> {
  const settled = await Promise.allSettled(ids.map((id) => load<Compared>(id)));
  const missing = ids.filter((_, at) => settled[at]?.status === 'rejected');
  const reports = settled.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []));
  chosen.replaceChildren(...reports.map(chip));
  said.textContent =
    missing.length > 0
      ? `档案中没有这些报告：${missing.join('、')}`
      : reports.length === 0
        ? '还没有选择报告。'
        : reports.length === 1
          ? '再选一份，就可以对照。'
          : '';
  result.replaceChildren(...(reports.length > 0 ? showComparison(reports, index) : []));
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
