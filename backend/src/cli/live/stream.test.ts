import { updateOf } from '../../events/feed/testing/fake-news';
import { eventually } from '../../grafana/testing/eventually';
import { openStream, type StreamClient } from './testing/clients';
import { liveServer, type LiveServer } from './testing/live-server';

let server: LiveServer;
let analyst: string;
const clients: StreamClient[] = [];
beforeAll(async () => {
  server = await liveServer({
    limits: { rightsMs: 0, heartbeatMs: 100, perCaller: 2 },
  });
});
beforeEach(async () => {
  await server.beginAnew();
  analyst = server.token('ana', 'analyst');
});
afterEach(async () => {
  for (const client of clients.splice(0)) {
    client.leave();
    await client.ended;
  }
  // The server hears of it later, and until then they have their seats.
  await eventually(() => server.feed.following === 0);
});
afterAll(() => server.close());

const open = async (query = '', token = analyst, headers: Record<string, string> = {}): Promise<StreamClient> => {
  const client = await openStream(server.stream + query, { authorization: `Bearer ${token}`, ...headers });
  clients.push(client);
  return client;
};

/** The names of the events so far; of alerts, their numbers. */
const names = (client: StreamClient): unknown[] =>
  client.events().map(({ event, data }) => (event === 'churn_alert' ? (data.step as { seq: number }).seq : event));

const told = (client: StreamClient, count: number): Promise<void> => eventually(() => client.events().length >= count);

it('tells alerts as they come, without being packed or kept on the way', async () => {
  const client = await open('', analyst, { 'accept-encoding': 'gzip' });
  expect(client.status).toBe(200);
  expect(client.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(client.headers.get('cache-control')).toBe('no-store, no-transform');
  expect(client.headers.get('content-encoding')).toBeNull();
  expect(client.headers.get('x-content-type-options')).toBe('nosniff');
  server.news.warn(1);
  server.news.predict(updateOf('p1'));
  await told(client, 2);
  expect(client.text()).toMatch(/^retry: 3000\n\n/);
  const [connected, alert] = client.events();
  expect(connected).toMatchObject({ event: 'connected', id: '0', data: { resumed: { alerts: 'no' } } });
  expect(alert).toMatchObject({ event: 'churn_alert', id: '1', data: { change: 'created', step: { seq: 1 } } });
});

it('tells what its query asks for', async () => {
  const client = await open(
    '?topic=alerts&topic=predictions&segment=Loyal&segment=Lost&change=created&band_changed=true',
  );
  server.news.warn(1);
  server.news.warn(2, { segment: 'Lost' });
  server.news.warn(3, { segment: 'Lost', warning_state: 'acted' });
  server.news.predict(updateOf('p1', { segment: 'Loyal', from_band: 'high' }), updateOf('p2', { segment: 'Loyal' }));
  await told(client, 3);
  expect(names(client)).toEqual(['connected', 2, 'prediction_update']);
  expect(client.events().at(-1)?.data).toMatchObject({ prediction: { customer_id: 'p2' } });
});

it('goes on after a break, by the header that browsers send or by the query', async () => {
  const first = await open('?last_id=0');
  server.news.warn(1);
  await told(first, 2);
  first.leave();
  server.news.warn(2);
  server.news.warn(3);
  const again = await open('?last_id=0', analyst, { 'last-event-id': first.events().at(-1)?.id ?? '' });
  await told(again, 3);
  expect(names(again)).toEqual(['connected', 2, 3]);
  expect(again.events()[0]?.data).toMatchObject({ resumed: { alerts: 'complete' } });
});

it('beats, and so moves on the id of those whom nothing concerns', async () => {
  const client = await open('?state=RJ');
  server.news.warn(1);
  await eventually(() => client.text().includes(': heartbeat\nid: 1\n\n'));
  expect(names(client)).toEqual(['connected']);
});

it.each([
  ['?topic=weather', 'topic cannot be "weather"; known: alerts, predictions.'],
  ['?segment=VIP', 'filters.segment cannot be "VIP"'],
  ['?city=x', '"city" is no filter of alerts; known: segment, band'],
  ['?band_changed=true', '"band_changed" is no filter of alerts'],
  ['?topic=predictions&band_changed=perhaps', 'filters.band_changed must be true or false'],
  ['?last_id=yesterday', 'last_id must be the id of an event'],
])('refuses in words what it cannot tell: %s', async (query, message) => {
  const response = await fetch(server.stream + query, { headers: { authorization: `Bearer ${analyst}` } });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error: expect.stringContaining(message) });
});

describe('who may follow', () => {
  it.each([[{}], [{ authorization: 'Bearer churnwatch_wrong' }]])('is nobody without a token: %j', async (headers) => {
    expect((await fetch(server.stream, { headers })).status).toBe(401);
  });

  it('is shown ids by their role', async () => {
    const [viewer, other] = [await open('', server.token('vi', 'viewer')), await open()];
    server.news.warn(1);
    await Promise.all([told(viewer, 2), told(other, 2)]);
    expect(viewer.events()[1]?.data).toMatchObject({ alert: { customer_id: 'aaaaaaaa…' } });
    expect(other.events()[1]?.data).toMatchObject({ alert: { customer_id: 'aaaaaaaa11112222' } });
  });

  it('ends when the token is revoked, before anything more is told', async () => {
    const client = await open();
    await told(client, 1);
    server.revoke('ana');
    server.news.warn(1);
    await client.ended;
    expect(names(client)).toEqual(['connected', 'dropped']);
    expect(client.events()[1]?.data).toMatchObject({ code: 'no_access' });
  });

  it('is limited to so many streams each', async () => {
    await open();
    await open();
    const response = await fetch(server.stream, { headers: { authorization: `Bearer ${analyst}` } });
    expect(response.status).toBe(429);
    expect(await response.json()).toEqual({ error: expect.stringContaining('2 live connections') });
    await open('', server.token('bo', 'viewer'));
  });
});

it('drops a client that stops reading, and goes on telling others', async () => {
  const own = await liveServer({ limits: { slowMs: 3_000 }, feed: { keptAlerts: 100 } });
  const as = (name: string) => ({ authorization: `Bearer ${own.token(name, 'viewer')}` });
  const quick = await openStream(own.stream, as('quick'));
  const slow = await fetch(own.stream, { headers: as('slow') });
  const reasons = ['x'.repeat(5_000)];
  for (let seq = 1; seq <= 2_500; seq++) own.news.warn(seq, { reasons });
  await eventually(() => quick.tail().includes('id: 2500\n'));
  await eventually(() => own.feed.following === 1);
  const text = await slow.text().catch((error: unknown) => String(error));
  // Cut off, or told why where that still went through.
  expect(text).toMatch(/terminated|event: dropped/);
  own.news.warn(2_501);
  await eventually(() => quick.tail().includes('id: 2501\n'));
  await own.close();
});

it('ends with the server', async () => {
  const own = await liveServer();
  const client = await openStream(own.stream, { authorization: `Bearer ${own.token('ana', 'viewer')}` });
  await own.close();
  await client.ended;
  expect(client.events().at(-1)).toMatchObject({
    event: 'dropped',
    data: { message: expect.stringContaining('shutting') },
  });
});
