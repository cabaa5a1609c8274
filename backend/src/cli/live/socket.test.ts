import { setImmediate } from 'node:timers/promises';
import { updateOf } from '../../events/feed/testing/fake-news';
import { eventually } from '../../grafana/testing/eventually';
import { openSocket, type SocketClient } from './testing/clients';
import { liveServer, type LiveServer, type LiveServerOptions } from './testing/live-server';

let shared: LiveServer;
let server: LiveServer;
const servers: LiveServer[] = [];
const clients: SocketClient[] = [];
/** Goes on with a server of other options. */
const start = async (options: LiveServerOptions): Promise<void> => {
  server = await liveServer(options);
  servers.push(server);
};
beforeAll(async () => {
  shared = await liveServer({ access: { origins: ['https://shop.example.com'] }, limits: { rightsMs: 0 } });
});
beforeEach(async () => {
  server = shared;
  await server.beginAnew();
});
afterAll(() => shared.close());
afterEach(async () => {
  for (const { socket } of clients.splice(0)) socket.terminate();
  await Promise.all(servers.splice(0).map((one) => one.close()));
});

const open = (headers: Record<string, string> = {}): SocketClient => {
  const client = openSocket(server.ws, { headers });
  clients.push(client);
  return client;
};
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** Somebody who has connected. */
async function connected(name = 'ana', role: 'viewer' | 'analyst' = 'analyst', more = {}): Promise<SocketClient> {
  const client = open();
  client.send({ type: 'connect', token: server.token(name, role), ...more });
  await client.message('connected');
  return client;
}

async function follows(topic: 'alerts' | 'predictions', more = {}, client?: SocketClient): Promise<SocketClient> {
  const one = client ?? (await connected());
  const before = one.messages.filter(({ type }) => type === 'subscribed').length;
  one.send({ type: `subscribe_${topic}`, ...more });
  await one.message('subscribed', before);
  return one;
}

const alerts = ({ messages }: SocketClient): unknown[] =>
  messages.filter(({ type }) => type === 'churn_alert').map(({ step }) => (step as { seq: number }).seq);

describe('following', () => {
  it('tells alerts and predictions as they come', async () => {
    const client = await connected();
    expect(await client.message('connected')).toMatchObject({ id: '0', heartbeat: 25 });
    client.send({ type: 'subscribe_alerts', filters: { segment: 'At risk' } });
    expect(await client.message('subscribed')).toMatchObject({
      topic: 'alerts',
      filters: { segment: ['At risk'] },
      resumed: 'no',
    });
    client.send({ type: 'subscribe_predictions' });
    await client.message('subscribed', 1);
    server.news.warn(1, { segment: 'Loyal' });
    server.news.warn(2);
    server.news.predict(updateOf('aaaaaaaa11112222'));
    expect(await client.message('churn_alert')).toMatchObject({
      change: 'created',
      alert: { id: 'w000000000001', customer_id: 'aaaaaaaa11112222', band: 'high', reasons: [expect.any(String)] },
      step: { seq: 2, who: 'ana' },
    });
    expect(await client.message('prediction_update')).toMatchObject({
      id: expect.stringMatching(/^2_[0-9a-f]+-1$/),
      prediction: { customer_id: 'aaaaaaaa11112222', from_band: 'medium', band: 'high' },
    });
  });

  it('ends with unsubscribe', async () => {
    const client = await follows('alerts');
    client.send({ type: 'unsubscribe', topic: 'alerts' });
    expect(await client.message('unsubscribed')).toEqual({ type: 'unsubscribed', topic: 'alerts' });
    client.send({ type: 'unsubscribe', topic: 'alerts' });
    expect(await client.message('error')).toMatchObject({ message: 'You do not follow alerts.' });
    server.news.warn(1);
    client.send({ type: 'ping' });
    await client.message('pong');
    expect(alerts(client)).toEqual([]);
  });

  it('goes on after a break by the last id, named at connecting or at subscribing', async () => {
    const first = await follows('alerts');
    server.news.warn(1);
    const { id } = await first.message('churn_alert');
    first.socket.close();
    await first.closed;
    server.news.warn(2);
    server.news.warn(3);
    const byConnect = await follows('alerts', {}, await connected('bo', 'analyst', { last_id: id }));
    await byConnect.message('churn_alert', 1);
    const bySubscribe = await follows('alerts', { last_id: 2 });
    expect(await bySubscribe.message('subscribed')).toMatchObject({ resumed: 'complete' });
    await bySubscribe.message('churn_alert');
    expect([alerts(byConnect), alerts(bySubscribe)]).toEqual([[2, 3], [3]]);
  });

  it('says when predictions since the last id are not known', async () => {
    const client = await follows('predictions', { last_id: '0_0ther-7' });
    expect(await client.message('subscribed')).toMatchObject({ resumed: 'partial' });
  });

  it('beats, with the id to come back with', async () => {
    await start({ limits: { heartbeatMs: 20 } });
    const client = await follows('alerts', { filters: { state: ['RJ'] } });
    server.news.warn(1);
    await eventually(() => client.messages.some(({ type, id }) => type === 'heartbeat' && id === '1'));
    expect(alerts(client)).toEqual([]);
  });
});

