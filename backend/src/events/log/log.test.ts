import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Receipt } from '../../contract';
import { openEventStore, type EventStore } from '../store/store';
import { openEventLog, type EventLog, type EventLogOptions } from './log';

const NOW = Date.UTC(2018, 8, 1);
const VIEW = { type: 'page_viewed', occurred_at: '2018-08-01T10:00:00-03:00', customer_id: 'ana', page: '/' };
const view = (id: string, change: object = {}): object => ({ ...VIEW, id, ...change });
const placed = (id: string, customer: string): object => ({
  id,
  type: 'order_placed',
  occurred_at: '2018-08-02T10:00:00Z',
  customer_id: customer,
  order_id: `order-${id}`,
  zip_prefix: '01000',
  city: 'santos',
  state: 'SP',
  items: [
    { product_id: 'p', seller_id: 's', price: 1, freight_value: 0, shipping_limit_at: '2018-08-05T00:00:00+02:00' },
  ],
});

let out: string;
let store: EventStore;
let log: EventLog;
let now = NOW;
const open = async (options: Partial<EventLogOptions> = {}): Promise<void> => {
  store = await openEventStore(out);
  log = await openEventLog({ store, now: () => now, ...options });
};
const close = async (): Promise<void> => {
  await log.close();
  await store.close();
};
beforeEach(async () => {
  now = NOW;
  out = await mkdtemp(join(tmpdir(), 'churnwatch-log-'));
  await open();
});
afterEach(async () => {
  await close();
  await rm(out, { recursive: true, force: true });
});

const ids = async (): Promise<unknown[]> =>
  (await store.rows('SELECT id FROM events ORDER BY seq')).map((row) => row['id']);
const statuses = (receipts: readonly Receipt[]): string[] => receipts.map(({ status }) => status);

it('keeps an event with its own fields, in UTC', async () => {
  expect(await log.append([placed('a', 'ana')], 'shop')).toEqual([{ index: 0, id: 'a', status: 'accepted' }]);
  const [row] = await store.rows('SELECT * FROM events');
  expect(row).toMatchObject({
    seq: 1,
    type: 'order_placed',
    customer_id: 'ana',
    order_id: 'order-a',
    occurred_at: '2018-08-02T10:00:00.000Z',
    received_at: new Date(NOW).toISOString(),
    source: 'shop',
  });
  expect(JSON.parse(String(row!['body']))).toMatchObject({
    order_id: 'order-a',
    items: [{ shipping_limit_at: '2018-08-04T22:00:00.000Z' }],
  });
});

it('takes an event once, within a batch, later, and after it was opened again', async () => {
  expect(statuses(await log.append([view('a'), view('b'), view('a')], 'shop'))).toEqual([
    'accepted',
    'accepted',
    'duplicate',
  ]);
  await close();
  await open();
  const [again, other] = await log.append([view('b'), view('a', { page: '/other' })], 'shop');
  expect(again).toEqual({ index: 0, id: 'b', status: 'duplicate' });
  expect(other).toMatchObject({ status: 'duplicate', reason: expect.stringContaining('Another event') });
  expect(await ids()).toEqual(['a', 'b']);
  expect(log.status()).toMatchObject({ taken: 0, duplicates: 2, unfolded: 2 });
});

it('takes the same event for the same, however its fields are ordered and its time is written', async () => {
  await log.append([view('a')], 'shop');
  const same = { page: '/', customer_id: 'ana', id: 'a', occurred_at: '2018-08-01T13:00:00Z', type: 'page_viewed' };
  expect(await log.append([same], 'shop')).toEqual([{ index: 0, id: 'a', status: 'duplicate' }]);
});

it('takes what many send at once, each once', async () => {
  const senders = Array.from({ length: 40 }, (_, n) =>
    log.append([view(`e${n % 20}`), view(`own${n}`)], `sender ${n}`),
  );
  const receipts = (await Promise.all(senders)).flat();
  expect(statuses(receipts).filter((status) => status === 'accepted')).toHaveLength(60);
  expect(new Set(await ids()).size).toBe(60);
});

it('keeps what it rejects, with the reason', async () => {
  const [receipt, good] = await log.append([view('bad', { page: 7 }), view('good')], 'shop');
  const reason = 'page must be string, not 7.';
  expect(receipt).toEqual({ index: 0, id: 'bad', status: 'rejected', reason });
  expect(good).toMatchObject({ index: 1, status: 'accepted' });
  expect(await log.letters.list({ limit: 10, offset: 0 })).toEqual([
    {
      seq: 1,
      received_at: new Date(NOW).toISOString(),
      source: 'shop',
      id: 'bad',
      rejection: 'invalid',
      reason,
      event: JSON.stringify(view('bad', { page: 7 })),
    },
  ]);
  expect(log.status()).toMatchObject({ taken: 1, rejected: 1, deadLetters: 1 });
});

