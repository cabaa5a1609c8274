import { DAY_MS, type EventsStatus, type Receipt } from '../../contract';
import { adviceOf, messageOf } from '../../warehouse';
import type { EventStore } from '../store/store';
import type { Statements } from '../store/statements';
import { Backlog } from './backlog';
import { writeDeliveries, type Delivery, type Written } from './commit';
import { LETTER_LIMITS, type LetterLimits } from './dead-letters';
import { OverloadedError, toStoreError } from './errors';
import { KnownCustomers, type FindCustomers } from './known-customers';
import { LetterOffice } from './letter-office';
import { prepareMessage, type TopicMessage } from './message';
import { prepareEvent, type PreparedEvent, type RefusedEvent } from './prepare';
import { GroupQueue, QUEUE_LIMITS, type QueueLimits } from './queue';

/** Readers of the log whose progress is kept: who gives events their effect, and who brings them into the warehouse. */
export type LogReader = 'processed' | 'folded';

export interface EventLogOptions {
  store: EventStore;
  /** See `FindCustomers`; absent: nobody is unknown. */
  findCustomers?: FindCustomers;
  queue?: Partial<QueueLimits>;
  letters?: Partial<LetterLimits>;
  /** ms since 1970-01-01 UTC. */
  now?: () => number;
}

/** The log of events: what has been taken is on the disk, once, and in an order that never changes. */
export interface EventLog {
  readonly store: EventStore;
  readonly letters: LetterOffice;
  /**
   * Takes events as they came. Resolves once all that can be used are on the disk, and the others among the dead letters.
   *
   * @param source who sent them, e.g. the caller's name
   * @returns what became of each, in their order
   * @throws OverloadedError when too much waits already; WarehouseError `io` when the disk is full or cannot be written.
   * Then nothing was taken.
   */
  append(events: readonly unknown[], source: string): Promise<Receipt[]>;
  /**
   * The same for messages of a partition of a topic: where to go on reading is written in the same transaction.
   *
   * @param nextOffset of the message after these
   */
  appendFrom(
    topic: string,
    partition: number,
    nextOffset: number,
    messages: readonly TopicMessage[],
  ): Promise<Receipt[]>;
  /** Where to go on reading a partition; undefined before its first message. */
  nextOffset(topic: string, partition: number): Promise<number | undefined>;
  /** How far a reader has come: its events are those with a higher `seq`. */
  seqOf(reader: LogReader): number;
  /** The `seq` of the latest event. */
  lastSeq(): number;
  /** Writes how far a reader has come, as part of the reader's own transaction; `progressed` follows once that is done. */
  noteProgress(statements: Statements, reader: LogReader, seq: number): Promise<void>;
  /** Says that a reader's progress is on the disk. */
  progressed(reader: LogReader, seq: number): Promise<void>;
  /** Calls back when new events are on the disk; returns how to stop that. */
  onAppended(callback: () => void): () => void;
  status(): EventsStatus;
  /** Waits for what has been taken; does not close the store. */
  close(): Promise<void>;
}

/** A clock that is set back by more than this was wrong before: events would else come at one far moment until then. */
const FAR_AHEAD_MS = 2 * DAY_MS;

/** What DuckDB says of two transactions that write the same row. */
const IN_THE_WAY = /\bconflict|Constraint Error/i;

/** Opens the log of an open store. */
export async function openEventLog(options: EventLogOptions): Promise<EventLog> {
  const log = new StoredLog(options);
  await log.read();
  return log;
}

class StoredLog implements EventLog {
  readonly store: EventStore;
  readonly letters: LetterOffice;
  private readonly known: KnownCustomers;
  private readonly queue: GroupQueue<Delivery, Receipt[]>;
  private readonly backlog = new Backlog('processed');
  private readonly listeners = new Set<() => void>();
  private readonly counts = { taken: 0, duplicates: 0, rejected: 0, refused: 0 };
  private lastCommit: number | undefined;
  private problem: string | undefined;
  private latest = 0;
  private closed = false;

  constructor(private readonly options: EventLogOptions) {
    this.store = options.store;
    this.known = new KnownCustomers(options.findCustomers ?? ((ids) => Promise.resolve(new Set(ids))));
    this.queue = new GroupQueue((deliveries) => this.write(deliveries), { ...QUEUE_LIMITS, ...options.queue });
    this.letters = new LetterOffice(options.store, (events, source) => this.append(events, source), this.known);
  }

  async read(): Promise<void> {
    const { store } = this;
    for (const row of await store.rows('SELECT reader, seq FROM progress')) {
      this.backlog.read(String(row['reader']), Number(row['seq']));
    }
    // The latest event may have left the table.
    const [row] = await store.rows(
      `SELECT greatest(max(seq), (SELECT max(last_seq) FROM archives)) AS last, min(received_at) FILTER (WHERE seq > $processed) AS waiting,
         max(received_at) AS received FROM events`,
      { processed: this.backlog.seqOf('processed') },
    );
    const last = Number(row?.['last'] ?? 0);
    const waiting = row?.['waiting'];
    if (last > 0) this.backlog.added(last, typeof waiting === 'string' ? Date.parse(waiting) : this.now());
    this.backlog.read('processed', this.backlog.seqOf('processed'));
    this.lastCommit = typeof row?.['received'] === 'string' ? Date.parse(row['received']) : undefined;
    await this.known.read(store, this.backlog.seqOf('folded'));
    await this.letters.count();
  }

