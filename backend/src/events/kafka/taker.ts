import { OverloadedError, type EventLog, type TopicMessage } from '../log';
import { messageOf, WarehouseError } from '../../warehouse';
import { backOff, type Bell } from './bell';
import type { Fetched } from './client';
import type { Health } from './health';
import { readMessage } from './message';
import type { Reading } from './partition-table';

/** Messages that go into the log together. */
const TOGETHER = 500;
const LOG = 'log';

/** Puts what was fetched into the log, and waits for as long as that takes: nothing more is fetched meanwhile. */
export class Taker {
  readonly counts = { messages: 0, rejected: 0, waits: 0 };

  constructor(
    private readonly log: Pick<EventLog, 'appendFrom'>,
    private readonly health: Health,
    private readonly bell: Bell,
    private readonly isClosing: () => boolean,
  ) {}

  /** Moves the reading on by what is in the log then; after closing that may be less than was fetched. */
  async take({ messages, next, end }: Fetched, reading: Reading): Promise<void> {
    reading.end = end;
    for (let from = 0; from < messages.length; from += TOGETHER) {
      const group = messages.slice(from, from + TOGETHER).map(readMessage);
      const after = messages[from + TOGETHER]?.offset ?? next;
      if (!(await this.append(reading, after, group))) return;
    }
    // Marks of transactions have offsets, and hold no message.
    if (reading.next !== undefined && reading.next < next) await this.append(reading, next, []);
  }

  /** @returns false when it was given up since reading ends */
  private async append(reading: Reading, next: number, messages: readonly TopicMessage[]): Promise<boolean> {
    for (let failures = 0; !this.isClosing();) {
      try {
        const receipts = await this.log.appendFrom(reading.topic, reading.partition, next, messages);
        reading.next = next;
        this.counts.messages += receipts.length;
        this.counts.rejected += receipts.filter(({ status }) => status === 'rejected').length;
        this.health.recovered(LOG);
        return true;
      } catch (error) {
        if (error instanceof OverloadedError) {
          this.counts.waits += 1;
          await this.bell.wait(error.retryAfter * 1_000);
          continue;
        }
        failures += 1;
        this.health.failed(LOG, error instanceof WarehouseError ? error.message : messageOf(error));
        await this.bell.wait(backOff(failures));
      }
    }
    return false;
  }
}
