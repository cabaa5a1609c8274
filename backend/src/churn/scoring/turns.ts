interface Waiting {
  day: string;
  begin(): void;
}

/** Work on days, one at a time: whichever of those that wait has the latest day goes next. */
export class Turns {
  private readonly waiting: Waiting[] = [];
  private busy = false;

  /** Does the work when it has its turn; answers and fails as it does. */
  async take<T>(day: string, work: () => Promise<T>): Promise<T> {
    if (this.busy) await new Promise<void>((begin) => this.waiting.push({ day, begin }));
    this.busy = true;
    try {
      return await work();
    } finally {
      this.next();
    }
  }

  /** Stays busy while it hands over, so that nobody who comes meanwhile begins as well. */
  private next(): void {
    const latest = this.waiting.reduce<Waiting | undefined>(
      (best, one) => (best === undefined || one.day > best.day ? one : best),
      undefined,
    );
    if (latest === undefined) {
      this.busy = false;
      return;
    }
    this.waiting.splice(this.waiting.indexOf(latest), 1);
    latest.begin();
  }
}
