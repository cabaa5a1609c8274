import type { EventLog } from '../log/log';
import { supplementIsWhole } from '../../warehouse';
import { archiveEvents } from '../archive/archive';
import { exportSupplement } from './export-supplement';

export interface FoldOptions {
  /** At least so many ms lie between two builds that bring events in. */
  everyMs: number;
  /** Events that bring the next build forward, should so many wait. */
  events: number;
  /** For so long no event has come: those that come together are brought in together. */
  quietMs: number;
  /** Days after which events that are in the warehouse leave the log's table for a file beside it. */
  keepDays: number;
}

export const FOLD_DEFAULTS: FoldOptions = { everyMs: 60_000, events: 100_000, quietMs: 2_000, keepDays: 90 };

/** Builds that events bring about take no more than a tenth of the time. */
const REST = 10;
const LOOK_EVERY_MS = 1_000;
const DAY_MS = 86_400_000;

type OnProgress = (progress: { step: string; share: number }) => void;

export interface FoldingOptions extends Partial<FoldOptions> {
  log: EventLog;
  /** The warehouse folder. */
  out: string;
  /** Asks for a build in the background. @returns false when one is under way already */
  rebuild(): boolean;
  /** Told of what goes wrong, which is tried again. */
  onFault(message: string, error: unknown): void;
  /** In ms since whenever; not of the clock, which may be set back: no build would be due until it has caught up. */
  now?: () => number;
}

/**
 * Brings events into the warehouse: asks for a build when some wait, hands the rows that they make to every build, and
 * notes how far the log is in the warehouse once a build has ended. A crash in between has the same events folded again,
 * into the same rows.
 */
export class Folding {
  private readonly limits: FoldOptions;
  private readonly timer: NodeJS.Timeout;
  /** The latest event that the build under way takes in. */
  private building: number | undefined;
  /** The latest event of those that the last build took in; 0: none here has taken in any. */
  private built = 0;
  private began = -Infinity;
  /** Of the events that wait: since when there are some, and when the latest one was first seen. */
  private wait: { since: number; seq: number; at: number } | undefined;
  private lasted = 0;
  private asked = false;
  private settled = true;

  constructor(private readonly options: FoldingOptions) {
    this.limits = { ...FOLD_DEFAULTS, ...options };
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MS).unref();
  }

  /** Asks for a build if one is due. @returns whether it did */
  look(): boolean {
    const { log, rebuild } = this.options;
    const waiting = log.lastSeq() - log.seqOf('folded');
    this.watch(waiting > 0);
    if (waiting <= 0 || this.building !== undefined) return false;
    const since = this.now() - this.began;
    const many = waiting >= this.limits.events;
    const patience = Math.max(many ? 0 : this.limits.everyMs, this.lasted * REST);
    if (since < patience || !(many || this.haveCome()) || !rebuild()) return false;
    this.asked = true;
    return true;
  }

  /** Whether the build that begins or runs was asked for here: nothing but events is new then. */
  get isOwn(): boolean {
    return this.asked;
  }

  /**
   * Whether it is known which events the generation that serves holds: not from when some are handed to a build until
   * that has failed, or its generation serves and this is noted.
   */
  get isSettled(): boolean {
    return this.settled;
  }

  /**
   * Runs a build, whoever asked for it, with all events that are there when it begins.
   *
   * @param onProgress told of what comes before the build
   */
  async during(build: () => Promise<void>, onProgress?: OnProgress): Promise<void> {
    this.began = this.now();
    const seq = await this.hand(onProgress);
    try {
      await build();
      if (seq !== undefined) await this.note(seq);
    } catch (error) {
      this.settled = true;
      throw error;
    } finally {
      this.lasted = this.now() - this.began;
      this.building = undefined;
    }
  }

  /** The generation of the last build serves now. */
  async serves(): Promise<void> {
    this.asked = false;
    const { log, onFault } = this.options;
    try {
      // At once: whoever asks next is told what this generation holds, and no more; what follows may last into the next build.
      const noted = log.progressed('folded', Math.max(this.built, log.seqOf('folded')));
      this.settled = true;
      await noted;
      // Whole days: there is a build each minute, and each would leave a file.
      const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
      await archiveEvents(log, today - this.limits.keepDays * DAY_MS);
    } catch (error) {
      onFault('events could not be put in order after a build', error);
    }
  }

  close(): void {
    clearInterval(this.timer);
  }

  /** @returns the latest event that the build will have; undefined when there is nothing new, or it failed */
  private async hand(onProgress: OnProgress | undefined): Promise<number | undefined> {
    const { log, out, onFault } = this.options;
    const last = log.lastSeq();
    if (last === 0) return undefined;
    try {
      if (last === log.seqOf('folded') && (await supplementIsWhole(out))) return undefined;
      onProgress?.({ step: 'handing over the events', share: 0 });
      this.settled = false;
      await exportSupplement(log.store, out, last);
      this.building = last;
      return last;
    } catch (error) {
      onFault('events could not be handed to the build, which goes on with those of the build before', error);
      return undefined;
    }
  }

  private async note(seq: number): Promise<void> {
    const { log, onFault } = this.options;
    try {
      await log.store.transaction((statements) => log.noteProgress(statements, 'folded', seq));
      this.built = seq;
    } catch (error) {
      onFault('it could not be noted which events are in the warehouse', error);
    }
  }

  private watch(waiting: boolean): void {
    const [seq, at] = [this.options.log.lastSeq(), this.now()];
    if (!waiting) this.wait = undefined;
    else if (this.wait?.seq !== seq) this.wait = { since: this.wait?.since ?? at, seq, at };
  }

  /** Whether no more events come for now, or they have come for long enough. */
  private haveCome(): boolean {
    if (!this.wait) return false;
    const { since, at } = this.wait;
    return this.now() - at >= this.limits.quietMs || this.now() - since >= this.limits.everyMs;
  }

  private now(): number {
    return this.options.now?.() ?? performance.now();
  }
}
