import type { WebSocket } from '@fastify/websocket';
import { closingReason, type ErrorCode } from './close-codes';
import { MISSED_BEATS, type LiveLimits } from './limits';

/** A WebSocket that is written to in JSON, ends in words, and notices when nobody is at the other end any more. */
export class Connection {
  private readonly atEnd: (() => void)[] = [];
  private unanswered = 0;
  private open = true;

  constructor(
    private readonly socket: WebSocket,
    private readonly limits: Pick<LiveLimits, 'heartbeatMs' | 'partingMs' | 'bufferedBytes'>,
  ) {
    socket.once('close', () => this.end());
    socket.on('pong', () => (this.unanswered = 0));
  }

  /** Has something called once the connection has ended, or is about to. */
  onEnd(call: () => void): void {
    if (this.open) this.atEnd.push(call);
    else call();
  }

  /** Calls back at every heartbeat, as long as the other end answers. */
  beat(call: () => void): void {
    const timer = setInterval(() => {
      if (++this.unanswered > MISSED_BEATS) return this.socket.terminate();
      this.socket.ping();
      call();
    }, this.limits.heartbeatMs);
    this.onEnd(() => clearInterval(timer));
  }

  send(message: object): void {
    if (this.open) this.socket.send(JSON.stringify(message));
  }

  /** Sends messages; resolves once the client has taken enough of them for more to be sent. */
  async deliver(messages: readonly object[]): Promise<void> {
    for (const message of messages) this.send(message);
    if (!this.open || this.socket.bufferedAmount <= this.limits.bufferedBytes) return;
    // Called when all before it has left this process, too, and when the connection breaks.
    await new Promise<void>((resolve) => this.socket.ping(undefined, undefined, () => resolve()));
  }

  /** Bytes that the client has yet to take. */
  get unread(): number {
    return this.socket.bufferedAmount;
  }

  refuse(code: ErrorCode, message: string): void {
    this.send({ type: 'error', code, message });
  }

  /** Says why, and ends the connection; one that does not listen is cut off after a while. */
  part(close: number, code: ErrorCode, message: string): void {
    if (!this.open) return;
    this.refuse(code, message);
    this.socket.close(close, closingReason(message));
    const timer = setTimeout(() => this.socket.terminate(), this.limits.partingMs);
    this.socket.once('close', () => clearTimeout(timer));
    this.end();
  }

  private end(): void {
    if (!this.open) return;
    this.open = false;
    for (const call of this.atEnd.splice(0)) call();
  }
}
