import { setTimeout as sleep } from 'node:timers/promises';

/** A start has more urgent work at first; whoever opens a dashboard sooner has it computed by that. */
const AFTER_MS = 5_000;
/** Events that wait go first, for so long. */
const GIVE_WAY_MS = 60_000;
const LOOK_EVERY_MS = 250;

export interface WarmUpOptions {
  /**
   * Asks what is to be asked, and keeps the answers.
   *
   * @param giveWay settles when no events wait: for between questions that take long together
   */
  ask(giveWay: () => Promise<void>): Promise<unknown>;
  /** Whether events wait for their effect. */
  isBusy(): boolean;
  /** Aborted: nobody will ask any more. */
  signal: AbortSignal;
  /** Of the waits, in ms. */
  afterMs?: number;
  giveWayMs?: number;
}

/**
 * Asks what readers will ask, so that the answer is there by then: some seconds after it could be asked, when no events
 * wait. Settles once it is there, or nobody needs it any more.
 */
export async function warmUp({
  ask,
  isBusy,
  signal,
  afterMs = AFTER_MS,
  giveWayMs = GIVE_WAY_MS,
}: WarmUpOptions): Promise<void> {
  const later = (ms: number): Promise<unknown> => sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);
  const giveWay = async (): Promise<void> => {
    const until = performance.now() + giveWayMs;
    while (!signal.aborted && isBusy() && performance.now() < until) await later(LOOK_EVERY_MS);
  };
  await later(afterMs);
  await giveWay();
  if (!signal.aborted) await ask(giveWay);
}
