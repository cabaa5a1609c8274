import { useEffect } from 'react';
import { warningChanges } from '../../../datasource/live/warningChanges';
import { calmly } from '../../../live/calmly';

/** Calls `onChange` whenever an early warning may have been made or changed, by whomever; never where nothing is live. */
export function useWarningChanges(uid: string, onChange: () => void): void {
  useEffect(() => {
    const following = calmly(warningChanges(uid)).subscribe(onChange);
    return () => following.unsubscribe();
  }, [uid, onChange]);
}
