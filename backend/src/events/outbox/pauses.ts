import type { OutboxTimes } from './times';

/** So many failures in a row make an address rest. */
const FAILURES = 5;

/** Lets addresses rest that keep failing: after a pause one attempt at a time shows whether they have recovered. */
export class Pauses {
  private readonly failing = new Map<string, { failures: number; until: number }>();

  constructor(private readonly times: Pick<OutboxTimes, 'firstPause' | 'longestPause'>) {}

  /** How many attempts may be under way. */
  room(receiver: string, now: number, most: number): number {
    const { failures, until } = this.failing.get(receiver) ?? { failures: 0, until: 0 };
    if (failures < FAILURES) return most;
    return this.isOver(until, now) ? 1 : 0;
  }

  /** Until when an address rests, in ms; undefined where it does not. */
  until(receiver: string, now: number): number | undefined {
    const { failures = 0, until = 0 } = this.failing.get(receiver) ?? {};
    return failures < FAILURES || this.isOver(until, now) ? undefined : until;
  }

  succeeded(receiver: string): void {
    this.failing.delete(receiver);
  }

  failed(receiver: string, now: number): void {
    const failures = (this.failing.get(receiver)?.failures ?? 0) + 1;
    const { firstPause, longestPause } = this.times;
    const pause = Math.min(longestPause, firstPause * 2 ** Math.min(Math.max(0, failures - FAILURES), 30));
    this.failing.set(receiver, { failures, until: now + pause });
  }

  /** Also where the clock was set back meanwhile. */
  private isOver(until: number, now: number): boolean {
    return now >= until || until - now > this.times.longestPause;
  }
}