it('keeps what comes at the same moment from several senders, with who sent it, and of an id the last', async () => {
  await Promise.all([
    log.append([view('a', { page: 1 }), 'one'], 'shop'),
    log.append([view('b', { page: 2 }), 'other', view('good')], 'crm'),
    log.append([view('a', { page: 3 })], 'mail'),
  ]);
  const letters = await log.letters.list({ limit: 10, offset: 0 });
  expect(letters.map(({ source, id, event }) => [source, id ?? event])).toEqual([
    ['mail', 'a'],
    ['crm', '"other"'],
    ['crm', 'b'],
    ['shop', '"one"'],
  ]);
  expect(letters[0]?.event).toBe(JSON.stringify(view('a', { page: 3 })));
  expect(await ids()).toEqual(['good']);
});

it('takes an event that is a little ahead, and later one that was too far ahead', async () => {
  const ahead = view('x', { occurred_at: '2018-09-01T00:06:00Z' });
  expect(statuses(await log.append([view('y', { occurred_at: '2018-09-01T00:04:59Z' }), ahead], 'shop'))).toEqual([
    'accepted',
    'rejected',
  ]);
  now += 60_000;
  expect(statuses(await log.letters.retry())).toEqual(['accepted']);
  expect(await log.letters.list({ limit: 10, offset: 0 })).toEqual([]);
});

it('keeps its order of time when the clock is set back', async () => {
  await log.append([view('a')], 'shop');
  now -= 3_600_000;
  await log.append([view('b', { occurred_at: new Date(NOW).toISOString() })], 'shop');
  const rows = await store.rows('SELECT received_at FROM events ORDER BY seq');
  expect(rows.map((row) => row['received_at'])).toEqual([NOW, NOW].map((ms) => new Date(ms).toISOString()));
});

it('does not stay in a far future when the clock has been there', async () => {
  now += 365 * 86_400_000;
  await log.append([view('a')], 'shop');
  now = NOW;
  await log.append([view('b')], 'shop');
  const [last] = await store.rows('SELECT received_at FROM events ORDER BY seq DESC LIMIT 1');
  expect(last?.['received_at']).toBe(new Date(NOW).toISOString());
});

it('lets an event that was corrected take the place of its dead letter', async () => {
  await log.append([view('a', { page: 7 })], 'shop');
  await log.append([view('a', { page: 8 })], 'shop');
  expect(await log.letters.count()).toEqual({ total: 1, dropped: 0 });
  expect(statuses(await log.append([view('a')], 'shop'))).toEqual(['accepted']);
  expect(await log.letters.count()).toEqual({ total: 0, dropped: 0 });
});

it('keeps no more dead letters than it may, and counts those it gave up', async () => {
  await close();
  await open({ letters: { letters: 3 } });
  for (let n = 0; n < 5; n++) await log.append([n, { n }], 'shop');
  expect(await log.letters.count()).toEqual({ total: 3, dropped: 7 });
  expect((await log.letters.list({ limit: 1, offset: 0 }))[0]?.event).toBe('{"n":4}');
  expect(await log.letters.remove([8])).toBe(1);
  expect(await log.letters.remove()).toBe(2);
});

it('sends events of nobody to the dead letters until they have placed an order', async () => {
  await close();
  await open({ findCustomers: (asked) => Promise.resolve(new Set(asked.filter((id) => id === 'ana'))) });
  const receipts = await log.append(
    [view('a'), view('b', { customer_id: 'bia' }), placed('c', 'cid'), view('d', { customer_id: 'cid' })],
    'shop',
  );
  expect(statuses(receipts)).toEqual(['accepted', 'rejected', 'accepted', 'accepted']);
  expect(receipts[1]?.reason).toContain('Unknown customer: bia');
  await log.append([placed('e', 'bia')], 'shop');
  // It is tried again by itself, one step after the order.
  while ((await log.letters.count()).total > 0) await new Promise(setImmediate);
  expect(await ids()).toEqual(['a', 'c', 'd', 'e', 'b']);
});

it('knows after opening who has placed an order, and tries letters again once the warehouse knows their customer', async () => {
  const warehouse = new Set<string>();
  await close();
  const findCustomers = (asked: readonly string[]) => Promise.resolve(new Set(asked.filter((id) => warehouse.has(id))));
  await open({ findCustomers });
  await log.append([placed('a', 'ana'), view('b', { customer_id: 'bia' })], 'shop');
  await close();
  await open({ findCustomers });
  expect(statuses(await log.append([view('c')], 'shop'))).toEqual(['accepted']);
  warehouse.add('bia').add('ana');
  await store.transaction((statements) => log.noteProgress(statements, 'folded', 2));
  await log.progressed('folded', 2);
  expect(await ids()).toEqual(['a', 'c', 'b']);
  expect(log.status()).toMatchObject({ deadLetters: 0, unfolded: 1 });
});

it('takes everybody at their word while there is no warehouse to ask', async () => {
  await close();
  await open({ findCustomers: () => Promise.resolve(undefined) });
  expect(statuses(await log.append([view('a')], 'shop'))).toEqual(['accepted']);
});

