/** What is searched, as it stands in the address: search.html?q=…&year=…. */
import type { ReportRow } from '../../search/manifest.ts';
import { type Chosen, choose, FACET_KEYS } from './facets.ts';

export const ORDERS = ['relevance', 'newest', 'oldest'] as const;
export type Order = (typeof ORDERS)[number];

export interface State {
  query: string;
  /** Chosen values; a report passes where it has one of them, in every facet that has any. */
  chosen: Chosen;
  order: Order;
  /** `<agencyId>` or `<agencyId>/<year>`: search nowhere else. */
  within: string;
}

export function readState(address: string): State {
  const parameters = new URLSearchParams(address);
  const order = ORDERS.find((name) => name === parameters.get('order'));
  return {
    query: parameters.get('q') ?? '',
    chosen: choose((key) => parameters.getAll(key)),
    order: order ?? 'relevance',
    within: parameters.get('in') ?? '',
  };
}

/** Whether a report lies within what is searched. */
export function isWithin([agencyId, year]: ReportRow, within: string): boolean {
  return within === '' || within === agencyId || within === `${agencyId}/${year}`;
}

/** The address (`?…`) of a state; what says nothing is left out. */
export function writeState({ query, chosen, order, within }: State): string {
  const parameters = new URLSearchParams();
  if (query) parameters.set('q', query);
  if (within) parameters.set('in', within);
  for (const key of FACET_KEYS) for (const value of chosen[key]) parameters.append(key, value);
  if (order !== 'relevance') parameters.set('order', order);
  return `?${parameters}`;
}
