import type { FastifyRequest } from 'fastify';
import type { LiveFollower } from '../../contract';
import { permits, refusalOf } from '../access/permissions';
import { AnswerError } from '../ask';
import { guestByToken, type Guest } from './access';
import { type ClientMessage } from './client-message';
import { CLOSE, refusalBy } from './close-codes';
import type { Connection } from './connection';
import type { Live } from './live';
import { PartingError } from './parting';
import { pump } from './pump';
import { rightsCheck } from './rights';
import { shownTo } from './shown';

export const CONNECT_FIRST = 'Say {"type": "connect"} first, with a token unless the request carried one.';

/** Somebody who has said who they are. */
interface Session {
  follower: LiveFollower;
  /** Looks whether they may still be told. @throws PartingError */
  check(): Promise<void>;
  /** Where they were when they were last here. */
  lastId?: string;
}

/** What is said over one WebSocket: who it is, what they want to follow, and what comes of it. */
export class Conversation {
  private session: Session | undefined;
  private readonly waiting: NodeJS.Timeout;

  /** @param known who the request itself says they are */
  constructor(
    private readonly connection: Connection,
    private readonly request: FastifyRequest,
    private readonly live: Live,
    private readonly known: Guest | undefined,
  ) {
    const tooLate = (): void => connection.part(CLOSE.notSignedIn, 'not_signed_in', CONNECT_FIRST);
    this.waiting = setTimeout(tooLate, live.limits.connectMs);
    if (!known) live.strangers.add(this, request);
    connection.onEnd(() => this.isNoStranger());
    connection.beat(() => void this.beat());
  }

  /** Answers a message. @throws QueryError when it cannot be done as it was said */
  async hear(message: ClientMessage): Promise<void> {
    if (message.type === 'ping') return this.connection.send({ type: 'pong', ...serverTime() });
    if (message.type === 'connect') return this.connect(message);
    if (!this.session) return this.connection.refuse('connect_first', CONNECT_FIRST);
    if (message.type === 'subscribe') return this.subscribe(this.session, message);
    const { topic } = message;
    if (this.session.follower.leave(topic)) return this.connection.send({ type: 'unsubscribed', topic });
    this.connection.refuse('bad_message', `You do not follow ${topic}.`);
  }

  private async connect(message: Extract<ClientMessage, { type: 'connect' }>): Promise<void> {
    const { connection, live } = this;
    if (this.session) return connection.refuse('bad_message', 'You are connected already.');
    try {
      const guest = await this.guestOf(message.token);
      const source = await live.source();
      connection.onEnd(live.seats.take(guest.caller.name));
      this.begin(guest, source.follower(), message.lastId);
    } catch (error) {
      if (!(error instanceof AnswerError)) throw error;
      const { code, close } = refusalBy(error);
      connection.part(close, code, error.message);
    }
  }

  private async guestOf(token: string | undefined): Promise<Guest> {
    const { identify } = this.live.options.access;
    const guest = token !== undefined && identify ? await guestByToken(identify, token, this.request) : this.known;
    if (!guest) throw new AnswerError(401, CONNECT_FIRST);
    if (!permits(guest.caller.role, 'read')) throw new AnswerError(403, refusalOf('read'));
    return guest;
  }

  private begin(guest: Guest, follower: LiveFollower, lastId: string | undefined): void {
    const { connection, live } = this;
    const { batch, slowMs, rightsMs, heartbeatMs } = live.limits;
    const check = rightsCheck(guest, rightsMs);
    this.session = { follower, check, lastId };
    this.isNoStranger();
    connection.onEnd(() => follower.close());
    connection.send({ type: 'connected', id: follower.position, ...serverTime(), heartbeat: heartbeatMs / 1_000 });
    const { settings } = live.options;
    pump(follower, {
      batch,
      slowMs,
      check,
      deliver: (items) => connection.deliver(items.map(shownTo(guest.caller, settings))),
    }).catch((error: unknown) => this.fail(error));
  }

  private isNoStranger(): void {
    clearTimeout(this.waiting);
    this.live.strangers.delete(this);
  }

  private subscribe(session: Session, { topic, filters, lastId }: Extract<ClientMessage, { type: 'subscribe' }>): void {
    const { follower } = session;
    const resumed = follower.follow(topic, filters, lastId ?? session.lastId);
    this.connection.send({ type: 'subscribed', topic, filters, resumed, id: follower.position });
  }

  private async beat(): Promise<void> {
    if (!this.session) return;
    try {
      await this.session.check();
      this.connection.send({ type: 'heartbeat', id: this.session.follower.position, ...serverTime() });
    } catch (error) {
      this.fail(error);
    }
  }

  /** Ends the connection over an error of its own, or of ours. */
  fail(error: unknown): void {
    if (error instanceof PartingError) {
      const slow = error.reason === 'slow';
      return this.connection.part(slow ? CLOSE.slow : CLOSE.noAccess, slow ? 'slow' : 'no_access', error.message);
    }
    this.live.options.onFault('a live connection failed', error);
    this.connection.part(CLOSE.fault, 'fault', 'Churnwatch failed; its log says why. Connect again.');
  }
}

const serverTime = (): { server_time: string } => ({ server_time: new Date().toISOString() });
