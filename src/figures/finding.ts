/** What a number turned out to be, before it is written down. */
import type { ChangeWords } from './changes.ts';
import type { Window } from './clauses.ts';
import type { Match } from './match.ts';
import type { Time } from './years.ts';

export interface Finding {
  window: Window;
  match?: Match | undefined;
  time: Time;
  change?: ChangeWords;
  /** Parts of the number follow it. */
  total?: boolean;
}

/** The number of a finding that turned out to be no reading. */
export function asFigure({ window, time }: Finding): Finding {
  return { window, time };
}