  append(events: readonly unknown[], source: string): Promise<Receipt[]> {
    return this.deliver(events, prepareEvent, { source });
  }

  appendFrom(
    topic: string,
    partition: number,
    nextOffset: number,
    messages: readonly TopicMessage[],
  ): Promise<Receipt[]> {
    const place = { topic, partition };
    return this.deliver(messages, (message, now) => prepareMessage(message, place, now), {
      source: `kafka:${topic}`,
      offset: { ...place, next: nextOffset },
    });
  }

  async nextOffset(topic: string, partition: number): Promise<number | undefined> {
    const [row] = await this.store.rows(
      'SELECT next_offset FROM consumer_offsets WHERE topic = $topic AND partition = $partition',
      { topic, partition },
    );
    return row === undefined ? undefined : Number(row['next_offset']);
  }

  seqOf(reader: LogReader): number {
    return this.backlog.seqOf(reader);
  }

  lastSeq(): number {
    return this.backlog.lastSeq;
  }

  async noteProgress(statements: Statements, reader: LogReader, seq: number): Promise<void> {
    await statements.run(
      `INSERT INTO progress VALUES ($reader, $seq)
       ON CONFLICT (reader) DO UPDATE SET seq = greatest(seq, excluded.seq)`,
      { reader, seq },
    );
  }

  async progressed(reader: LogReader, seq: number): Promise<void> {
    this.backlog.read(reader, seq);
    if (reader !== 'folded') return;
    await this.known.read(this.store, seq);
    await this.letters.retryKnown();
  }

  onAppended(callback: () => void): () => void {
    this.listeners.add(callback);
    return () => void this.listeners.delete(callback);
  }

  status(): EventsStatus {
    const { backlog, problem, lastCommit } = this;
    return {
      state: problem === undefined ? 'ready' : 'unavailable',
      ...(problem === undefined ? {} : { reason: problem }),
      ...this.counts,
      queued: this.queue.length,
      deadLetters: this.letters.total,
      ...(lastCommit === undefined ? {} : { lastCommit: new Date(lastCommit).toISOString() }),
      lagSeconds: backlog.lagSeconds(this.now()),
      unfolded: Math.max(0, backlog.lastSeq - backlog.seqOf('folded')),
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.queue.idle();
  }

  /** A clock that was set back does not bring back earlier times, unless it was far ahead before. */
  private now(): number {
    const now = (this.options.now ?? Date.now)();
    if (now > this.latest || now < this.latest - FAR_AHEAD_MS) this.latest = now;
    return this.latest;
  }

  private async deliver<Sent>(
    events: readonly Sent[],
    prepare: (event: Sent, now: number) => PreparedEvent | RefusedEvent,
    from: Omit<Delivery, 'events'>,
  ): Promise<Receipt[]> {
    if (this.closed) throw new Error('The log of events is closed.');
    const now = this.now();
    try {
      // Before they are looked at, which takes more time than all else: those who are sent away would take it from others.
      this.queue.checkRoom(events.length);
      const prepared = events.map((event) => prepare(event, now));
      const characters = prepared.reduce((sum, { text }) => sum + text.length, 0);
      return await this.queue.add({ events: prepared, ...from }, events.length, characters);
    } catch (error) {
      if (error instanceof OverloadedError) this.counts.refused += 1;
      throw error;
    }
  }

  private async write(deliveries: readonly Delivery[]): Promise<Receipt[][]> {
    const at = this.now();
    try {
      const checked = await this.check(deliveries);
      const letters = { ...LETTER_LIMITS, ...this.options.letters, kept: this.letters.total };
      const write = (statements: Statements): Promise<Written> =>
        writeDeliveries(statements, checked, new Date(at).toISOString(), letters);
      const written = await this.writeBeside(write);
      this.problem = undefined;
      await this.written(written, at);
      return written.receipts;
    } catch (error) {
      const failure = toStoreError(error);
      this.problem = adviceOf(failure);
      throw failure;
    }
  }

  /** Callers wait for no long transaction, such as the comparison of everyone with where they last stood. */
  private async writeBeside(write: (statements: Statements) => Promise<Written>): Promise<Written> {
    try {
      return await this.store.append(write);
    } catch (error) {
      // An event that is being set aside may have come once more.
      if (IN_THE_WAY.test(messageOf(error))) return this.store.transaction(write);
      throw error;
    }
  }

  private async check(deliveries: readonly Delivery[]): Promise<Delivery[]> {
    const checked = await this.known.check(deliveries.flatMap(({ events }) => events));
    let from = 0;
    return deliveries.map((delivery) => ({
      ...delivery,
      events: checked.slice(from, (from += delivery.events.length)),
    }));
  }

  private async written({ receipts, taken, lastSeq }: Written, at: number): Promise<void> {
    const all = receipts.flat();
    const having = (status: Receipt['status']): number => all.filter((one) => one.status === status).length;
    this.counts.taken += taken.length;
    this.counts.duplicates += having('duplicate');
    this.counts.rejected += having('rejected');
    if (having('rejected') > 0 || this.letters.total > 0) await this.letters.count();
    // Not waited for: it goes through the queue itself, and what fails now is tried again with the next generation.
    void this.letters.retryOf(this.known.note(taken)).catch(() => undefined);
    if (lastSeq !== undefined) this.backlog.added(lastSeq, at);
    this.lastCommit = at;
    for (const listener of this.listeners) listener();
  }
}
