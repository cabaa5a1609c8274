import type { WarehouseStatus } from '@contract';
import { useEffect, useState } from 'react';
import { messageOf, readStatus } from './readStatus';

/** What is known of a data source's warehouse: nothing yet, why it does not answer, or its status. */
export type StatusState =
  { phase: 'loading' } | { phase: 'unreachable'; message: string } | { phase: 'known'; status: WarehouseStatus };

const BUILDING_INTERVAL_MS = 2_000;

/**
 * The status of a data source's warehouse, asked again while it is being built.
 *
 * @param version asks anew when it changes, as after the settings are saved
 */
export function useWarehouseStatus(uid: string, version = 0): StatusState {
  const [state, setState] = useState<StatusState>({ phase: 'loading' });

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const ask = async () => {
      const next = await readState(uid);
      if (left) return;
      setState(next);
      if (next.phase === 'known' && next.status.state === 'building') timer = setTimeout(ask, BUILDING_INTERVAL_MS);
    };
    setState({ phase: 'loading' });
    void ask();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [uid, version]);

  return state;
}

async function readState(uid: string): Promise<StatusState> {
  try {
    return { phase: 'known', status: await readStatus(uid) };
  } catch (failure) {
    return { phase: 'unreachable', message: messageOf(failure) };
  }
}
