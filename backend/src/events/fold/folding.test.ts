import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, isStale } from '../../warehouse';
import { scratchShop, type ScratchFolders } from '../../warehouse/testing/tiny-shop';
import { queryWarehouse } from '../../warehouse/testing/warehouse';
import { archiveEvents, removeDrafts } from '../archive/archive';
import { openEventLog, type EventLog } from '../log/log';
import { openEventStore } from '../store/store';
import { FOLD_DEFAULTS, Folding } from './folding';

const DAY_MS = 86_400_000;

const placed = (id: string, change: object = {}): object => ({
  id,
  type: 'order_placed',
  occurred_at: '2018-02-20T10:00:00Z',
  customer_id: `buyer of ${id}`.replaceAll(' ', '-'),
  order_id: `order-${id}`,
  zip_prefix: '01000',
  city: 'santos',
  state: 'SP',
  items: [{ product_id: 'new-product', seller_id: 'new-seller', price: 5, freight_value: 1, category: 'categoria_1' }],
  payments: [{ type: 'boleto', value: 6 }],
  ...change,
});

let shop: ScratchFolders;
let log: EventLog;
let folding: Folding;
let now = 0;
let rebuilds = 0;
let faults: string[] = [];
beforeEach(async () => {
  [now, rebuilds, faults] = [1e6, 0, []];
  shop = await scratchShop();
  await open();
});
afterEach(async () => {
  await close();
  await shop.remove();
});
async function open(): Promise<void> {
  log = await openEventLog({ store: await openEventStore(shop.out) });
  folding = new Folding({
    log,
    out: shop.out,
    rebuild: () => ++rebuilds > 0,
    onFault: (message) => faults.push(message),
    now: () => now,
    events: 3,
  });
}
async function close(): Promise<void> {
  folding.close();
  await log.close();
  await log.store.close();
}
const run = () => folding.during(async () => void (await build({ data: shop.data, out: shop.out })));
const orders = async () =>
  (await queryWarehouse(shop.out, `SELECT order_id FROM fct_orders WHERE order_id LIKE 'order-%' ORDER BY 1`)).map(
    (row) => row['order_id'],
  );

it('brings events into the next build, and notes that they are there once it serves', async () => {
  await log.append([placed('a')], 'test');
  await run();
  expect(await orders()).toEqual(['order-a']);
  expect(log.status().unfolded).toBe(1);
  await folding.serves();
  expect(log.status().unfolded).toBe(0);
  expect(await isStale(shop.data, shop.out)).toBe(false);
  expect(faults).toEqual([]);
});

it('tells that events are handed over before a build begins, where there are new ones', async () => {
  const told: string[] = [];
  const building = () => {
    told.push('build');
    return Promise.resolve();
  };
  await folding.during(building, ({ step }) => told.push(step));
  await log.append([placed('a')], 'test');
  await folding.during(building, ({ step }) => told.push(step));
  expect(told).toEqual(['build', 'handing over the events', 'build']);
});

it('says at once which events are in the generation that serves, and never of a later build’s', async () => {
  await log.append([placed('a')], 'test');
  await run();
  void folding.serves();
  expect(log.seqOf('folded')).toBe(1);
  await log.append([placed('b')], 'test');
  await run();
  expect(log.seqOf('folded')).toBe(1);
});

