/** The note that only one report or agency is searched, with a way out. */
import type { ReportId } from '../../report/store.ts';
import { urls } from '../../site/urls.ts';
import { byId, element } from './dom.ts';
import { type State, writeState } from './state.ts';

/** Shows the note where `state` is within something, and hides it where it is not. */
export function showWithin(state: State): void {
  const note = byId('search-within');
  note.hidden = state.within === '';
  if (note.hidden) return;
  const [, year] = state.within.split('/');
  const href = year === undefined ? urls.agency(state.within) : urls.report(state.within as ReportId);
  note.replaceChildren(
    '只检索',
    element('a', { href }, year === undefined ? '这个机构的报告' : '这一份报告'),
    '。',
    element('a', { href: writeState({ ...state, within: '' }) }, '检索全部报告'),
  );
}
