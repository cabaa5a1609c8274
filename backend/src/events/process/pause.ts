/** A wait that others can end, also just before it begins: nothing that happens between looking and waiting is missed. */
export class Pause {
  private ended = false;
  private resume: (() => void) | undefined;

  /** From here on, an end counts for the next wait. */
  arm(): void {
    this.ended = false;
  }

  /** Waits so many ms, or until the end; not at all when that has come since `arm`. */
  async wait(ms: number): Promise<void> {
    if (this.ended) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.resume = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.resume = undefined;
  }

  /** Ends the wait under way, or the next one. */
  end(): void {
    this.ended = true;
    this.resume?.();
  }
}