it('says that it is not known which events the warehouse holds until its generation serves, or the build failed', async () => {
  await log.append([placed('a')], 'test');
  const held: boolean[] = [];
  await folding.during(async () => {
    held.push(folding.isSettled);
    await build({ data: shop.data, out: shop.out });
  });
  held.push(folding.isSettled);
  // At once: what it does besides may last into the next build.
  const serving = folding.serves();
  expect([...held, folding.isSettled]).toEqual([false, false, true]);
  await serving;
  await log.append([placed('b')], 'test');
  await expect(folding.during(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(folding.isSettled).toBe(true);
});

it('keeps events in later builds, also in those that nobody here knows of', async () => {
  await log.append([placed('a')], 'test');
  await run();
  await folding.serves();
  await build({ data: shop.data, out: shop.out });
  expect(await orders()).toEqual(['order-a']);
  await log.append([placed('b')], 'test');
  await run();
  expect(await orders()).toEqual(['order-a', 'order-b']);
});

it('folds the same events again when the build fails, or the process dies before it is noted', async () => {
  await log.append([placed('a')], 'test');
  await expect(folding.during(() => Promise.reject(new Error('killed')))).rejects.toThrow('killed');
  await close();
  await open();
  expect(log.status().unfolded).toBe(1);
  await run();
  await run();
  expect(await orders()).toEqual(['order-a']);
});

it('writes the rows anew when they were damaged or deleted, though no event is new', async () => {
  await log.append([placed('a')], 'test');
  await run();
  await folding.serves();
  await writeFile(join(shop.out, 'supplement.json'), 'damaged');
  await run();
  await rm(join(shop.out, 'supplement.json'));
  await run();
  expect(await orders()).toEqual(['order-a']);
});

it('asks for a build when events have come: at first soon, then no more often than it may, but for many events', async () => {
  expect(folding.look()).toBe(false);
  await log.append([placed('a')], 'test');
  expect(folding.look()).toBe(false);
  now += 2_000;
  expect(folding.look()).toBe(true);
  expect(folding.isOwn).toBe(true);
  await run();
  await folding.serves();
  expect(folding.isOwn).toBe(false);
  await log.append([placed('b')], 'test');
  folding.look();
  now += 57_000;
  expect(folding.look()).toBe(false);
  await log.append([placed('c'), placed('d')], 'test');
  expect(folding.look()).toBe(true);
  expect(rebuilds).toBe(2);
});

it('asks for builds also after the clock was set back', async () => {
  folding.close();
  folding = new Folding({ log, out: shop.out, rebuild: () => true, onFault: () => undefined, everyMs: 1, quietMs: 0 });
  await folding.during(() => Promise.resolve());
  await log.append([placed('a')], 'test');
  const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() - DAY_MS);
  let asked = false;
  for (let tries = 0; tries < 200 && !asked; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    asked = folding.look();
  }
  clock.mockRestore();
  expect(asked).toBe(true);
});

it('waits for the end of what comes together, but not for ever', async () => {
  await log.append([placed('a')], 'test');
  expect(folding.look()).toBe(false);
  now += 1_000;
  expect(folding.look()).toBe(false);
  now += 59_000;
  await log.append([placed('b')], 'test');
  expect(folding.look()).toBe(true);
});

it('moves old events out of the table when they are in the warehouse, and still knows them', async () => {
  await log.append([placed('a'), placed('b')], 'test');
  await run();
  expect(await archiveEvents(log, Date.now() + 1_000)).toBe(0);
  await folding.serves();
  await log.progressed('processed', 2);
  await log.append([placed('c')], 'test');
  expect(await archiveEvents(log, Date.now() + 1_000)).toBe(2);
  expect(await log.store.rows('SELECT id FROM events')).toEqual([{ id: 'c' }]);
  expect((await log.append([placed('a')], 'test'))[0]?.status).toBe('duplicate');
  await writeFile(join(shop.out, 'events', 'archive', 'left.parquet.new'), '');
  await writeFile(join(shop.out, 'events', 'archive', 'events-to-9.parquet'), 'of a store before this one');
  await removeDrafts(log.store);
  expect(await readdir(join(shop.out, 'events', 'archive'))).toEqual(['events-to-2.parquet', 'events-to-9.parquet']);
  await run();
  expect(await orders()).toEqual(['order-a', 'order-b', 'order-c']);
});

it('leaves a file of a store before this one alone, though it has the same number', async () => {
  const folder = join(shop.out, 'events', 'archive');
  await mkdir(folder);
  await writeFile(join(folder, 'events-to-1.parquet'), 'of a store before this one');
  await log.append([placed('a')], 'test');
  await run();
  await folding.serves();
  await log.progressed('processed', 1);
  expect(await archiveEvents(log, Date.now() + 1_000)).toBe(1);
  expect(await readFile(join(folder, 'events-to-1.parquet'), 'utf8')).toBe('of a store before this one');
  await log.append([placed('b')], 'test');
  await run();
  expect(await orders()).toEqual(['order-a', 'order-b']);
});

it('keeps its place when the last event has left the table, and can still write the rows anew', async () => {
  await log.append([placed('a')], 'test');
  await run();
  await folding.serves();
  await log.progressed('processed', 1);
  expect(await archiveEvents(log, Date.now() + 1_000)).toBe(1);
  await close();
  await open();
  expect([log.lastSeq(), log.seqOf('folded')]).toEqual([1, 1]);
  await rm(join(shop.out, 'supplement.json'));
  await run();
  expect(await orders()).toEqual(['order-a']);
});

it('puts the old events of a day into one file, however many builds there are', async () => {
  const noon = Math.floor(Date.now() / DAY_MS) * DAY_MS + DAY_MS / 2;
  const receive = async (id: string, at: number): Promise<void> => {
    const clock = jest.spyOn(Date, 'now').mockReturnValue(at);
    await log.append([placed(id)], 'test');
    await log.progressed('processed', log.lastSeq());
    await run();
    await folding.serves();
    clock.mockRestore();
  };
  await receive('a', noon);
  await receive('b', noon + 60_000);
  const later = noon + FOLD_DEFAULTS.keepDays * DAY_MS;
  await receive('c', later + 30_000);
  await receive('d', later + 90_000);
  await receive('e', later + DAY_MS);
  expect(await readdir(join(shop.out, 'events', 'archive'))).toEqual(['events-to-2.parquet']);
  expect(await log.store.rows('SELECT id FROM events ORDER BY id')).toEqual([{ id: 'c' }, { id: 'd' }, { id: 'e' }]);
});
