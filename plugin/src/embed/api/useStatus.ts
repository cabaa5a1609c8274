import { useEffect, useState } from 'react';
import { isAbort, messageOf } from './http';
import { fetchStatus, type Status } from './status';

export interface StatusState {
  status?: Status;
  /** Why the server's status is not known at the moment. */
  error?: string;
}

const BUILDING_MS = 700;
const CALM_MS = 30_000;
const LOST_MS = 3_000;

/** The server's status, asked again: often while it builds, now and then afterwards. */
export function useStatus(): StatusState {
  const [state, setState] = useState<StatusState>({});
  useEffect(() => {
    const controller = new AbortController();
    let timer: number | undefined;
    const ask = async () => {
      const next = await load(controller.signal);
      if (controller.signal.aborted) return;
      setState((before) => settle(before, next));
      timer = window.setTimeout(ask, pause(next));
    };
    void ask();
    return () => {
      controller.abort();
      window.clearTimeout(timer);
    };
  }, []);
  return state;
}

async function load(signal: AbortSignal): Promise<StatusState> {
  try {
    return { status: await fetchStatus(signal) };
  } catch (error) {
    return isAbort(error) ? {} : { error: messageOf(error) };
  }
}

/** An equal answer keeps the old object, so that nothing is drawn anew; a lost server keeps its last status. */
function settle(before: StatusState, next: StatusState): StatusState {
  const after = { status: next.status ?? before.status, error: next.error };
  return JSON.stringify(after) === JSON.stringify(before) ? before : after;
}

function pause({ status, error }: StatusState): number {
  if (error !== undefined) return LOST_MS;
  if (status?.state === 'building') return BUILDING_MS;
  return status?.generation ? CALM_MS : LOST_MS;
}
