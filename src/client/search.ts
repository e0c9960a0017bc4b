/** On search.html: the search itself. Nothing of the index is loaded before there is something to search for. */

import type { ReportRow } from '../search/manifest.ts';
import type { QueryWord } from '../search/match.ts';
import { ArchiveSearch } from '../search/search.ts';
import type { Vocabulary } from '../search/terms.ts';
import { chosenFilters } from './search/chosen.ts';
import { byId, keepingPlace } from './search/dom.ts';
import { choose, type Found, passes } from './search/facets.ts';
import { frequencies } from './search/frequency.ts';
import { keepView, type View, viewOf } from './search/history.ts';
import { moveAmongResults } from './search/keyboard.ts';
import { scriptLoader } from './search/load.ts';
import { rank, timesOf } from './search/rank.ts';
import { findReadings } from './search/readings.ts';
import { relatedTerms } from './search/related.ts';
import { prepareResult, type Result } from './search/result.ts';
import { type Progress, runSearch } from './search/run.ts';
import { isWithin, ORDERS, type Order, readState, type State, writeState } from './search/state.ts';
import { suggest } from './search/suggest.ts';
import { emptyAdvice, filterGroups, readingGroups, resultItem, showStatus } from './search/view.ts';
import { showWithin } from './search/within.ts';
import { frequencyTables, relatedList } from './search/words-view.ts';

/** Reports whose text is loaded and shown at a time. */
const PAGE = 10;
/** A pause in typing before a search starts, in milliseconds. */
const PAUSE = 120;
/** The shortest time between two lists of results of one search, in milliseconds. */
const FRAME = 400;

const form = byId<HTMLFormElement>('search-form');
const box = byId<HTMLInputElement>('search-box');
const order = byId<HTMLSelectElement>('search-order');
const results = byId('search-found');
const filtersBox = byId<HTMLDetailsElement>('search-filters-box');
const filters = byId('search-filters');
const chosenBox = byId('search-chosen');
const list = byId('search-results');
const more = byId<HTMLButtonElement>('search-more');
const readings = byId('search-readings');
const toReadings = byId<HTMLButtonElement>('search-to-readings');
const advice = byId('search-advice');
const wordsBox = byId('search-words');

const { title } = document;
const archive = new ArchiveSearch(scriptLoader('search/'));
let state = readState(location.search);
/** Counts searches: what an older one still finds is not shown. */
let current = 0;
let shown = PAGE;
let latest: Progress | undefined;

/** Searches for the state. `view`: what a reader who comes back had before the eyes. */
async function search(view: View = { shown: PAGE, top: 0 }): Promise<void> {
  const mine = ++current;
  const idle = state.query.trim() === '';
  document.title = idle ? title : `${state.query} · ${title}`;
  results.hidden = idle;
  byId('search-about').hidden = !idle;
  showWithin(state);
  latest = undefined;
  shown = view.shown;
  if (idle) return clear('');
  showStatus('正在检索…', 0, 1);
  results.setAttribute('aria-busy', 'true');
  let drawn = Number.NEGATIVE_INFINITY;
  try {
    for await (const progress of runSearch(archive, state)) {
      if (mine !== current) return;
      latest = progress;
      // Results on the way to the last are shown as often as an eye can follow.
      if (progress.done < progress.shards && performance.now() - drawn < FRAME) continue;
      await show(progress, mine);
      drawn = performance.now();
    }
    if (mine === current && !latest) clear('请输入要检索的文字或数字。');
  } catch (error) {
    if (mine === current)
      clear(`有一个文件没有载入（${error instanceof Error ? error.message : error}）。请再试一次。`);
  } finally {
    if (mine === current) {
      if (view.top > 0) scrollTo(0, view.top);
      results.setAttribute('aria-busy', 'false');
    }
  }
}

function clear(status: string): void {
  for (const part of [filters, chosenBox, list, readings, advice, wordsBox]) part.replaceChildren();
  more.hidden = true;
  toReadings.hidden = true;
  results.classList.add('bare');
  showStatus(status, 1, 1);
}

async function show(progress: Progress, mine: number): Promise<void> {
  const { words, found, themed, done, shards } = progress;
  const themes = new Map((await archive.manifest()).themes);
  const passing = found.filter((each) => passes(each, state.chosen));
  const ranked = rank(passing, words, state.order, progress.simplify);
  const shownResults = await Promise.all(
    ranked
      .slice(0, shown)
      .map((each) => prepareResult(archive, each, words, progress.simplify, state.chosen.theme)),
  );
  if (mine !== current) return;
  list.replaceChildren(...shownResults.map((result) => resultItem(result, themes)));
  keepingPlace(filters, () => filters.replaceChildren(...filterGroups(found, state, themes, themed)));
  chosenBox.replaceChildren(...chosenFilters(state, themes));
  results.classList.toggle('bare', filters.childElementCount === 0);
  byId('search-order-box').hidden = ranked.length < 2;
  more.hidden = ranked.length <= shown;
  more.textContent = `再看 ${Math.min(PAGE, ranked.length - shown)} 份`;
  const finished = done >= shards;
  showStatus(
    finished ? countOf(ranked, words) : `已有 ${ranked.length} 份报告，正在检索其余年份…`,
    done,
    shards,
  );
  for (const part of [advice, readings, wordsBox]) part.replaceChildren();
  toReadings.hidden = true;
  if (finished && ranked.length === 0) await showAdvice(progress, mine);
  if (finished && (themed || found.length === 0)) await showBeside(progress, passing, shownResults, mine);
}

