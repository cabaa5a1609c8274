import type { WarehouseStatus } from '@contract';
import { useEffect, useState } from 'react';
import { messageOf, readStatus } from './readStatus';

/** What is known of a data source's warehouse: nothing yet, why it does not answer, or its status. */
export type StatusState =
  { phase: 'loading' } | { phase: 'unreachable'; message: string } | { phase: 'known'; status: WarehouseStatus };

const BUSY_INTERVAL_MS = 1_000;

/**
 * The status of a data source's warehouse, asked again while it is being built or its model trained.
 *
 * @param version asks anew when it changes, as after the settings are saved; what is known stays until the answer
 */
export function useWarehouseStatus(uid: string, version = 0): StatusState {
  const [known, setKnown] = useState<{ uid: string; state: StatusState }>({ uid, state: { phase: 'loading' } });

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const ask = async () => {
      const state = await readState(uid);
      if (left) return;
      setKnown({ uid, state });
      if (state.phase === 'known' && isBusy(state.status)) timer = setTimeout(ask, BUSY_INTERVAL_MS);
    };
    void ask();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [uid, version]);

  return known.uid === uid ? known.state : { phase: 'loading' };
}

const isBusy = ({ state, model }: WarehouseStatus): boolean =>
  state === 'building' || model?.state === 'training' || model?.progress !== undefined;

async function readState(uid: string): Promise<StatusState> {
  try {
    return { phase: 'known', status: await readStatus(uid) };
  } catch (failure) {
    return { phase: 'unreachable', message: messageOf(failure) };
  }
}
