import type { Audit, AuditEntry } from './entry';
import { appendEntries, type LogLimits } from './file-log';
import { readPage, type AuditPage } from './read';

/** How the log itself is. */
export interface AuditHealth {
  /** Why the last try to write failed; absent while all is well. */
  error?: string;
  /** Entries that wait for the next try. */
  waiting: number;
  /** Entries that were given up since too many waited. */
  lost: number;
}

/** An audit log that can be read. */
export interface AuditLog extends Audit {
  health(): AuditHealth;
  /** Entries, newest first. @param before where the page before ended, as `next` of it */
  page(limit: number, before?: string): Promise<AuditPage>;
}

export interface KeeperOptions {
  limits?: LogLimits;
  /** Told when writing begins to fail. */
  onFault(message: string, error: unknown): void;
  retryMs?: number;
}

const LIMITS: LogLimits = { fileBytes: 10 * 1024 * 1024, files: 20 };
const MOST_WAITING = 10_000;
const BATCH = 500;
const RETRY_MS = 5_000;

/** Writes an audit log into a folder, in the order of its entries, and goes on trying when the disk does not take them. */
export class AuditKeeper implements AuditLog {
  private readonly queue: AuditEntry[] = [];
  private writing: Promise<void> | undefined;
  private retry: NodeJS.Timeout | undefined;
  private error: string | undefined;
  private lost = 0;

  constructor(
    private readonly folder: string,
    private readonly options: KeeperOptions,
  ) {}

  record(entry: AuditEntry): void {
    if (this.queue.length >= MOST_WAITING) this.lost++;
    else this.queue.push(entry);
    if (this.retry === undefined) this.write();
  }

  health(): AuditHealth {
    const { error, lost, queue } = this;
    return { ...(error === undefined ? {} : { error }), waiting: queue.length, lost };
  }

  async page(limit: number, before?: string): Promise<AuditPage> {
    await this.writing;
    return readPage(this.folder, limit, before);
  }

  /** Tries a last time to write what waits. */
  async close(): Promise<void> {
    clearTimeout(this.retry);
    await this.writing;
    if (this.queue.length > 0) this.write();
    await this.writing;
    clearTimeout(this.retry);
  }

  private write(): void {
    this.writing ??= this.writeAll().finally(() => (this.writing = undefined));
  }

  private async writeAll(): Promise<void> {
    this.retry = undefined;
    const { limits = LIMITS, onFault, retryMs = RETRY_MS } = this.options;
    try {
      while (this.queue.length > 0) {
        const batch = this.queue.slice(0, BATCH);
        await appendEntries(this.folder, batch, limits);
        this.queue.splice(0, batch.length);
      }
      this.error = undefined;
    } catch (error) {
      // Once, not with every entry: the log of faults may lie on the same disk.
      if (this.error === undefined) onFault('the audit log cannot be written', error);
      this.error = error instanceof Error ? error.message : String(error);
      this.retry = setTimeout(() => this.write(), retryMs).unref();
    }
  }
}
