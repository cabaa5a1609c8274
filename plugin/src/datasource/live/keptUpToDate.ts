import type { DataQueryResponse } from '@grafana/data';
import { Observable, Subscription } from 'rxjs';

/**
 * The first answer as it is, then another one after every change. Nothing is asked while an answer is on its way: all
 * that changes meanwhile is asked for once, afterwards, so that even changes without an end do not keep answers away.
 * When asking again fails, the rows of the answer before stay, beside the error.
 *
 * @throws what the first asking throws
 */
export function keptUpToDate(
  ask: () => Observable<DataQueryResponse>,
  changes: Observable<unknown>,
): Observable<DataQueryResponse> {
  return new Observable((panel) => {
    const all = new Subscription();
    let last: DataQueryResponse | undefined;
    let asking = false;
    let stale = false;
    const run = (): void => {
      asking = true;
      stale = false;
      all.add(
        ask().subscribe({
          next: (answer) => {
            last = beside(last, answer);
            panel.next(last);
          },
          error: (error: unknown) => (last ? settle() : panel.error(error)),
          complete: settle,
        }),
      );
    };
    const settle = (): void => {
      asking = false;
      if (stale) run();
    };
    const change = (): void => (asking ? void (stale = true) : run());
    // First, so that nothing is missed between the answer and the first change.
    all.add(changes.subscribe({ next: change, error: () => undefined }));
    run();
    return all;
  });
}

function beside(last: DataQueryResponse | undefined, answer: DataQueryResponse): DataQueryResponse {
  const failed = (answer.error !== undefined || (answer.errors ?? []).length > 0) && answer.data.length === 0;
  return failed && last ? { ...answer, data: last.data } : answer;
}
