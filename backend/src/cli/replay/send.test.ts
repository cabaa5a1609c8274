import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { sendEvents, type SendOptions, type Sent, type Wait } from './send';

type Answer = (events: { id: string }[], response: ServerResponse) => void;

/** Ids of the events of each request that came. */
let requests: string[][];
let server: Server;
let port: number;
let answer: Answer;

/** Takes the events, as the real one does. */
const take: Answer = (events, response) => {
  const results = events.map(({ id }, index) => ({ index, id, status: 'accepted' }));
  response.end(JSON.stringify({ accepted: events.length, duplicates: 0, rejected: 0, results }));
};
const refuse =
  (status: number, error: string, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response.writeHead(status, headers).end(JSON.stringify({ error }));
/** Answers in this way so many times, then takes what comes. */
const times =
  (count: number, first: Answer): Answer =>
  (events, response) =>
    (count-- > 0 ? first : take)(events, response);

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { events } = (await json(request)) as { events: { id: string }[] };
  requests.push(events.map(({ id }) => id));
  answer(events, response);
}

const listen = (at = 0): Promise<void> =>
  new Promise((resolve) => {
    server = createServer((request, response) => void handle(request, response));
    server.listen(at, '127.0.0.1', () => {
      ({ port } = server.address() as AddressInfo);
      resolve();
    });
  });
const goAway = (): Promise<unknown> => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
};

beforeEach(async () => {
  [requests, answer] = [[], take];
  await listen();
});
afterEach(goAway);

/** Events, each so many seconds after the first one. */
async function* happened(...seconds: number[]): AsyncGenerator<object> {
  for (const [i, second] of seconds.entries()) {
    yield { id: `e${i}`, occurred_at: new Date(Date.UTC(2018, 0, 1) + second * 1_000).toISOString() };
  }
}

/** Sends with a clock that only waiting moves on. @returns also how long was waited each time, in ms */
async function send(
  events: AsyncIterable<object>,
  options: Partial<SendOptions> = {},
  onWait?: (wait: number) => unknown,
): Promise<{ sent: Sent; waits: number[] }> {
  const waits: number[] = [];
  let now = Date.UTC(2026, 0, 1);
  const sent = await sendEvents(events, {
    url: `http://127.0.0.1:${port}/api/`,
    together: 2,
    signal: new AbortController().signal,
    now: () => now,
    sleep: async (ms) => {
      now += ms;
      waits.push(ms);
      await onWait?.(waits.length);
    },
    ...options,
  });
  return { sent, waits };
}

it('sends what came before a line that cannot be read, then says what is wrong with that', async () => {
  const broken = async function* (): AsyncGenerator<object> {
    yield* happened(0, 0, 0);
    throw new Error('line 4: this is not JSON.');
  };
  await expect(send(broken())).rejects.toThrow('line 4: this is not JSON.');
  expect(requests).toEqual([['e0', 'e1'], ['e2']]);
});

it('names a server that cannot be reached before a line that cannot be read', async () => {
  answer = refuse(403, 'This token may not send events.');
  const broken = async function* (): AsyncGenerator<object> {
    yield* happened(0);
    throw new Error('line 2: this is not JSON.');
  };
  await expect(send(broken())).rejects.toThrow('This token may not send events.');
});

it('sends all at once as fast as they are taken', async () => {
  const { sent, waits } = await send(happened(0, 60, 3_600));
  expect(sent).toEqual({ accepted: 3, duplicates: 0, rejected: 0 });
  expect({ requests, waits }).toEqual({ requests: [['e0', 'e1'], ['e2']], waits: [] });
});

it('sends at a speed, what is due together and nothing before its time', async () => {
  const { waits } = await send(happened(0, 0, 20, 15, 20, 60), { speed: 10, together: 3 });
  expect(waits).toEqual([2_000, 4_000]);
  expect(requests).toEqual([['e0', 'e1'], ['e2', 'e3', 'e4'], ['e5']]);
});

