import { distinctUntilChanged, fromEvent, map, NEVER, Observable, share, startWith, switchMap } from 'rxjs';
import { isSeen } from '../../live/calmly';

const ADDRESS = '/api/stream?topic=alerts';

/** `connected` comes first, and again after a break: what happened before it may have been missed. */
const EVENTS = ['connected', 'churn_alert'] as const;

/** One connection, which the browser restores by itself; when the server refuses it, nothing is ever told. */
const stream = new Observable<unknown>((listener) => {
  // Not in every browser's frames, nor in tests.
  if (typeof EventSource === 'undefined') return undefined;
  const source = new EventSource(ADDRESS);
  for (const name of EVENTS) source.addEventListener(name, () => listener.next(name));
  return () => source.close();
});

/**
 * Emits whenever early warnings may have changed. All panels of the page share one connection, and a page out of sight
 * has none: browsers open only six to a server, for all of their tabs together.
 */
export const alertChanges: Observable<unknown> = fromEvent(document, 'visibilitychange').pipe(
  startWith(undefined),
  map(isSeen),
  distinctUntilChanged(),
  switchMap((seen) => (seen ? stream : NEVER)),
  share(),
);
