import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateSample } from '@churnwatch/sample';
import type { FastifyInstance } from 'fastify';
import { whyNoBroker } from '../../../../test/kafka/broker';
import { readShopEvents } from '../../events/replay/shop-events';
import { createApp } from '../../http/app';
import { fakeServed } from '../../http/testing/fake-served';
import { build } from '../../warehouse';
import { builtOlist, type BuiltShop } from '../../warehouse/testing/built-once';
import { writeSupplement } from '../../warehouse/supplement/testing/write-supplement';
import { whenOlist } from '../../warehouse/testing/olist';
import { serveEvents, type EventsPart } from '../events/served-events';
import { sendEvents, type Sent } from './send';
import { replayByKafka } from './testing/by-kafka';
import { differences, knownIn, MARTS, type Known } from './testing/contents';
import { engagementIn, together } from './testing/engagement';
import { builtStanding, liveStanding } from './testing/live-scores';
import { writeShopBefore } from './testing/until';

let folder: string;
const faults: unknown[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'churnwatch-replay-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Taker {
  url: string;
  events: EventsPart;
  app: FastifyInstance;
}

/** A server over a warehouse folder, of which only the taking of events is real. */
async function taker(out: string): Promise<Taker> {
  const events = serveEvents({ out, rebuild: () => false, onFault: (_message, error) => faults.push(error) });
  const app = createApp({
    served: { ...fakeServed(), events },
    version: '1',
    callerOf: () => ({ role: 'Operator', name: 'replay' }),
    onFault: (_message, error) => faults.push(error),
  });
  return { events, app, url: `${await app.listen({ host: '127.0.0.1', port: 0 })}/api` };
}

const eventsOf = (data: string, from: string): AsyncIterable<object> =>
  readShopEvents({ data, from, to: '2019-12-31' });

const replay = (server: Taker, data: string, from: string): Promise<Sent> => sendTo(server, eventsOf(data, from));

function sendTo({ url }: Taker, events: AsyncIterable<object>): Promise<Sent> {
  const { signal } = new AbortController();
  return sendEvents(events, { url, together: 400, signal });
}

const NOTHING = Object.fromEntries(MARTS.map((mart) => [mart, 0]));

/**
 * A shop: its files from before a day, which events are to bring up to date, and a warehouse of all its files, with what
 * that knows of the customers on some days.
 */
interface Shop {
  data: string;
  from: string;
  base: string;
  whole: string;
  known: Record<string, Known>;
}

async function shopOf({ data, out: whole }: BuiltShop, base: string, from: string, days: string[]): Promise<Shop> {
  await writeShopBefore(data, base, from);
  const known: Record<string, Known> = {};
  for (const day of days) known[day] = await knownIn(whole, day);
  return { data, from, base, whole, known };
}

/** Builds the files from before the day with the events that the server has: that must make the whole shop. */
async function expectWhole({ base, whole, known }: Shop, folded: string, server: Taker): Promise<void> {
  await server.events.during(async () => void (await build({ data: base, out: folded })));
  expect(await differences(whole, folded)).toEqual(NOTHING);
  for (const [day, expected] of Object.entries(known)) {
    expect(expected.customers).toBeGreaterThan(100);
    expect(await knownIn(folded, day)).toEqual(expected);
  }
  expect(faults).toEqual([]);
}

async function stop({ app, events }: Taker): Promise<void> {
  await app.close();
  await events.close();
}

it('ends with the rows, profiles and scores of a build of all files, on the sample', async () => {
  const data = join(folder, 'sample');
  await generateSample({ out: data, customers: 800, seed: 7 });
  const out = join(folder, 'whole-sample');
  await build({ data, out });
  const shop = await shopOf({ data, out }, join(folder, 'base-sample'), '2018-06-01', ['2018-05-31', '2018-08-28']);
  const folded = join(folder, 'folded-sample');
  const server = await taker(folded);
  try {
    const first = await replay(server, data, shop.from);
    expect(first).toMatchObject({ duplicates: 0, rejected: 0 });
    expect(first.accepted).toBeGreaterThan(100);
    await expectWhole(shop, folded, server);
    // Once more, as somebody does who was interrupted.
    expect(await replay(server, data, shop.from)).toMatchObject({
      accepted: 0,
      duplicates: first.accepted,
      rejected: 0,
    });
    await expectWhole(shop, folded, server);
  } finally {
    await stop(server);
  }
}, 120_000);

it('ends with the same where customers do more than ordering, and they stand so as soon as the events are there', async () => {
  const data = join(folder, 'busy');
  await generateSample({ out: data, customers: 800, seed: 9 });
  // Some of it from before the day on which orders begin to come as events: a shop may tell of its past as well.
  const engagement = await engagementIn(data, { from: '2018-04-01', to: '2018-08-28' });
  expect(new Set(engagement.map(({ event_type }) => event_type)).size).toBe(5);
  const out = join(folder, 'whole-busy');
  await writeSupplement(out, { customer_events: engagement });
  await build({ data, out });
  const from = '2018-06-01';
  const shop = await shopOf({ data, out }, join(folder, 'base-busy'), from, ['2018-05-31', '2018-08-28']);
  const folded = join(folder, 'folded-busy');
  await build({ data: shop.base, out: folded });
  expect((await differences(out, folded)).fct_customer_events).toBe(engagement.length);
  const server = await taker(folded);
  const all = (): AsyncIterable<object> => together(eventsOf(data, from), engagement);
  try {
    const first = await sendTo(server, all());
    expect(first).toMatchObject({ duplicates: 0, rejected: 0 });
    expect(first.accepted).toBeGreaterThan(engagement.length + 100);
    const live = await liveStanding(folded, server.events.opened()!.store);
    expect(live.customers.size).toBeGreaterThan(200);
    const built = await builtStanding(out, live.asOf);
    for (const [id, standing] of live.customers) expect([id, standing]).toEqual([id, built.customers.get(id)]);
    await expectWhole(shop, folded, server);
    expect(await sendTo(server, all())).toMatchObject({ accepted: 0, duplicates: first.accepted, rejected: 0 });
    await expectWhole(shop, folded, server);
    expect(await builtStanding(folded, live.asOf)).toEqual(built);
  } finally {
    await stop(server);
  }
}, 180_000);

whenOlist('the real files', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await shopOf(await builtOlist(), join(folder, 'base-olist'), '2018-08-01', ['2018-08-28']);
  }, 300_000);

  it('end with the rows, profiles and scores of a build of all files, sent to POST /api/events', async () => {
    const folded = join(folder, 'sent');
    const server = await taker(folded);
    try {
      const sent = await replay(server, shop.data, shop.from);
      expect(sent).toMatchObject({ duplicates: 0, rejected: 0 });
      expect(sent.accepted).toBeGreaterThan(10_000);
      await expectWhole(shop, folded, server);
    } finally {
      await stop(server);
    }
  }, 600_000);

  const reason = whyNoBroker();
  const through = 'end with the same, sent through Apache Kafka';
  if (reason !== undefined) it.skip(`${through} (skipped, since no broker can be run here: ${reason})`, () => {});
  else
    it(
      through,
      async () => {
        const folded = join(folder, 'read');
        const { sent, taken, ...others } = await replayByKafka(eventsOf(shop.data, shop.from), folded);
        expect(others).toEqual({ duplicates: 0, rejected: 0 });
        expect(taken).toBe(sent);
        expect(sent).toBeGreaterThan(10_000);
        const server = await taker(folded);
        try {
          await server.events.start();
          await expectWhole(shop, folded, server);
        } finally {
          await stop(server);
        }
      },
      600_000,
    );
});