it('keeps its speed when the clock is set back', async () => {
  const now = Date.now();
  const clock = jest
    .spyOn(Date, 'now')
    .mockReturnValueOnce(now)
    .mockReturnValue(now - 3_600_000);
  const { waits } = await send(happened(0, 3_600), { speed: 60, now: undefined });
  clock.mockRestore();
  expect(waits).toEqual([expect.any(Number)]);
  expect(waits[0]).toBeLessThanOrEqual(60_000);
});

it('sends at once what has no time', async () => {
  async function* odd(): AsyncGenerator<object> {
    yield* [{ id: 'a' }, { id: 'b', occurred_at: 'soon' }];
  }
  expect((await send(odd(), { speed: 1 })).waits).toEqual([]);
  expect(requests).toEqual([['a', 'b']]);
});

it('waits as long as a busy server asks for, however often', async () => {
  answer = times(12, refuse(429, 'Too many.', { 'retry-after': '3' }));
  const { sent, waits } = await send(happened(0));
  expect(sent.accepted).toBe(1);
  expect(waits).toEqual(Array(12).fill(3_000));
  expect(requests).toEqual(Array(13).fill(['e0']));
});

it.each([
  [{}, 100],
  [{ 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }, 100],
  [{ 'retry-after': '86400' }, 10_000],
] as const)('does not wait for long on %j', async (headers, wait) => {
  answer = times(1, refuse(429, 'Too many.', headers));
  expect((await send(happened(0))).waits).toEqual([wait]);
});

it('goes on with what was not answered when a server that went away is back', async () => {
  answer = times(1, (events, response) => {
    take(events, response);
    void goAway();
  });
  const { sent, waits } = await send(happened(0, 0, 0), {}, (wait) => (wait === 3 ? listen(port) : undefined));
  expect(sent.accepted).toBe(3);
  expect(waits).toEqual([200, 400, 800]);
  expect(requests).toEqual([['e0', 'e1'], ['e2']]);
});

it('says how far it has come, and how to go on, when it is broken off', async () => {
  const abort = new AbortController();
  const sending = send(happened(0, 0, 60), { speed: 1, signal: abort.signal, sleep: async () => abort.abort() });
  await expect(sending).rejects.toMatchObject({
    code: 'cancelled',
    message: 'The replay was broken off: 2 events taken, 0 were there before, 0 rejected.',
    hint: expect.stringContaining('Run the same command again'),
  });
});

it('sends once more what a server took and could not acknowledge', async () => {
  answer = times(1, (_, response) => response.destroy());
  expect((await send(happened(0))).waits).toEqual([200]);
  expect(requests).toEqual([['e0'], ['e0']]);
});

it('gives up a server that does not come back, and says how to go on', async () => {
  answer = refuse(503, 'No event was taken: the disk is full.');
  await expect(send(happened(0))).rejects.toMatchObject({
    code: 'io',
    message: expect.stringContaining('/api/events: No event was taken: the disk is full.'),
    hint: expect.stringContaining('Run the same command again'),
  });
  expect(requests).toHaveLength(8);
});

it('tells each time why it waits, and how often it tries', async () => {
  answer = times(2, refuse(503, 'The disk is full.'));
  const told: Wait[] = [];
  await send(happened(0), { onWait: (wait) => told.push(wait) });
  answer = times(1, refuse(429, 'Too many.', { 'retry-after': '3' }));
  await send(happened(0), { onWait: (wait) => told.push(wait) });
  expect(told).toEqual([
    { trouble: 'The disk is full.', waitMs: 200, triesLeft: 7 },
    { trouble: 'The disk is full.', waitMs: 400, triesLeft: 6 },
    { trouble: 'Too many.', waitMs: 3_000 },
  ]);
});

it('does not insist where it is refused', async () => {
  answer = refuse(403, 'Your role may not send events.');
  await expect(send(happened(0))).rejects.toThrow('Your role may not send events.');
  expect(requests).toHaveLength(1);
});

it('tells why the first rejected event was', async () => {
  answer = (_, response) => {
    const results = [{ index: 0, id: null, status: 'rejected', reason: 'It has no id.' }];
    response.end(JSON.stringify({ accepted: 0, duplicates: 0, rejected: 1, results }));
  };
  expect((await send(happened(0, 1, 2))).sent).toMatchObject({ rejected: 2, reason: 'It has no id.' });
});
