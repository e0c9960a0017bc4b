/** What a search shows. */
import type { MetricEntry } from '../../search/manifest.ts';
import { agencyKind } from '../../site/labels.ts';
import { urls } from '../../site/urls.ts';
import { byId, element } from './dom.ts';
import type { Hit } from './excerpt.ts';
import { choose, countFacet, FACET_KEYS, FACETS, type Found } from './facets.ts';
import type { MetricGroup } from './readings.ts';
import type { Result } from './result.ts';
import { type State, writeState } from './state.ts';
import type { Suggestion } from './suggest.ts';

/** Hits that stand open under each report; the others are folded away. */
const OPEN_HITS = 2;
/** Values of a facet that stand open; the others are folded away. */
const OPEN_VALUES = 8;
const OPEN_READINGS = 4;
/** Other metrics that are named. */
const MOST_OTHERS = 12;

export function reportUrl({ report: [agencyId, year] }: Pick<Found, 'report'>, anchor?: string): string {
  return `${urls.report(`${agencyId}/${year}`)}${anchor ? `#${anchor}` : ''}`;
}

/** Marks every other piece: excerpts come as text without and with a hit by turns. */
function marked(pieces: readonly string[]): (Node | string)[] {
  return pieces.map((piece, i) => (i % 2 === 1 ? element('mark', {}, piece) : piece));
}

/** One report with its hits. */
export function resultItem(
  { found, title, hits }: Result,
  themes: ReadonlyMap<string, string>,
): HTMLLIElement {
  const [, year, agency, level, type, province, city] = found.report;
  const facts = [`${year}年度`, agency, agencyKind({ level: level || undefined, type: type || undefined })];
  const places = [...new Set([province, city])];
  const lines = hits.map((hit) => hitLine(found, hit, themes));
  const folded = lines.slice(OPEN_HITS);
  return element(
    'li',
    { class: 'result' },
    element('h2', {}, element('a', { href: reportUrl(found), 'data-result': true }, ...marked(title))),
    element('p', { class: 'result-facts' }, [...facts, ...places].filter(Boolean).join(' · ')),
    ...lines.slice(0, OPEN_HITS),
    folded.length > 0 &&
      element('details', {}, element('summary', {}, `另有 ${folded.length} 段`), ...folded),
  );
}

function hitLine(found: Found, hit: Hit, themes: ReadonlyMap<string, string>): HTMLElement {
  const theme = themes.get(hit.theme);
  return element(
    'p',
    { class: hit.heading ? 'hit heading' : 'hit' },
    element('a', { href: reportUrl(found, hit.anchor) }, ...marked(hit.pieces)),
    theme !== undefined && element('small', {}, theme),
  );
}

/** The filters, with the number of reports that each value would give. */
export function filterGroups(
  all: readonly Found[],
  state: State,
  themes: ReadonlyMap<string, string>,
  themed: boolean,
): HTMLElement[] {
  return FACET_KEYS.flatMap((key) => {
    const counts = countFacet(key, all, state.chosen);
    const needless = counts.length < 2 && state.chosen[key].length === 0;
    if (needless || (key === 'theme' && !themed)) return [];
    if (key === 'city' && state.chosen.province.length === 0 && state.chosen.city.length === 0) return [];
    const { label, name } = FACETS[key];
    const options = counts.map(([value, count]) =>
      element(
        'label',
        {},
        element('input', { type: 'checkbox', name: key, value, checked: state.chosen[key].includes(value) }),
        element('span', {}, name(value, themes)),
        element('small', { class: 'number' }, String(count)),
      ),
    );
    const folded = options.slice(OPEN_VALUES);
    return element(
      'fieldset',
      {},
      element('legend', {}, label),
      ...options.slice(0, OPEN_VALUES),
      folded.length > 0 &&
        element('details', {}, element('summary', {}, `另有 ${folded.length} 项`), ...folded),
    );
  });
}

/** The readings found by the words of their metric, and links to `others` that have the words too. */
export function readingGroups(groups: readonly MetricGroup[], others: readonly MetricEntry[]): HTMLElement[] {
  const links = others
    .slice(0, MOST_OTHERS)
    .map(({ id, names }) => element('li', {}, element('a', { href: urls.metric(id) }, names[0] ?? id)));
  const named = element('ul', { class: 'plain related', 'aria-label': '相关指标' }, ...links);
  return [...groups.map(readingGroup), ...(links.length > 0 ? [named] : [])];
}

function readingGroup({ metric, readings }: MetricGroup): HTMLElement {
  const rows = readings.map(({ report, printed, at }) =>
    element(
      'li',
      {},
      element('a', { href: reportUrl({ report }, at) }, element('b', { class: 'number' }, printed)),
      element('span', {}, `${report[1]}年度 ${report[2]}`),
    ),
  );
  const folded = rows.slice(OPEN_READINGS);
  return element(
    'section',
    { class: 'reading-group' },
    element(
      'h2',
      {},
      element('a', { href: urls.metric(metric.id) }, metric.names[0] ?? metric.id),
      element('small', {}, `${readings.length} 个读数`),
    ),
    element('ul', { class: 'plain' }, ...rows.slice(0, OPEN_READINGS)),
    folded.length > 0 &&
      element(
        'details',
        {},
        element('summary', {}, `另有 ${folded.length} 个`),
        element('ul', { class: 'plain' }, ...folded),
      ),
  );
}

/** What to try where nothing was found. `filtered`: the reports are there, but not what was chosen. */
export function emptyAdvice(
  state: State,
  filtered: boolean,
  suggestions: readonly Suggestion[],
): HTMLElement[] {
  const advice = [
    filtered && '去掉几个筛选条件：全文里有，只是不在所选的范围内。',
    state.within !== '' && '在全部报告中检索，而不只在这一处。',
    /\S\s+\S/.test(state.query) && '空格隔开的词要出现在同一份报告里，试试只留一个。',
    '换成更短的词：检索逐字对照，“负责人出庭应诉率”不会找到“负责人出庭率”。',
    '数字要写全：4894件 不会找到 54894件。',
    '核对有没有错别字。繁体、全角、大小写和标点都不影响结果。',
  ];
  const links = suggestions.map(({ query, reports }) =>
    element(
      'li',
      {},
      element(
        'a',
        { href: writeState({ ...state, query: `"${query}"`, within: '', chosen: choose(() => []) }) },
        query,
      ),
      ` 有 ${reports} 份报告`,
    ),
  );
  return [
    element('p', {}, filtered ? '所选范围内没有符合的报告。' : '没有一份报告里有这样的文字。'),
    element(
      'ul',
      {},
      ...links,
      ...advice.filter((line) => line !== false).map((line) => element('li', {}, line)),
    ),
  ];
}

/** Says how far the search has come, to everyone. */
export function showStatus(text: string, done: number, shards: number): void {
  byId('search-status').textContent = text;
  const bar = byId<HTMLProgressElement>('search-progress');
  bar.hidden = done >= shards;
  bar.max = Math.max(1, shards);
  bar.value = done;
}
