import { OPEN_WARNING_STATES, SEGMENTS, WARNING_STATES, type Segment, type WarningState } from '@contract';
import { currentLanguage } from '../../../language/current';

/** Where warnings stand that are listed: those that wait for somebody, those of one state, or all. */
export type StateChoice = 'open' | WarningState | 'all';
export const STATE_CHOICES: readonly StateChoice[] = ['open', ...WARNING_STATES, 'all'];

/** Which warnings are listed. All of it stands in the address. */
export interface WarningFilter {
  state: StateChoice;
  segments: Segment[];
  /** Only those that the reader has taken. */
  mine: boolean;
}

/** Rows that one more page adds, and the most that the backend lists at once. */
export const PAGE_WARNINGS = 25;
export const MOST_WARNINGS = 1_000;

/** What an address asks for; what is unknown in it counts as not said. */
export function readFilter(address: URLSearchParams): WarningFilter {
  const named = address.getAll('segment');
  return {
    state: STATE_CHOICES.find((choice) => choice === address.get('state')) ?? 'open',
    segments: SEGMENTS.filter((segment) => named.includes(segment)),
    mine: address.get('owner') === 'me',
  };
}

/** The address with another filter; the defaults are left out. */
export function writeFilter(address: URLSearchParams, { state, segments, mine }: WarningFilter): URLSearchParams {
  const changed = new URLSearchParams(address);
  for (const name of ['state', 'segment', 'owner']) changed.delete(name);
  if (state !== 'open') changed.set('state', state);
  segments.forEach((segment) => changed.append('segment', segment));
  if (mine) changed.set('owner', 'me');
  return changed;
}

/** True where nothing but the state that is shown at first narrows the list. */
export const isUnfiltered = ({ segments, mine }: WarningFilter): boolean => segments.length === 0 && !mine;

/** The path of the resource that lists these warnings, newest first, in the reader's language. */
export function listPath(filter: WarningFilter, login: string, limit: number): string {
  const query = new URLSearchParams({ kind: 'early_warning', sort: 'created_at', order: 'desc' });
  statesOf(filter.state).forEach((state) => query.append('state', state));
  filter.segments.forEach((segment) => query.append('segment', segment));
  if (filter.mine) query.set('owner', login);
  query.set('limit', String(limit));
  query.set('language', currentLanguage());
  return `alerts?${query}`;
}

function statesOf(choice: StateChoice): readonly WarningState[] {
  if (choice === 'all') return [];
  return choice === 'open' ? OPEN_WARNING_STATES : [choice];
}
