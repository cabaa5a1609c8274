import type { EventsStatus } from '../../contract';
import { adviceOf, WarehouseError } from '../../warehouse';
import { removeDrafts } from '../archive/archive';
import { openEventStore, type EventStore } from '../store/store';
import type { FindCustomers } from './known-customers';
import { openEventLog, type EventLog } from './log';

export interface LogKeeperOptions {
  /** The warehouse folder. */
  out: string;
  findCustomers?: FindCustomers;
  /** Told once the log is open. */
  onOpened?(log: EventLog): void;
  /** Told what had to be left out for the store to be opened. */
  onFault?(message: string, error: unknown): void;
}

/** A store that could not be opened is tried again no sooner than this. */
const RETRY_MS = 2_000;

/** The counts of the status where nothing has been taken. */
export const NO_EVENTS = {
  taken: 0,
  duplicates: 0,
  rejected: 0,
  refused: 0,
  queued: 0,
  deadLetters: 0,
  lagSeconds: 0,
  unfolded: 0,
};

/** Keeps the log of a warehouse folder open, and opens it again later when it could not be: another process may hold it. */
export class LogKeeper {
  private opened: EventLog | undefined;
  private opening: Promise<EventLog> | undefined;
  private failure: { error: unknown; at: number } | undefined;
  private closed = false;

  constructor(private readonly options: LogKeeperOptions) {}

  /** @throws WarehouseError saying why it cannot be opened */
  log(): Promise<EventLog> {
    if (this.opened) return Promise.resolve(this.opened);
    if (this.closed) return Promise.reject(new Error('The log of events is closed.'));
    if (this.failure && performance.now() - this.failure.at < RETRY_MS) return Promise.reject(this.failure.error);
    return (this.opening ??= this.open().finally(() => (this.opening = undefined)));
  }

  status(): EventsStatus {
    if (this.opened) return this.opened.status();
    if (!this.failure) return { state: 'opening', ...NO_EVENTS };
    const { error } = this.failure;
    const isElsewhere = error instanceof WarehouseError && error.code === 'busy';
    return { state: isElsewhere ? 'elsewhere' : 'unavailable', reason: adviceOf(error), ...NO_EVENTS };
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.opening?.catch(() => undefined);
    await this.opened?.close();
    await this.opened?.store.close();
    this.opened = undefined;
  }

  private async open(): Promise<EventLog> {
    let store: EventStore | undefined;
    try {
      store = await openEventStore(this.options.out, this.options.onFault);
      await removeDrafts(store);
      const log = await openEventLog({ store, findCustomers: this.options.findCustomers });
      this.opened = log;
      this.failure = undefined;
      this.options.onOpened?.(log);
      return log;
    } catch (error) {
      await store?.close();
      this.failure = { error, at: performance.now() };
      throw error;
    }
  }
}
