import { setTimeout } from 'node:timers/promises';
import { eventTime, type EventsBody } from '../../contract';
import { messageOf, WarehouseError } from '../../warehouse';
import { soFar } from './tell';

export interface SendOptions {
  /** The server's address, e.g. `http://127.0.0.1:4680`; in Grafana the address of the data source's resources. */
  url: string;
  token?: string;
  /** How many times faster than they happened events are sent; undefined: as fast as they are taken. */
  speed?: number;
  /** Events of one request. */
  together: number;
  signal: AbortSignal;
  onProgress?(sent: Sent): void;
  /** Called before a request is sent again. */
  onWait?(wait: Wait): void;
  /** In ms since whenever; not of the clock: after it was set back nothing would be sent until it has caught up. */
  now?: () => number;
  /** Settles after so many ms. @throws when the signal aborts it */
  sleep?(ms: number, signal: AbortSignal): Promise<void>;
}

const sleepFor = (ms: number, { sleep, signal }: SendOptions): Promise<void> =>
  sleep ? sleep(ms, signal) : setTimeout(ms, undefined, { signal });

export interface Sent {
  accepted: number;
  duplicates: number;
  rejected: number;
  /** Why the first rejected event was. */
  reason?: string;
}

/** Why a request is sent again, after how many ms, and how often it still may be; undefined: as long as the server is busy. */
export interface Wait {
  trouble: string;
  waitMs: number;
  triesLeft?: number;
}

/** So often a request is sent again that got no answer. */
const TRIES = 8;
const MOST_WAIT_MS = 10_000;
const GO_ON = 'Run the same command again to go on: events that were taken are not taken twice.';

/**
 * Sends events in their order; where they cannot be read further, all that came before is sent first. Whoever breaks off
 * can send them all again: those that were taken are told apart by their ids.
 *
 * @throws WarehouseError when the server refuses requests, or does not answer after several tries, `cancelled` when the
 * signal aborts it; what the reading throws
 */
export async function sendEvents(events: AsyncIterable<unknown>, options: SendOptions): Promise<Sent> {
  const sent: Sent = { accepted: 0, duplicates: 0, rejected: 0 };
  try {
    await sendInto(sent, events, options);
    return sent;
  } catch (error) {
    if (!options.signal.aborted) throw error;
    throw new WarehouseError('cancelled', `The replay was broken off: ${soFar(sent)}.`, GO_ON, { cause: error });
  }
}

async function sendInto(sent: Sent, events: AsyncIterable<unknown>, options: SendOptions): Promise<void> {
  let batch: unknown[] = [];
  const clock = new Clock(options);
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    const body = await post(batch, options);
    batch = [];
    sent.accepted += body.accepted;
    sent.duplicates += body.duplicates;
    sent.rejected += body.rejected;
    sent.reason ??= body.results.find(({ status }) => status === 'rejected')?.reason;
    options.onProgress?.(sent);
  };
  let fault: { error: unknown } | undefined;
  for await (const event of upToFault(events, (error) => (fault = { error }))) {
    const wait = clock.waitFor(event);
    if (wait > 0) {
      await flush();
      await sleepFor(wait, options);
    }
    batch.push(event);
    if (batch.length >= options.together) await flush();
  }
  await flush();
  if (fault) throw fault.error;
}

/** The events until one cannot be read. */
async function* upToFault(events: AsyncIterable<unknown>, onFault: (error: unknown) => void): AsyncGenerator<unknown> {
  try {
    yield* events;
  } catch (error) {
    onFault(error);
  }
}

/** Time as the events have it, at the speed that is wanted. */
class Clock {
  private began: { event: number; at: number } | undefined;

  constructor(private readonly options: Pick<SendOptions, 'speed' | 'now'>) {}

  waitFor(event: unknown): number {
    const { speed, now = () => performance.now() } = this.options;
    const time = typeof event === 'object' && event !== null && 'occurred_at' in event ? event.occurred_at : undefined;
    const ms = typeof time === 'string' ? eventTime(time) : undefined;
    if (speed === undefined || ms === undefined) return 0;
    this.began ??= { event: ms, at: now() };
    return this.began.at + (ms - this.began.event) / speed - now();
  }
}

/** What came of one request: the answer, or why there is none and after how many ms to send it again. */
type Outcome = { body: EventsBody } | { trouble: string; again?: { waitMs: number; busy: boolean } };

async function post(events: readonly unknown[], options: SendOptions): Promise<EventsBody> {
  const address = `${options.url.replace(/\/+$/, '')}/events`;
  let trouble = '';
  for (let tries = 0; ;) {
    const outcome = await ask(address, events, options);
    if ('body' in outcome) return outcome.body;
    ({ trouble } = outcome);
    if (!outcome.again) break;
    // A server that is busy says so as long as it likes; one that does not answer is given up.
    if (!outcome.again.busy && ++tries === TRIES) break;
    const waitMs = Math.min(outcome.again.waitMs || 2 ** tries * 100, MOST_WAIT_MS);
    options.onWait?.({ trouble, waitMs, ...(outcome.again.busy ? {} : { triesLeft: TRIES - tries }) });
    await sleepFor(waitMs, options);
  }
  throw new WarehouseError('io', `The events could not be sent to ${address}: ${trouble}`, GO_ON);
}

async function ask(address: string, events: readonly unknown[], { token, signal }: SendOptions): Promise<Outcome> {
  const headers = {
    'content-type': 'application/json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  try {
    const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify({ events }), signal });
    if (answer.status === 200) return { body: (await answer.json()) as EventsBody };
    const trouble = await troubleIn(answer);
    const busy = answer.status === 429;
    if (answer.status < 500 && !busy) return { trouble };
    return { trouble, again: { waitMs: Number(answer.headers.get('retry-after') ?? 0) * 1000, busy } };
  } catch (error) {
    signal.throwIfAborted();
    const cause = messageOf(error instanceof Error && error.cause ? error.cause : error);
    return { trouble: `No answer (${cause}).`, again: { waitMs: 0, busy: false } };
  }
}

async function troubleIn(answer: Response): Promise<string> {
  const text = await answer.text();
  try {
    return String((JSON.parse(text) as { error?: unknown }).error ?? text);
  } catch {
    return `${answer.status} ${text.slice(0, 200)}`;
  }
}