it('sends callers away when too much waits, and takes nothing of what they sent', async () => {
  await close();
  await open({ queue: { events: 2 } });
  const first = log.append([view('a'), view('b')], 'shop');
  const lookedAt = jest.fn();
  const refused = log.append([{ ...view('c'), toJSON: lookedAt }], 'shop');
  await expect(refused).rejects.toMatchObject({ name: 'OverloadedError', retryAfter: 1 });
  expect(lookedAt).not.toHaveBeenCalled();
  expect(statuses(await first)).toEqual(['accepted', 'accepted']);
  expect(await ids()).toEqual(['a', 'b']);
  expect(log.status()).toMatchObject({ refused: 1, queued: 0 });
  expect(statuses(await log.append([view('c')], 'shop'))).toEqual(['accepted']);
});

it('notes where a partition is read on, with its events or not at all', async () => {
  expect(await log.nextOffset('orders', 0)).toBeUndefined();
  await log.appendFrom('orders', 0, 7, [
    { offset: 4, event: view('a') },
    { offset: 5, event: 'broken' },
    { offset: 6, rejection: 'invalid', reason: 'It is not JSON.', text: '{"id' },
  ]);
  await log.appendFrom('orders', 1, 2, []);
  expect(await log.nextOffset('orders', 0)).toBe(7);
  expect(await log.nextOffset('orders', 1)).toBe(2);
  await log.appendFrom('orders', 0, 9, [{ offset: 8, event: view('a') }]);
  expect(await log.nextOffset('orders', 0)).toBe(9);
  expect((await store.rows('SELECT DISTINCT source FROM events'))[0]).toEqual({ source: 'kafka:orders' });
  expect(await log.letters.list({ limit: 10, offset: 0 })).toMatchObject([
    { reason: 'It is not JSON. (topic orders, partition 0, offset 6)', event: '{"id', id: null },
    { reason: expect.stringContaining('(topic orders, partition 0, offset 5)'), event: '"broken"' },
  ]);
});

it('acknowledges nothing while the disk is full, says so, and goes on when there is space again', async () => {
  const { append } = store;
  const full = jest.fn(() => Promise.reject(new Error('IO Error: Could not write file: No space left on device')));
  Object.assign(store, { append: full });
  await expect(log.append([view('a')], 'shop')).rejects.toMatchObject({
    code: 'io',
    message: expect.stringContaining('is full'),
  });
  expect(log.status()).toMatchObject({ state: 'unavailable', reason: expect.stringContaining('Free some space') });
  Object.assign(store, { append });
  expect(statuses(await log.append([view('a')], 'shop'))).toEqual(['accepted']);
  expect(log.status()).toMatchObject({ state: 'ready', taken: 1 });
});

it('takes events while a long transaction is under way', async () => {
  await store.transaction(async (statements) => {
    await statements.run(`INSERT INTO counters VALUES ('long', 1)`);
    expect(statuses(await log.append([view('a')], 'shop'))).toEqual(['accepted']);
    expect(statuses(await log.append([view('b', { page: 7 }), view('c')], 'shop'))).toEqual(['rejected', 'accepted']);
    expect(statuses(await log.append([view('b')], 'shop'))).toEqual(['accepted']);
    await log.append([view('d', { page: 7 })], 'shop');
    expect(await log.letters.remove()).toBe(1);
    await log.appendFrom('orders', 0, 7, [{ offset: 6, event: view('e') }]);
  });
  expect(await log.nextOffset('orders', 0)).toBe(7);
  expect(await ids()).toEqual(['a', 'c', 'b', 'e']);
});

it('takes an event that comes again while it is set aside, now or with the next try', async () => {
  await log.append([view('a')], 'shop');
  const meanwhile: string[] = [];
  await store.transaction(async (statements) => {
    await statements.run(`DELETE FROM events WHERE id = 'a'`);
    await statements.run(`DELETE FROM event_ids WHERE id = 'a'`);
    meanwhile.push(...statuses(await log.append([view('a'), view('b')], 'shop')));
  });
  expect(meanwhile).toEqual(['duplicate', 'accepted']);
  expect(statuses(await log.append([view('a')], 'shop'))).toEqual(['accepted']);
  expect(await store.rows('SELECT id FROM events ORDER BY id')).toEqual([{ id: 'a' }, { id: 'b' }]);
});

it('tries again in turn when an append is in the way of another transaction', async () => {
  const { append } = store;
  const conflict = new Error('TransactionContext Error: Failed to commit: write-write conflict on key: "a"');
  Object.assign(store, { append: () => Promise.reject(conflict) });
  expect(statuses(await log.append([view('a')], 'shop'))).toEqual(['accepted']);
  Object.assign(store, { append });
  expect(statuses(await log.append([view('a')], 'shop'))).toEqual(['duplicate']);
});

it('tells who wants to know of new events, and since when they wait', async () => {
  let told = 0;
  const stop = log.onAppended(() => told++);
  await log.append([view('a')], 'shop');
  await log.append([view('a')], 'shop');
  stop();
  await log.append([view('b')], 'shop');
  expect(told).toBe(2);
  now += 5_000;
  expect(log.status().lagSeconds).toBe(5);
  await log.progressed('processed', 2);
  expect(log.status().lagSeconds).toBe(0);
  expect([log.lastSeq(), log.seqOf('processed'), log.seqOf('folded')]).toEqual([2, 2, 0]);
});
