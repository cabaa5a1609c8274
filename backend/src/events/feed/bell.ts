/** Wakes one who waits; rung while nobody does, the next wait ends at once. */
export class Bell {
  private rung = false;
  private ended: (() => void) | undefined;

  ring(): void {
    this.rung = true;
    this.ended?.();
  }

  /** Forgets what has been rung so far: whoever waits next waits for something new. */
  still(): void {
    this.rung = false;
  }

  async wait(): Promise<void> {
    if (!this.rung) await new Promise<void>((resolve) => (this.ended = resolve));
    this.ended = undefined;
  }
}
