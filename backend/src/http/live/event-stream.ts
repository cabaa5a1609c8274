import type { OutgoingHttpHeader, ServerResponse } from 'node:http';
import type { ErrorCode } from './close-codes';
import { MISSED_BEATS, type LiveLimits } from './limits';

/** How long browsers wait before they come back by themselves. */
const RETRY_MS = 3_000;

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Proxies neither keep nor gather it.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
};

/** What a stream tells: its type is the event's name, its id where clients go on from when they come back. */
export interface StreamEvent {
  type: string;
  id?: string;
  readonly [name: string]: unknown;
}

/** An answer without an end, in the form that browsers call server-sent events. */
export class EventStream {
  private readonly atEnd: (() => void)[] = [];
  private open = true;
  /** Bytes that the client had taken at the last heartbeat. */
  private takenBefore = -1;
  /** Heartbeats in a row at which it had taken nothing of what waits. */
  private idle = 0;

  constructor(
    private readonly response: ServerResponse,
    headers: Readonly<Record<string, OutgoingHttpHeader | undefined>>,
    private readonly limits: Pick<LiveLimits, 'heartbeatMs' | 'partingMs' | 'bufferedBytes'>,
  ) {
    response.once('close', () => this.end());
    // It may have gone while it was looked who it is.
    if (response.destroyed) this.end();
    response.on('error', () => undefined);
    for (const [name, value] of Object.entries({ ...headers, ...HEADERS })) {
      if (value !== undefined) response.setHeader(name, value);
    }
    response.writeHead(200);
    response.write(`retry: ${RETRY_MS}\n\n`);
  }

  /** Has something called once the stream has ended, or is about to. */
  onEnd(call: () => void): void {
    if (this.open) this.atEnd.push(call);
    else call();
  }

  /** Calls back at every heartbeat, as long as the client takes what is sent. */
  beat(call: () => void): void {
    const timer = setInterval(() => {
      const { response } = this;
      const taken = (response.socket?.bytesWritten ?? 0) - (response.socket?.writableLength ?? 0);
      this.idle = response.writableLength > 0 && taken === this.takenBefore ? this.idle + 1 : 0;
      if (this.idle > MISSED_BEATS) return void response.destroy();
      this.takenBefore = taken;
      call();
    }, this.limits.heartbeatMs);
    this.onEnd(() => clearInterval(timer));
  }

  event(event: StreamEvent): void {
    this.write(asText(event));
  }

  /** Tells that all is well, and how far things have come, though nothing of it was wanted. */
  heartbeat(id: string): void {
    this.write(`: heartbeat\nid: ${id}\n\n`);
  }

  /** Sends events; resolves once the client has taken enough of them for more to be sent. */
  async deliver(events: readonly StreamEvent[]): Promise<void> {
    // In one piece: each one takes longer to send than what is in it.
    this.write(events.map(asText).join(''));
    if (!this.open || this.response.writableLength <= this.limits.bufferedBytes) return;
    await new Promise<void>((resolve) => {
      const settle = (): void => {
        this.response.off('drain', settle).off('close', settle);
        resolve();
      };
      this.response.once('drain', settle).once('close', settle);
    });
  }

  /** Says why, and ends the stream; one who does not read is cut off after a while. */
  part(code: ErrorCode, message: string): void {
    if (!this.open) return;
    this.event({ type: 'dropped', code, message });
    this.end();
    this.response.end();
    const timer = setTimeout(() => this.response.destroy(), this.limits.partingMs);
    this.response.once('close', () => clearTimeout(timer));
  }

  private write(text: string): void {
    if (this.open) this.response.write(text);
  }

  private end(): void {
    if (!this.open) return;
    this.open = false;
    for (const call of this.atEnd.splice(0)) call();
  }
}

function asText(event: StreamEvent): string {
  const { type, id } = event;
  const place = id === undefined ? '' : `id: ${id}\n`;
  return `${place}event: ${type}\ndata: ${JSON.stringify(event)}\n\n`;
}