/** How many reports, and how many times one word stands in them. */
function countOf(ranked: readonly Found[], words: readonly QueryWord[]): string {
  const times = words.length === 1 ? ranked.reduce((sum, each) => sum + timesOf(each, 0), 0) : 0;
  return `${ranked.length} 份报告${times > 0 ? `，共 ${times} 处` : ''}`;
}

/** Shows what comes last, all at once and where no result stands below it: nothing moves under the reader's eyes. */
async function showBeside(
  { words, simplify, themed }: Progress,
  passing: readonly Found[],
  shownResults: readonly Result[],
  mine: number,
): Promise<void> {
  const [{ groups, others }, wordLists] = await Promise.all([
    findReadings(archive, words, simplify, accepts),
    themed ? wordsOf(passing, shownResults, words) : [],
  ]);
  if (mine !== current) return;
  readings.replaceChildren(...readingGroups(groups, others));
  wordsBox.replaceChildren(...wordLists);
  const count = groups.reduce((sum, group) => sum + group.readings.length, 0);
  toReadings.hidden = count === 0;
  toReadings.textContent = `指标读数 ${count} 个`;
}

async function showAdvice({ words, simplify, found }: Progress, mine: number): Promise<void> {
  const suggestions = found.length > 0 ? [] : await suggest(archive, words, simplify);
  if (mine === current) advice.replaceChildren(...emptyAdvice(state, found.length > 0, suggestions));
}

/** The terms that stand by the words in the results on the page, and how often the words stand in all. */
async function wordsOf(
  passing: readonly Found[],
  shownResults: readonly Result[],
  words: readonly QueryWord[],
): Promise<HTMLElement[]> {
  const open = (await archive.manifest()).shards.filter((shard) => archive.isOpen(shard));
  const [vocabulary, ...rows] = await Promise.all([
    archive.file<Vocabulary>('terms'),
    ...open.map((shard) => archive.reports(shard)),
  ]);
  const reports = rows.flat().filter(accepts);
  const paragraphs = shownResults.flatMap(({ hits }) => hits.map(({ text }) => text));
  const related = relatedTerms(
    paragraphs,
    vocabulary,
    words.map(({ parted }) => parted.map(({ text }) => text).join('')),
  );
  const tables = {
    year: frequencies(passing, reports, 'year'),
    level: frequencies(passing, reports, 'level'),
  };
  return [...relatedList(related, state), ...frequencyTables(tables)];
}

/** Whether a report is one that the filters, but for the theme, and the place that is searched let pass. */
function accepts(report: ReportRow): boolean {
  return (
    isWithin(report, state.within) && passes({ report, themes: new Set() }, { ...state.chosen, theme: [] })
  );
}

/** Takes a new state on: the address first, so that it can be linked to. */
function change(next: Partial<State>, step: 'push' | 'replace'): void {
  state = { ...state, ...next };
  go(writeState(state), step);
  void search();
}

function go(address: string, step: 'push' | 'replace'): void {
  if (step === 'push') keepView({ shown, top: scrollY });
  history[`${step}State`](null, '', address);
}

let waiting: ReturnType<typeof setTimeout> | undefined;
box.addEventListener('input', (event) => {
  clearTimeout(waiting);
  // While an input method composes, the box holds letters that the reader does not mean.
  if ((event as InputEvent).isComposing) return;
  waiting = setTimeout(() => change({ query: box.value }, 'replace'), PAUSE);
});
box.addEventListener('compositionend', () => box.dispatchEvent(new InputEvent('input')));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  change({ query: box.value }, 'push');
});
order.addEventListener('change', () => change({ order: order.value as Order }, 'push'));
filters.addEventListener('change', () => {
  const checked = [...filters.querySelectorAll<HTMLInputElement>('input:checked')];
  const chosen = choose((key) => checked.filter(({ name }) => name === key).map(({ value }) => value));
  change({ chosen }, 'push');
});
toReadings.addEventListener('click', () => readings.focus());
more.addEventListener('click', () => {
  shown += PAGE;
  if (latest) void show(latest, current);
});
// Links to another search, such as a related term, need no new page.
document.addEventListener('click', (event) => {
  const href = (event.target as Element).closest('main a')?.getAttribute('href');
  if (!href?.startsWith('?') || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(href, 'push');
  restore();
  scrollTo(0, 0);
  byId('search-status').focus({ preventScroll: true });
});
history.scrollRestoration = 'manual';
addEventListener('pagehide', () => keepView({ shown, top: scrollY }));
addEventListener('popstate', restore);
document.addEventListener('keydown', moveAmongResults);

function restore(): void {
  state = readState(location.search);
  box.value = state.query;
  order.value = ORDERS.includes(state.order) ? state.order : 'relevance';
  void search(viewOf(history.state));
}
if (matchMedia('(max-width: 62rem)').matches) filtersBox.open = false;
restore();
