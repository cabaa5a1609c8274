import { auditTime, defer, filter, fromEvent, startWith, switchMap, take, type Observable } from 'rxjs';

/** Between two answers, in ms: events come in bursts, and a reader gains nothing from more. */
export const PAUSE_MS = 1_000;

/**
 * Changes at a pace at which one can ask again: once for all that come within a second, and only while the page is in
 * sight. What changes while it is not is told when it comes back. Changes that never pause are told every second.
 */
export function calmly(changes: Observable<unknown>): Observable<unknown> {
  return changes.pipe(
    auditTime(PAUSE_MS),
    switchMap(() => inSight()),
  );
}

/** True while the reader can see the page. */
export const isSeen = (): boolean => document.visibilityState === 'visible';

/** Emits once, when the page is in sight. */
function inSight(): Observable<unknown> {
  return defer(() => fromEvent(document, 'visibilitychange').pipe(startWith(undefined), filter(isSeen), take(1)));
}
