import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_BANDS, DEFAULT_WARNING_RULES, type WarningNews } from '../../contract';
import { openEventStore, type EventStore } from '../store/store';
import { BASIS, profile, risen } from '../warnings/testing/profiles';
import { openWarnings } from '../warnings/warnings';
import { makeWarnings } from '../warnings/write';
import { Outbox } from './outbox';
import { send } from './send';
import { signatureOf } from './sign';
import { newsOf } from './testing/news';
import { answer, testReceiver, type TestReceiver } from './testing/receiving';
import type { OutboxTimes } from './times';

const SECRET = 'a secret of more than sixteen characters';
const QUICK: Partial<OutboxTimes> = { firstRetry: 5, longestRetry: 20, firstPause: 10, longestPause: 20, look: 5 };

let out: string;
let store: EventStore;
let receiver: TestReceiver;
let outbox: Outbox | undefined;
let faults: unknown[];

beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'churnwatch-outbox-'));
  store = await openEventStore(out);
  receiver = await testReceiver();
  faults = [];
});
afterEach(async () => {
  await outbox?.close();
  outbox = undefined;
  await store.close();
  await receiver.close();
  await rm(out, { recursive: true, force: true });
});

const receivers = (...entries: string[]): Promise<void> =>
  writeFile(
    join(out, 'webhooks.yaml'),
    ['version: 1', 'receivers:', ...entries.map((one) => `  - {${one}}`)].join('\n'),
  );
const crm = (more = ''): string => `name: crm, url: "${receiver.url}", secretEnv: CRM, allowPrivate: true${more}`;

const open = (given: { times?: Partial<OutboxTimes>; now?: () => number; fullIds?: boolean } = {}): Outbox => {
  outbox = new Outbox({
    store,
    file: join(out, 'webhooks.yaml'),
    env: { CRM: SECRET },
    secure: {},
    fullIds: given.fullIds ?? false,
    onFault: (_message, error) => faults.push(error),
    times: { ...QUICK, ...given.times },
    now: given.now,
  });
  return outbox;
};
const queue = (to: Outbox, ...news: WarningNews[]): Promise<void> =>
  store.transaction((statements) => to.queue(statements, news));
const stored = () => store.rows('SELECT receiver, status, attempts, reason FROM deliveries ORDER BY receiver, id');

