import type { WarningNews } from '../../contract';

export type WarningListener = (news: WarningNews) => void;

/** Tells those who listen what has been made or changed, once it is on the disk. */
export class WarningFeed {
  private readonly listeners = new Set<WarningListener>();

  /** @param onFault told of a listener that failed: the others are told nevertheless */
  constructor(private readonly onFault: (message: string, error: unknown) => void) {}

  /** @returns what ends the listening */
  listen(listener: WarningListener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  tell(news: readonly WarningNews[]): void {
    for (const one of news) {
      for (const listener of this.listeners) {
        try {
          listener(one);
        } catch (error) {
          this.onFault('a listener to early warnings failed', error);
        }
      }
    }
  }
}
