import { LiveFeed } from '../../events/feed/feed';
import { FakeNews, newsOf, updateOf } from '../../events/feed/testing/fake-news';
import { liveChannels } from '../../grafana/channels/live-channels';
import { servePart, type TestPlugin } from '../../grafana/testing/serve';

interface Packet {
  data: Uint8Array;
}
interface FrameInJson {
  schema: { name: string; fields: { name: string; type: string }[]; meta?: { notices?: { text: string }[] } };
  data: { values: unknown[][] };
}

let news: FakeNews;
let feed: LiveFeed;
let plugin: TestPlugin;
let hasSource = (): boolean => true;

beforeEach(async () => {
  news = new FakeNews();
  hasSource = () => true;
  for (let seq = 1; seq <= 3; seq++) news.stored.push(newsOf(seq, { segment: seq === 2 ? 'Cannot lose' : 'Loyal' }));
  feed = await LiveFeed.open({ ...news.options, keptPredictions: 3 });
  const channels = liveChannels({ sourceOf: async () => (hasSource() ? feed : undefined), pauseMs: 0, sourceMs: 0 });
  plugin = await servePart({ channels });
});
afterEach(async () => {
  feed.close();
  await plugin.stop();
});

const frameIn = ({ data }: Packet): FrameInJson => JSON.parse(Buffer.from(data).toString()) as FrameInJson;
const column = ({ schema, data }: FrameInJson, name: string): unknown[] | undefined =>
  data.values[schema.fields.findIndex((field) => field.name === name)];

const call = (method: string, path: string) =>
  plugin.call<{ status: number; data: Uint8Array }>('pluginv2.Stream', method, { path });
const runFully = (path: string, count: number) =>
  plugin.collect<Packet>('pluginv2.Stream', 'RunStream', { path }, count);
/** Without the first packet, which has no rows. */
const run = async (path: string, count: number) => (await runFully(path, count + 1)).slice(1);

/** Does something once somebody follows. */
async function whenFollowed(act: () => void): Promise<void> {
  while (feed.following === 0) await new Promise((resolve) => setImmediate(resolve));
  act();
}

describe('subscribing', () => {
  it('begins with the latest, as a frame, with ids shortened', async () => {
    const { status, data } = await call('SubscribeStream', 'alerts');
    expect(status).toBe(0);
    const frame = frameIn({ data });
    expect(frame.schema.fields[0]).toMatchObject({ name: 'time', type: 'time' });
    expect(column(frame, 'event_id')).toEqual(['1', '2', '3']);
    expect(column(frame, 'customer_id')).toEqual(Array(3).fill('aaaaaaaa…'));
    expect(column(frame, 'churn_probability')).toEqual([0.99, 0.99, 0.99]);
  });

  it.each([
    ['alerts/segment/cannot-lose', ['2']],
    ['alerts/segment/loyal/band/high', ['1', '3']],
    ['alerts/state/sp/warning_state/new', ['1', '2', '3']],
    ['alerts/band/low', []],
  ])('to %s brings what matches', async (path, expected) => {
    const { data } = await call('SubscribeStream', path);
    expect(column(frameIn({ data }), 'event_id')).toEqual(expected);
  });

  it.each([
    '',
    'nothing',
    'alerts/',
    'alerts/segment',
    'alerts/segment/vip',
    'alerts/city/sp',
    'alerts/state/são',
    'alerts/band/high/band/low',
    'predictions/warning_state/new',
    'alerts/constructor/x',
    'alerts/segment/../predictions',
  ])('to what there is not, is answered with "not found": %j', async (path) => {
    expect((await call('SubscribeStream', path)).status).toBe(1);
    await expect(run(path, 1)).rejects.toThrow('There is no live channel');
  });

  it('finds nothing where nothing is kept', async () => {
    hasSource = () => false;
    expect((await call('SubscribeStream', 'alerts')).status).toBe(1);
    await expect(run('alerts', 1)).rejects.toThrow('Early warnings are not kept by this process');
  });
});

it('lets nobody publish', async () => {
  expect((await call('PublishStream', 'alerts')).status).toBe(2);
});

describe('a running channel', () => {
  it('begins with a packet without rows, so that panels ask for what happened while nothing ran', async () => {
    const [frame] = (await runFully('alerts', 1)).map(frameIn);
    expect(frame?.schema.name).toBe('alerts');
    expect(frame && column(frame, 'event_id')).toEqual([]);
  });

  it('waits for a source that is being opened', async () => {
    let tries = 0;
    hasSource = () => ++tries > 2;
    expect(await runFully('alerts', 1)).toHaveLength(1);
    expect(tries).toBe(3);
  });

  it('tells what comes, several at a time as one frame', async () => {
    const packets = run('alerts/segment/loyal', 1);
    await whenFollowed(() => {
      news.warn(4);
      news.warn(5, { segment: 'Loyal' });
      news.warn(6, { segment: 'Loyal', warning_state: 'acted', owner: 'bo' });
    });
    const [frame] = (await packets).map(frameIn);
    expect(frame && column(frame, 'event_id')).toEqual(['5', '6']);
    expect(frame && column(frame, 'change')).toEqual(['created', 'updated']);
    expect(frame && column(frame, 'owner')).toEqual([null, 'bo']);
  });

  it('tells predictions', async () => {
    const packets = run('predictions/band/high', 1);
    await whenFollowed(() => news.predict(updateOf('customer1111'), updateOf('other', { band: 'low' })));
    const [frame] = (await packets).map(frameIn);
    expect(frame && column(frame, 'customer_id')).toEqual(['customer…']);
  });

  it('says when predictions were lost, and goes on', async () => {
    const packets = run('predictions', 2);
    await whenFollowed(() => news.predict(...['a', 'b', 'c', 'd', 'e'].map((id) => updateOf(id))));
    let done = false;
    void packets.finally(() => (done = true));
    while (!done) {
      news.predict(updateOf('f'));
      await new Promise((resolve) => setImmediate(resolve));
    }
    const [notice, frame] = (await packets).map(frameIn);
    expect(notice?.schema.meta?.notices?.[0]?.text).toContain('left out');
    expect(frame && column(frame, 'customer_id')).toContain('f…');
  });

  it('ends when Grafana cancels it, and when the source ends', async () => {
    const cancelled = run('alerts', 1);
    await whenFollowed(() => news.warn(4));
    await cancelled;
    while (feed.following > 0) await new Promise((resolve) => setImmediate(resolve));
    const ending = run('alerts', 9);
    await whenFollowed(() => feed.close());
    expect(await ending).toEqual([]);
  });
});
