import { messageOf } from '../../warehouse';
import { openDatabase, type Database } from './database';
import type { TellMended } from './torn-log';

/** After such an error DuckDB refuses all work until the file is opened anew. */
const INVALIDATED = /database has been invalidated|FATAL/;

/** A store's file that is opened anew after DuckDB gave up on it: the file holds all that was committed. */
export class ReopeningDatabase {
  private inUse: Database | undefined;
  private opening: Promise<Database> | undefined;
  private closing: Promise<unknown> = Promise.resolve();
  private closed = false;
  /** A statement whose connection is gone takes the process with it: the file is closed when all work is done. */
  private readonly running = new Set<Promise<unknown>>();

  constructor(
    private readonly file: string,
    opened: Database,
    private readonly onMended: TellMended,
  ) {
    this.inUse = opened;
  }

  /** Runs `work` on the open file. @throws what `work` throws, or opening the file; an Error once it is closed */
  async use<T>(work: (database: Database) => Promise<T>): Promise<T> {
    const database = await this.opened();
    // It was closed or given up meanwhile.
    if (database !== this.inUse) return this.use(work);
    const running = work(database);
    this.running.add(running);
    try {
      return await running;
    } catch (error) {
      if (INVALIDATED.test(messageOf(error))) this.giveUp(database);
      throw error;
    } finally {
      this.running.delete(running);
    }
  }

  /** Waits for what runs, then closes the file. */
  async close(): Promise<void> {
    this.closed = true;
    await this.opening?.catch(() => undefined);
    if (this.inUse) this.giveUp(this.inUse);
    await this.closing;
  }

  private async opened(): Promise<Database> {
    if (this.closed) throw new Error('The store of events is closed.');
    return this.inUse ?? (this.opening ??= this.openAgain());
  }

  private async openAgain(): Promise<Database> {
    try {
      // Opened twice in one process, the file would be damaged.
      await this.closing;
      return (this.inUse = await openDatabase(this.file, this.onMended));
    } finally {
      this.opening = undefined;
    }
  }

  private giveUp(database: Database): void {
    if (this.inUse !== database) return;
    this.inUse = undefined;
    this.closing = Promise.allSettled(this.running).then(() => database.close());
    // Whoever closes or opens it again is told; nobody may.
    this.closing.catch(() => undefined);
  }
}
