import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LIVE_TOPICS, QueryError, type LiveFollower, type Resumed } from '../../contract';
import { AnswerError } from '../ask';
import { guestByRequest, type Guest } from './access';
import { EventStream } from './event-stream';
import type { Live } from './live';
import { PartingError, SHUTTING_DOWN } from './parting';
import { pump } from './pump';
import { rightsCheck } from './rights';
import { shownTo } from './shown';
import { streamWish, type StreamWish } from './stream-query';

/** Not part of the REST API that is described as OpenAPI, which knows no answers without an end. */
const ROUTE = {
  exposeHeadRoute: false,
  schema: { hide: true },
  config: { permission: 'read', endless: true },
} as const;

/** `GET /stream`: early warnings and predictions as server-sent events, for clients that know no WebSockets. */
export function streamRoute(app: FastifyInstance, live: Live): void {
  app.get('/stream', ROUTE, async (request, reply) => {
    const guest = guestByRequest(live.options.access, request);
    if (!guest) throw new AnswerError(401, 'Sign in first: send the header Authorization: Bearer <token>.');
    const source = await live.source();
    const { follower, resumed } = follow(source.follower(), request);
    const leave = seatFor(guest, follower, live);
    reply.hijack();
    const stream = new EventStream(reply.raw, reply.getHeaders(), live.limits);
    stream.onEnd(leave);
    stream.onEnd(() => follower.close());
    stream.onEnd(live.endWithServer(() => stream.part('unavailable', SHUTTING_DOWN)));
    void tell(stream, guest, follower, resumed, live);
  });
}

function seatFor(guest: Guest, follower: LiveFollower, { seats }: Live): () => void {
  try {
    return seats.take(guest.caller.name);
  } catch (error) {
    follower.close();
    throw error;
  }
}

/** Has a follower follow what a request asks for. @throws AnswerError 400 */
function follow(follower: LiveFollower, request: FastifyRequest) {
  try {
    const wish = streamWish(new URLSearchParams(request.url.split('?')[1] ?? ''));
    return { follower, resumed: followAll(follower, wish, lastIdOf(request, wish)) };
  } catch (error) {
    follower.close();
    throw error instanceof QueryError ? new AnswerError(400, error.message) : error;
  }
}

function followAll(follower: LiveFollower, { topics }: StreamWish, lastId: string | undefined) {
  const resumed: Record<string, Resumed> = {};
  for (const topic of LIVE_TOPICS) {
    const filters = topics[topic];
    if (filters) resumed[topic] = follower.follow(topic, filters, lastId);
  }
  return resumed;
}

/** Browsers send the header when they come back by themselves: it is later than what the address says. */
function lastIdOf({ headers }: FastifyRequest, { lastId }: StreamWish): string | undefined {
  const header = headers['last-event-id'];
  return typeof header === 'string' && header !== '' ? header : lastId;
}

async function tell(
  stream: EventStream,
  guest: Guest,
  follower: LiveFollower,
  resumed: Record<string, Resumed>,
  { limits, options }: Live,
): Promise<void> {
  const { batch, slowMs, rightsMs, heartbeatMs } = limits;
  const check = rightsCheck(guest, rightsMs);
  const fail = (error: unknown): void => {
    if (error instanceof PartingError)
      return stream.part(error.reason === 'slow' ? 'slow' : 'no_access', error.message);
    options.onFault('a live stream failed', error);
    stream.part('fault', 'Churnwatch failed; its log says why.');
  };
  const id = follower.position;
  stream.event({
    type: 'connected',
    id,
    resumed,
    server_time: new Date().toISOString(),
    heartbeat: heartbeatMs / 1_000,
  });
  stream.beat(() => void check().then(() => stream.heartbeat(follower.position), fail));
  const deliver = pump(follower, {
    batch,
    slowMs,
    check,
    deliver: (items) => stream.deliver(items.map(shownTo(guest.caller, options.settings)).map((item) => ({ ...item }))),
  });
  await deliver.catch(fail);
}
