/** Wakes one who waits; rung while nobody does, the next wait ends at once: nothing that happens meanwhile is missed. */
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

  /** Waits until it is rung, or for so many ms if that is sooner. */
  async wait(ms?: number): Promise<void> {
    if (this.rung) return;
    await new Promise<void>((resolve) => {
      const timer = ms === undefined ? undefined : setTimeout(resolve, ms);
      this.ended = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.ended = undefined;
  }
}
