import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { guardedApp, type GuardedApp } from '../testing/guarded-app';

let guarded: GuardedApp;
const sockets: Socket[] = [];
/** Requests that are worked on, by caller. */
const underWay: string[] = [];

beforeEach(async () => {
  guarded = await guardedApp();
  guarded.app.get('/api/slow', { config: { permission: 'read' } }, async (request, { raw }) => {
    underWay.push(guarded.access.callerOf(request).name);
    await once(raw, 'close');
  });
  guarded.app.post('/api/asked', { config: { permission: 'read' } }, async (request, { raw }) => {
    underWay.push(guarded.access.callerOf(request).name);
    await once(raw, 'close');
  });
  guarded.app.get('/api/endless', { config: { permission: 'read', endless: true } }, (_request, reply) => {
    reply.hijack();
    reply.raw.writeHead(200).write('begun');
  });
  await guarded.app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  underWay.length = 0;
  await guarded.close();
});

const client = (): Socket => {
  const socket = connect((guarded.app.server.address() as AddressInfo).port, '127.0.0.1');
  sockets.push(socket.on('error', () => undefined));
  return socket;
};
const head = (path: string, token: string): string =>
  `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\n\r\n`;
const post = (path: string, token: string): string =>
  `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\n` +
  'Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}';
const settled = async (count: number): Promise<void> => {
  for (let tries = 0; tries < 1_000 && underWay.length < count; tries++) await sleep(10);
  await sleep(50);
};

it('works on no more than so many requests of a caller at once, and on the next when a client has gone', async () => {
  const [ana, bo] = [guarded.token('ana', 'viewer'), guarded.token('bo', 'viewer')];
  const clients = Array.from({ length: 30 }, client);
  for (const socket of clients) socket.write(head('/api/slow', ana));
  await settled(12);
  expect(underWay).toHaveLength(12);
  client().write(head('/api/slow', bo));
  await settled(13);
  expect(underWay.filter((name) => name === 'bo')).toHaveLength(1);
  // Of some that wait, and all that do not.
  for (const socket of clients.slice(0, 20)) socket.destroy();
  await settled(23);
  expect(underWay.filter((name) => name === 'ana')).toHaveLength(22);
});

it('counts requests with a body until their answer is taken, not until they are read', async () => {
  const ana = guarded.token('ana', 'viewer');
  for (const socket of Array.from({ length: 30 }, client)) socket.write(post('/api/asked', ana));
  await settled(13);
  expect(underWay).toHaveLength(12);
});

it('does nothing for who has gone before it is known who they are', async () => {
  await guarded.close();
  guarded = await guardedApp();
  let begun = 0;
  guarded.app.addHook('onRequest', () => sleep(50));
  guarded.app.get('/api/quick', { config: { permission: 'read' } }, async () => ({ begun: ++begun }));
  await guarded.app.listen({ host: '127.0.0.1', port: 0 });
  const ana = guarded.token('ana', 'viewer');
  for (let n = 0; n < 30; n++) {
    const socket = client();
    socket.write(head('/api/quick', ana), () => socket.destroy());
  }
  await sleep(200);
  expect(begun).toBe(0);
});

it('makes nobody wait for answers that were taken', async () => {
  const ana = guarded.token('ana', 'viewer');
  const socket = client();
  let text = '';
  socket.on('data', (part: Buffer) => (text += part.toString()));
  socket.write(head('/api/model', ana).repeat(40));
  for (let tries = 0; tries < 1_000 && text.split('HTTP/1.1 ').length <= 40; tries++) await sleep(10);
  expect(text.split('HTTP/1.1 ')).toHaveLength(41);
});

it.each([
  ['read', head('/api/slow', 'TOKEN')],
  ['asked', post('/api/asked', 'TOKEN')],
])('counts what is %s behind an answer without an end, until its connection is closed', async (_, request) => {
  const ana = guarded.token('ana', 'viewer');
  const socket = client();
  socket.write(head('/api/endless', ana) + request.replace('TOKEN', ana).repeat(30));
  await settled(12);
  expect(underWay).toHaveLength(12);
  socket.destroy();
  await sleep(50);
  client().write(head('/api/slow', ana));
  await settled(13);
  expect(underWay).toHaveLength(13);
});
