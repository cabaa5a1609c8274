import { messageOf } from '../../warehouse';
import type { OpenedGeneration } from './opened-generation';

/** The generation that serves next, got ready while the one before goes on: events wait for neither. */
export class Successor {
  private opened: OpenedGeneration | undefined;
  private failure: string | undefined;
  /** Settles once the opening has ended, whichever way. */
  readonly settled: Promise<void>;

  /** @param id of the generation @param opening its opening, which is under way */
  constructor(
    readonly id: string,
    opening: Promise<OpenedGeneration>,
  ) {
    this.settled = opening.then(
      (opened) => void (this.opened = opened),
      (error: unknown) => void (this.failure = messageOf(error)),
    );
  }

  /** The open generation; undefined while it is being opened. @throws Error when that has failed */
  ready(): OpenedGeneration | undefined {
    if (this.failure !== undefined) throw new Error(this.failure);
    return this.opened;
  }

  /** Frees it, as soon as its opening has ended. */
  async close(): Promise<void> {
    await this.settled;
    await this.opened?.shop.close();
  }
}
