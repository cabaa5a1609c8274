import type { LiveFollower, LiveItem } from '../../contract';
import { PartingError, TOO_SLOW } from './parting';

export interface PumpOptions {
  /** Events handed over at a time. */
  batch: number;
  /** How long a delivery may take. */
  slowMs: number;
  /** Looks whether they may still be told. @throws PartingError */
  check(): Promise<void>;
  /** Hands over; resolves once the client has taken enough of it for more to be sent. */
  deliver(items: readonly LiveItem[]): Promise<void>;
}

/**
 * Tells somebody what they follow until the follower is closed: what comes next is fetched when what came before is
 * taken, so that nothing heaps up for those who are slow.
 *
 * @throws PartingError when they take too long, or may no longer be told
 */
export async function pump(follower: LiveFollower, { batch, slowMs, check, deliver }: PumpOptions): Promise<void> {
  for (;;) {
    const items = await follower.next(batch);
    if (follower.behind.aborted) throw new PartingError('slow', TOO_SLOW);
    if (items.length === 0) return;
    await check();
    await inTime(deliver(items), slowMs, follower.behind);
  }
}

async function inTime(delivery: Promise<void>, ms: number, behind: AbortSignal): Promise<void> {
  const late = new Promise<void>((_, reject) => {
    const giveUp = (): void => reject(new PartingError('slow', TOO_SLOW));
    const timer = setTimeout(giveUp, ms);
    behind.addEventListener('abort', giveUp);
    const settled = (): void => {
      clearTimeout(timer);
      behind.removeEventListener('abort', giveUp);
    };
    delivery.then(settled, settled);
  });
  await Promise.race([delivery, late]);
}
