import {
  isLiveChannelMessageEvent,
  isLiveChannelStatusEvent,
  LiveChannelConnectionState,
  LiveChannelScope,
} from '@grafana/data';
import { getGrafanaLiveSrv } from '@grafana/runtime';
import { catchError, defer, EMPTY, filter, map, pairwise, startWith, type Observable } from 'rxjs';

interface Heard {
  connected: boolean;
  message: boolean;
}

/**
 * Emits whenever early warnings may have changed: with every message of the data source's live channel, and when the
 * connection is there again after a while without one. Grafana itself connects again; where it has no live connections,
 * or refuses this one, nothing is ever told.
 */
export function warningChanges(uid: string): Observable<unknown> {
  return defer(() => {
    const address = { scope: LiveChannelScope.DataSource, stream: uid, namespace: uid, path: 'alerts' };
    return getGrafanaLiveSrv().getStream<unknown>(address);
  }).pipe(
    map((event): Heard | undefined => {
      if (isLiveChannelMessageEvent(event)) return { connected: true, message: true };
      if (!isLiveChannelStatusEvent(event)) return undefined;
      return { connected: event.state === LiveChannelConnectionState.Connected, message: false };
    }),
    filter((heard) => heard !== undefined),
    // A channel that others follow already says at once that it is connected: then nothing can have been missed.
    startWith(undefined),
    pairwise(),
    filter(([before, now]) => now?.message === true || (now?.connected === true && before?.connected === false)),
    catchError(() => EMPTY),
  );
}
