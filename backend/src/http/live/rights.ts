import type { Guest } from './access';
import { ACCESS_ENDED, PartingError } from './parting';

/**
 * Looks whether a guest may still be told, at most once in so many ms: a token can be revoked while a connection lasts.
 *
 * @param now in ms since whenever; not of the clock: after it was set back nobody would be looked at
 * @returns a function that throws PartingError when they may not
 */
export function rightsCheck(
  { holdsStill }: Guest,
  everyMs: number,
  now = () => performance.now(),
): () => Promise<void> {
  let checked = now();
  return async () => {
    if (now() - checked < everyMs) return;
    checked = now();
    if (!(await holdsStill())) throw new PartingError('access', ACCESS_ENDED);
  };
}