describe('what a client says', () => {
  it.each([
    ['no JSON', '{', 'The message is not JSON'],
    ['no object', '[1]', 'must be a JSON object'],
    ['no type', '{}', 'The message has no type; known: connect, subscribe_alerts'],
    ['an unknown type', '{"type":"dance"}', 'Unknown message type "dance"'],
    ['a type of every object', '{"type":"constructor"}', 'Unknown message type "constructor"'],
    ['an unknown field', '{"type":"ping","x":1}', '"x" is no field of ping; it takes none.'],
    ['no topic', '{"type":"unsubscribe"}', 'topic cannot be undefined; known: alerts, predictions.'],
    ['an unknown filter', '{"type":"subscribe_alerts","filters":{"city":"x"}}', '"city" is no filter of alerts'],
    [
      'an unknown segment',
      '{"type":"subscribe_alerts","filters":{"segment":["VIP"]}}',
      'filters.segment cannot be "VIP"',
    ],
    ['filters that are none', '{"type":"subscribe_alerts","filters":[]}', 'filters must be an object'],
    ['a flag that is none', '{"type":"subscribe_predictions","filters":{"band_changed":1}}', 'must be true or false'],
    ['an id that is none', '{"type":"subscribe_alerts","last_id":"yesterday"}', 'last_id must be the id of an event'],
  ])('and cannot be understood is answered in words: %s', async (_, text, message) => {
    const client = await connected();
    client.sendText(text);
    expect(await client.message('error')).toMatchObject({
      code: 'bad_message',
      message: expect.stringContaining(message),
    });
    await follows('alerts', {}, client);
    server.news.warn(1);
    await client.message('churn_alert');
  });

  it('must not be too long', async () => {
    const client = await connected();
    client.sendText(JSON.stringify({ type: 'ping', x: 'x'.repeat(20_000) }));
    expect(await client.message('error')).toMatchObject({
      code: 'too_large',
      message: expect.stringContaining('16 KiB'),
    });
    client.sendText('x'.repeat(300_000));
    expect((await client.closed).code).toBe(1009);
  });

  it('must be text', async () => {
    const client = await connected();
    client.socket.send(Buffer.from('{"type":"ping"}'), { binary: true });
    expect(await client.message('error')).toMatchObject({ code: 'bad_message' });
  });

  it('must not come all the time', async () => {
    await start({ limits: { messages: 10 } });
    const client = await connected();
    for (let i = 0; i < 20; i++) client.send({ type: 'ping' });
    expect(await client.closed).toMatchObject({ code: 4029, reason: expect.stringContaining('More than 10 messages') });
  });

  it('begins with connect, once', async () => {
    const client = open(bearer(server.token('ana', 'viewer')));
    client.send({ type: 'subscribe_alerts' });
    expect(await client.message('error')).toMatchObject({ code: 'connect_first' });
    client.send({ type: 'connect' });
    await client.message('connected');
    client.send({ type: 'connect' });
    expect(await client.message('error', 1)).toMatchObject({ message: 'You are connected already.' });
  });
});