/** Waits until the queue stands so. */
async function untilStored(status: string, count = 1): Promise<void> {
  for (;;) {
    const rows = await stored();
    if (rows.filter((row) => row.status === status).length === count) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

it('sends news once, signed, and with a shortened id', async () => {
  await receivers(crm());
  const box = open();
  box.start();
  await queue(box, newsOf());
  await untilStored('delivered');
  expect(receiver.received).toHaveLength(1);
  const [{ headers, body } = { headers: {}, body: '' }] = receiver.received;
  const timestamp = Number(headers['x-churnwatch-timestamp']);
  expect(Math.abs(Date.now() / 1_000 - timestamp)).toBeLessThan(60);
  expect(headers['x-churnwatch-signature']).toBe(signatureOf(SECRET, timestamp, body));
  expect(JSON.parse(body)).toMatchObject({
    id: headers['x-churnwatch-delivery'],
    type: 'warning.created',
    seq: 1,
    warning: { id: 'w000000000001', customer_id: 'abcdefgh…', value_if_returns: 100 },
    step: { to_state: 'new' },
  });
  await box.close();
  expect(box.status()).toMatchObject({
    delivered: 1,
    failed: 0,
    dead: 0,
    receivers: [{ name: 'crm', last_failure: null }],
  });
});

it('tries again with the same id until the receiver takes it, and follows no redirect', async () => {
  await receivers(crm(', ids: full'));
  receiver.answers.push(
    answer(500, {}, 'x'.repeat(100_000)),
    answer(302, { location: receiver.url }),
    (response) => response.destroy(),
    answer(200, {}, 'x'.repeat(100_000)),
  );
  const box = open();
  box.start();
  await queue(box, newsOf());
  await untilStored('delivered');
  expect(receiver.received).toHaveLength(4);
  expect(new Set(receiver.received.map(({ headers }) => headers['x-churnwatch-delivery'])).size).toBe(1);
  expect(JSON.parse(receiver.received[3]?.body ?? '')).toMatchObject({ warning: { customer_id: 'abcdefghijklmnop' } });
  expect(box.status()).toMatchObject({ delivered: 1, failed: 3 });
});

it('gives an attempt up that takes too long', async () => {
  await receivers(crm());
  receiver.answers.push(() => undefined);
  const box = open({ times: { attempt: 50, firstRetry: 60_000, longestRetry: 60_000 } });
  box.start();
  await queue(box, newsOf());
  await receiver.until(1);
  for (;;) {
    const [row] = await stored();
    if (row?.attempts === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    else break;
  }
  expect(await stored()).toEqual([{ receiver: 'crm', status: 'waiting', attempts: 1, reason: 'no answer within 1 s' }]);
});

it('gives a message up after a day, with the reason, and lets an address rest that keeps failing', async () => {
  await receivers(crm());
  for (let i = 0; i < 100; i += 1) receiver.answers.push(answer(503));
  let at = Date.now();
  const box = open({ now: () => at, times: { firstPause: 60_000, longestPause: 60_000 } });
  box.start();
  await queue(box, newsOf(), newsOf(), newsOf());
  while (box.status().receivers[0]?.paused_until === null || box.status().receivers.length === 0) {
    at += 20;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(box.status()).toMatchObject({ dead: 0, receivers: [{ last_failure: 'answered 503' }] });
  // What was on its way when the rest began comes to its end first.
  const attempts = async (): Promise<number> => (await stored()).reduce((sum, row) => sum + Number(row.attempts), 0);
  while ((await attempts()) < receiver.received.length) await new Promise((resolve) => setTimeout(resolve, 5));
  const sofar = receiver.received.length;
  expect(sofar).toBeLessThan(10);
  at += 25 * 3_600_000;
  await untilStored('dead', 3);
  expect((await stored()).map(({ reason }) => reason)).toEqual(Array(3).fill('answered 503'));
  const givenUp = () => box.givenUp().reduce((sum, { messages }) => sum + messages, 0);
  while (givenUp() < 3) await new Promise((resolve) => setTimeout(resolve, 5));
  const ofMinute = { receiver: 'crm', at: expect.any(Number), messages: expect.any(Number) };
  expect(box.givenUp()).toEqual(box.givenUp().map(() => ofMinute));
  expect(box.givenUp().every((one) => one.at % 60_000 === 0 && at - one.at < 120_000)).toBe(true);
  // One attempt showed that it still fails: the others were not tried.
  expect(receiver.received.length).toBe(sofar + 1);
});

it('sends after a restart what waited, and nothing that was delivered', async () => {
  await receivers(crm());
  receiver.answers.push(answer(500), answer(204));
  const box = open({ times: { firstRetry: 60_000, longestRetry: 60_000 } });
  box.start();
  await queue(box, newsOf());
  await receiver.until(1);
  await queue(box, newsOf({ id: 'w000000000002' }));
  await untilStored('delivered');
  await box.close();
  await store.close();
  store = await openEventStore(out);
  open({ now: () => Date.now() + 60_000 }).start();
  await untilStored('delivered', 2);
  const ids = receiver.received.map(({ headers }) => headers['x-churnwatch-delivery']);
  expect(ids).toEqual([ids[0], ids[1], ids[0]]);
});

it('sends again what was cut off by the end of the process', async () => {
  await receivers(crm());
  receiver.answers.push(() => undefined);
  const box = open({ times: { grace: 1 } });
  box.start();
  await queue(box, newsOf());
  await receiver.until(1);
  await box.close();
  expect(await stored()).toEqual([{ receiver: 'crm', status: 'waiting', attempts: 0, reason: null }]);
  open().start();
  await untilStored('delivered');
});

it('gives a message its day from when it was queued, however long the event that led to it had waited', async () => {
  await receivers(crm());
  receiver.answers.push(answer(503));
  const box = open({ times: { firstRetry: 60_000, longestRetry: 60_000 } });
  const rules = { ...DEFAULT_WARNING_RULES, holdOutShare: 0, valueFrom: 0 };
  const { watcher } = openWarnings({
    store,
    rules,
    bands: DEFAULT_BANDS,
    horizonDays: 180,
    queue: (...news) => box.queue(...news),
    onFault: () => undefined,
  });
  for (const one of [profile('a'), risen('a')]) {
    await store.transaction((statements) => watcher.consider(statements, [one], BASIS, Date.now() - 2 * 86_400_000));
  }
  box.start();
  await receiver.until(1);
  await box.close();
  expect(await stored()).toEqual([{ receiver: 'crm', status: 'waiting', attempts: 1, reason: 'answered 503' }]);
});

it('queues nothing when the transaction fails, and nothing of customers who are held out', async () => {
  await receivers(crm());
  const box = open();
  const failing = store.transaction(async (statements) => {
    await box.queue(statements, [newsOf()]);
    throw new Error('disk full');
  });
  await expect(failing).rejects.toThrow('disk full');
  expect(await stored()).toEqual([]);
  await store.transaction(async (statements) => {
    const making = { trigger: 'event', basis: BASIS, at: Date.now(), horizonDays: 180, holdOutShare: 1 } as const;
    await makeWarnings(statements, [{ profile: risen('a'), from: 'medium' }], making);
    await box.queue(statements, [newsOf(), newsOf({ id: 'w000000000077' })]);
  });
  expect(await stored()).toHaveLength(1);
});

it('tells each receiver only of what it asked for', async () => {
  await receivers(
    crm(', segments: [Champions]'),
    `name: made, url: "${receiver.url}", secretEnv: CRM, allowPrivate: true, events: [warning.created]`,
    `name: low, url: "${receiver.url}", secretEnv: CRM, allowPrivate: true, fromBands: [low]`,
  );
  const box = open();
  await queue(box, newsOf(), newsOf({ segment: 'Champions', from_band: 'low' }, 'warning.updated'));
  expect((await stored()).map((row) => row.receiver)).toEqual(['crm', 'low', 'made']);
});

it.each(['localhost', '127.0.0.1'])('does not send to %s unless the file allows private addresses', async (host) => {
  const url = new URL(receiver.url.replace('127.0.0.1', host));
  const rest = { id: '1', body: '{}', url, key: SECRET, at: 0, timeoutMs: 5_000, signal: new AbortController().signal };
  const { failure } = await send({ ...rest, allowPrivate: false });
  expect(failure).toContain('leads to a private address');
  expect(failure).not.toContain('path-secret');
  expect(receiver.received).toEqual([]);
  expect(await send({ ...rest, url: new URL(receiver.url), allowPrivate: true })).toEqual({});
});

it('keeps to the receivers it knows when the file becomes unusable, and says so once', async () => {
  await receivers(crm());
  const box = open({ times: { reload: 5 } });
  box.start();
  await queue(box, newsOf());
  await untilStored('delivered');
  // In one step: the file is read every few milliseconds, and one that is half written has its own trouble.
  await writeFile(join(out, 'next.yaml'), 'version: 2');
  await rename(join(out, 'next.yaml'), join(out, 'webhooks.yaml'));
  while (box.status().state === 'ready') await new Promise((resolve) => setTimeout(resolve, 5));
  await queue(box, newsOf());
  await untilStored('delivered', 2);
  expect(faults.map(String)).toEqual([
    `WebhooksError: ${join(out, 'webhooks.yaml')}, version: there must be "version: 1".`,
  ]);
  expect(box.status()).toMatchObject({ state: 'unusable', delivered: 2 });
});
