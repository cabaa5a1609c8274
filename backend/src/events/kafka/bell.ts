/** Waits that can be cut short. */
export class Bell {
  private readonly waiting = new Set<() => void>();

  /** Settles after so many ms, or when it is rung. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.waiting.delete(end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      this.waiting.add(end);
    });
  }

  ring(): void {
    for (const end of [...this.waiting]) end();
  }
}

const FIRST_MS = 250;
const LONGEST_MS = 5_000;

/** How long to wait after so many failures in a row (1, 2, ...), in ms. */
export const backOff = (failures: number): number => Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 10));
