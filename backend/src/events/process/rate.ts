const WINDOW_MS = 60_000;

/** Counts what happened within the last minute, in steps of a second, so that memory does not grow with it. */
export class Rate {
  private readonly seconds = new Map<number, number>();

  /** @param now in ms since whenever, by a clock that nobody sets */
  add(count: number, now: number): void {
    const second = Math.floor(now / 1000);
    this.seconds.set(second, (this.seconds.get(second) ?? 0) + count);
    for (const old of this.seconds.keys()) if (old <= second - WINDOW_MS / 1000) this.seconds.delete(old);
  }

  /** How many a second, on average over the last minute. */
  perSecond(now: number): number {
    const since = Math.floor(now / 1000) - WINDOW_MS / 1000;
    let sum = 0;
    for (const [second, count] of this.seconds) if (second > since) sum += count;
    return sum / (WINDOW_MS / 1000);
  }
}
