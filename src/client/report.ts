/** On a report's page. */
import { offerCitations } from './report/cite.ts';
import { markPairs } from './report/numbers.ts';
import { followReader } from './report/place.ts';

followReader();
markPairs();
offerCitations();

const print = document.querySelector<HTMLButtonElement>('[data-print]');
if (print) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
}
