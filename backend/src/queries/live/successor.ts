import { messageOf } from '../../warehouse';
import type { OpenedGeneration } from './opened-generation';

/** The generation that serves next, got ready while the one before goes on: events wait for neither. */
export class Successor {
  private opened: OpenedGeneration | undefined;
  private isReady = false;
  private failure: string | undefined;
  /** Settles once it is ready, or could not be got ready. */
  readonly settled: Promise<void>;

  /**
   * @param id of the generation
   * @param opening its opening, which is under way
   * @param day that customers are judged as of meanwhile
   */
  constructor(
    readonly id: string,
    private readonly opening: Promise<OpenedGeneration>,
    day: string,
  ) {
    this.settled = this.getReady(day).catch((error: unknown) => void (this.failure = messageOf(error)));
  }

  /** The open generation; undefined while it is being got ready. @throws Error when that has failed */
  ready(): OpenedGeneration | undefined {
    if (this.failure !== undefined) throw new Error(this.failure);
    return this.isReady ? this.opened : undefined;
  }

  /** Frees it, as soon as its opening has ended. */
  async close(): Promise<void> {
    await this.opening.catch(() => undefined);
    await this.opened?.shop.close();
    await this.settled;
  }

  private async getReady(day: string): Promise<void> {
    this.opened = await this.opening;
    const { shop, latestDay } = this.opened;
    await shop.prepare(day > latestDay ? day : latestDay);
    this.isReady = true;
  }
}