describe('who may connect', () => {
  it('is whoever has a token, in the header or in the first message', async () => {
    const byHeader = open(bearer(server.token('ana', 'viewer')));
    byHeader.send({ type: 'connect' });
    await byHeader.message('connected');
    const byMessage = open();
    byMessage.send({ type: 'connect', token: server.token('bo', 'viewer') });
    await byMessage.message('connected');
  });

  it('are told at once what is wrong with the token that their request carries', async () => {
    const token = server.token('bo', 'viewer');
    server.revoke('bo');
    const refused = await open(bearer(token)).refused;
    expect(refused).toMatchObject({ status: 401, body: expect.stringContaining('This token is not valid') });
  });

  it.each([[{ type: 'connect' }], [{ type: 'connect', token: 'churnwatch_wrong' }], [{ type: 'connect', token: '' }]])(
    'is nobody else: %j',
    async (message) => {
      const client = open();
      client.send(message);
      expect(await client.message('error')).toMatchObject({ code: 'not_signed_in' });
      expect((await client.closed).code).toBe(4001);
      expect(server.feed.alerts.next).toBe(0);
    },
  );

  it('is nobody who does not say who they are in time', async () => {
    await start({ limits: { connectMs: 20 } });
    expect(await open().closed).toMatchObject({ code: 4001, reason: expect.stringContaining('"connect"') });
  });

  it('is nobody, on a machine that guards itself by nothing but its address, under another name', async () => {
    await start({ access: { signIn: undefined } });
    const client = open();
    client.send({ type: 'connect' });
    await client.message('connected');
    expect(await open({ host: 'evil.example.com' }).refused).toMatchObject({ status: 403 });
  });

  it.each([
    ['http://evil.example.com', undefined, 403],
    ['http://evil.example.com', 'cross-site', 403],
    ['null', undefined, 403],
    ['http://127.0.0.1:1', 'same-site', 403],
    ['https://shop.example.com', 'cross-site', undefined],
    ['own', 'same-origin', undefined],
    ['own', undefined, undefined],
  ])('from a page of %s (%s): %s', async (origin, site, status) => {
    const own = origin === 'own' ? `http://${server.host}` : origin;
    const client = open({ origin: own, ...(site ? { 'sec-fetch-site': site } : {}) });
    expect((await client.refused)?.status).toBe(status);
  });

  it('is no page of another origin by our own cookie, though it may connect', async () => {
    const token = server.token('ana', 'viewer');
    const signIn = await fetch(`http://${server.host}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const ours = open({ cookie, origin: `http://${server.host}` });
    ours.send({ type: 'connect' });
    await ours.message('connected');
    const theirs = open({ cookie, origin: 'https://shop.example.com' });
    theirs.send({ type: 'connect' });
    expect((await theirs.closed).code).toBe(4001);
    const withToken = open({ cookie, origin: 'https://shop.example.com' });
    withToken.send({ type: 'connect', token });
    await withToken.message('connected');
  });

  it('is shown ids and notes by their role', async () => {
    const viewer = await follows('alerts', {}, await connected('vi', 'viewer'));
    const analyst = await follows('alerts', {}, await connected('an', 'analyst'));
    server.news.warn(1, {}, 'Called Ms Silva.');
    expect(await viewer.message('churn_alert')).toMatchObject({
      alert: { customer_id: 'aaaaaaaa…' },
      step: { note: null },
    });
    expect(await analyst.message('churn_alert')).toMatchObject({
      alert: { customer_id: 'aaaaaaaa11112222' },
      step: { note: 'Called Ms Silva.' },
    });
    expect(JSON.stringify(viewer.messages)).not.toContain('1111');
  });

  it('ends when the token is revoked, before anything more is told', async () => {
    const [revoked, other] = [
      await follows('alerts', {}, await connected('ana')),
      await follows('alerts', {}, await connected('bo')),
    ];
    server.revoke('ana');
    server.news.warn(1);
    expect(await revoked.closed).toMatchObject({ code: 4003, reason: expect.stringContaining('sign-in has ended') });
    await other.message('churn_alert');
    expect(alerts(revoked)).toEqual([]);
  });

  it('ends at the next heartbeat when nothing happens', async () => {
    await start({ limits: { rightsMs: 0, heartbeatMs: 20 } });
    const client = await connected('ana');
    server.revoke('ana');
    expect((await client.closed).code).toBe(4003);
  });
});

describe('how many may connect', () => {
  it('is limited for each caller', async () => {
    await start({ limits: { perCaller: 1 } });
    const [first, second] = [await connected('ana'), open()];
    second.send({ type: 'connect', token: server.token('ana', 'viewer') });
    expect(await second.closed).toMatchObject({ code: 4029 });
    await connected('bo');
    first.socket.close();
    await first.closed;
    await connected('ana');
  });

  it('is limited in all', async () => {
    await start({ limits: { connections: 1 } });
    await connected('ana');
    const second = open();
    second.send({ type: 'connect', token: server.token('bo', 'viewer') });
    expect(await second.closed).toMatchObject({ code: 1013 });
  });

  it('is limited for those who have not said who they are', async () => {
    await start({ limits: { strangers: 1 } });
    const first = open();
    expect(await first.refused).toBeUndefined();
    expect(await open().refused).toMatchObject({ status: 503 });
    first.socket.close();
    await first.closed;
    await connected();
    await connected();
  });

  it('is not kept out by those who keep silent, where its request says who it is', async () => {
    await start({ limits: { strangers: 1 } });
    expect(await open().refused).toBeUndefined();
    const known = open(bearer(server.token('ana', 'viewer')));
    known.send({ type: 'connect' });
    await known.message('connected');
  });

  it('is limited from one address for those who have not said who they are', async () => {
    await start({ access: { behindProxy: true }, limits: { strangersOfOne: 1 } });
    const from = (address: string) => open({ 'x-forwarded-for': address }).refused;
    expect(await from('192.0.2.1')).toBeUndefined();
    expect(await from('192.0.2.1')).toMatchObject({ status: 503 });
    expect(await from('192.0.2.2')).toBeUndefined();
    expect(await from('2001:db8::1')).toBeUndefined();
    expect(await from('2001:db8::2')).toMatchObject({ status: 503 });
  });
});

describe('a client that stops reading', () => {
  it('is dropped with a reason, and costs neither others nor memory', async () => {
    await start({ limits: { slowMs: 200 }, feed: { keptAlerts: 100 } });
    const [slow, quick] = [await follows('alerts'), await follows('alerts')];
    slow.socket.pause();
    const note = 'x'.repeat(1_000);
    for (let seq = 1; seq <= 10_000; seq++) {
      server.news.warn(seq, {}, note);
      if (seq % 500 === 0) await setImmediate();
    }
    await quick.message('churn_alert', 9_999);
    expect(alerts(quick)).toEqual(Array.from({ length: 10_000 }, (_, i) => i + 1));
    const waiting = [...server.app.websocketServer.clients].map(({ bufferedAmount }) => bufferedAmount);
    expect(Math.max(0, ...waiting)).toBeLessThan(1_000_000);
    slow.socket.resume();
    expect(await slow.closed).toMatchObject({ code: 4008, reason: expect.stringContaining('too slowly') });
    expect(await slow.message('error')).toMatchObject({ code: 'slow' });
  });

  it('loses predictions, and is told so', async () => {
    await start({ limits: { slowMs: 60_000 }, feed: { keptPredictions: 50 } });
    const [slow, quick] = [await follows('predictions'), await follows('predictions')];
    slow.socket.pause();
    const model = 'x'.repeat(100_000);
    for (let i = 0; i < 120; i++) {
      server.news.predict(updateOf(`p${i}`, { model }));
      await quick.message('prediction_update', i);
    }
    slow.socket.resume();
    expect((await slow.closed).code).toBe(4008);
  });

  it('is dropped when it goes on asking', async () => {
    await start({ limits: { messages: Infinity, unreadBytes: 100_000 } });
    const client = await connected();
    client.socket.pause();
    const filters = { state: Array.from({ length: 400 }, () => 'x'.repeat(32)) };
    const text = JSON.stringify({ type: 'subscribe_alerts', filters });
    // More than systems keep for a connection.
    for (let sent = 0; sent < 2_000; sent++) client.socket.send(text);
    await eventually(() => client.socket.bufferedAmount === 0);
    client.socket.resume();
    expect((await client.closed).code).toBe(4008);
    expect(client.messages.length).toBeLessThan(2_000);
  });

  it('is cut off when it answers no heartbeat', async () => {
    await start({ limits: { heartbeatMs: 30 } });
    const client = await connected();
    client.socket.pause();
    await eventually(() => server.app.websocketServer.clients.size === 0);
  });
});

it('says goodbye when the server ends', async () => {
  await start({});
  const client = await follows('alerts');
  await server.app.close();
  expect(await client.closed).toMatchObject({ code: 1001, reason: expect.stringContaining('shutting down') });
});

it('says that nothing can be followed where nothing is kept', async () => {
  jest.spyOn(server.feed, 'follower').mockImplementation(() => {
    throw new Error('broken');
  });
  const client = open();
  client.send({ type: 'connect', token: server.token('ana', 'viewer') });
  expect(await client.closed).toMatchObject({ code: 1011, reason: expect.stringContaining('its log says why') });
  expect(server.faults).toEqual(['a live connection failed: Error: broken']);
});

it('is named to those who ask for it by plain HTTP', async () => {
  const response = await fetch(`http://${server.host}/api/ws`);
  expect(response.status).toBe(426);
  expect(await response.json()).toEqual({ error: 'This is a WebSocket: connect to it as one.' });
});
