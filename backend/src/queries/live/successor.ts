import type { GenerationSummary } from '../../contract';
import { messageOf } from '../../warehouse';
import { catchUp, openGeneration, type OpenedGeneration, type OpeningOptions } from './opened-generation';
import { Pace } from './pace';

/** Getting a generation ready may take a third of the time. */
const REST_FACTOR = 2;
/** Fewer events than these are caught up with when it takes over. */
const FEW_EVENTS = 500;
/** So often it catches up before that: it must take over although events come faster than it gets on. */
const MOST_ROUNDS = 5;

/** The generation that serves next, got ready while the one before goes on: events wait for neither. */
export class Successor {
  private readonly pace = new Pace(REST_FACTOR);
  private readonly opening: Promise<OpenedGeneration>;
  private opened: OpenedGeneration | undefined;
  private isReady = false;
  private isGone = false;
  private failure: string | undefined;
  /** Settles once it is ready, or could not be got ready. */
  readonly settled: Promise<void>;

  /** @param before the one that goes on meanwhile */
  constructor(
    private readonly options: OpeningOptions,
    private readonly generation: GenerationSummary,
    private readonly before: Readonly<OpenedGeneration>,
  ) {
    this.opening = openGeneration(options, generation, before.seq, this.pace);
    this.settled = this.getReady().catch((error: unknown) => void (this.failure = messageOf(error)));
  }

  get id(): string {
    return this.generation.id;
  }

  /** The open generation; undefined while it is being got ready. @throws Error when that has failed */
  ready(): OpenedGeneration | undefined {
    if (this.failure !== undefined) throw new Error(this.failure);
    return this.isReady ? this.opened : undefined;
  }

  /** Frees it, as soon as what it is at has ended. */
  async close(): Promise<void> {
    this.isGone = true;
    this.pace.hurry();
    await this.opening.catch(() => undefined);
    this.opened?.shop.hurry();
    await this.settled;
    await this.opened?.shop.close();
  }

  private async getReady(): Promise<void> {
    const { before, pace } = this;
    const opened = (this.opened = await this.opening);
    await opened.shop.prepare(before.latestDay > opened.latestDay ? before.latestDay : opened.latestDay);
    // What has come meanwhile would hold up the event with which it takes over.
    for (let round = 0; round < MOST_ROUNDS && before.seq - opened.seq > FEW_EVENTS; round++) {
      if (this.isGone) return;
      await catchUp(opened, this.options.store, before.seq, pace);
    }
    this.isReady = true;
  }
}
