import { useEffect, useState } from 'react';
import { calmly } from '../../live/calmly';
import { wantsLive } from '../../live/wantsLive';
import type { QueryRequest } from '../api/query';
import { signedLink } from '../host/link';
import { alertChanges } from './alertChanges';

/**
 * Calls `askAgain` when early warnings have changed and the request is to follow them; not while an answer is on its way,
 * which would be given up each time. Visitors with a signed link have no live connection.
 *
 * @param askAgain the same function at every call
 */
export function useLive(request: QueryRequest | undefined, answering: boolean, askAgain: () => void): void {
  const [changed, setChanged] = useState(false);
  const follows = request !== undefined && request.queries.some(wantsLive) && signedLink() === undefined;
  useEffect(() => {
    if (!follows) return;
    const following = calmly(alertChanges).subscribe(() => setChanged(true));
    return () => following.unsubscribe();
  }, [follows]);
  useEffect(() => {
    if (!changed || answering) return;
    setChanged(false);
    askAgain();
  }, [changed, answering, askAgain]);
}
