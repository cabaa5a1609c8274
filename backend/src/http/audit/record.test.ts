import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import Fastify, { type FastifyInstance } from 'fastify';
import { AnswerError } from '../ask';
import type { Role } from '../callers';
import { addErrors } from '../errors';
import { enforcePermissions } from '../access/enforce';
import { fakeAudit } from '../testing/fake-audit';
import { fakeApp } from '../testing/fake-app';
import { IDS } from '../testing/fake-answers';
import { recordDeeds } from './record';

let role: Role;
/** What becomes of those who are nobody. */
let unknown: number;
let address: string;
let app: FastifyInstance;
const audit = fakeAudit();

beforeEach(() => {
  [role, unknown, address] = ['Admin', 401, '192.0.2.1'];
  audit.entries.length = 0;
  app = Fastify();
  addErrors(app, () => {});
  const callerOf = () => {
    if (role === 'None') throw new AnswerError(unknown, 'Sign in first.');
    return { role, name: 'ana' };
  };
  enforcePermissions(app, { callerOf });
  recordDeeds(app, { audit, callerOf, addressOf: () => address });
  app.get('/read', { config: { permission: 'read' } }, () => 'x');
  app.get('/export', { config: { permission: 'read' } }, (_request, reply) => reply.type('text/csv').send('a,b'));
  app.get('/dead-letters', { config: { permission: 'send_events' } }, () => []);
  app.post('/events', { config: { permission: 'send_events', action: 'events' } }, (request, reply) =>
    reply.status(Number(request.headers['x-status'] ?? 202)).send({}),
  );
  app.post('/slow', { config: { permission: 'manage' } }, async (_request, reply) => {
    app.server.emit('slow');
    await once(reply.raw, 'close');
    return {};
  });
  app.patch('/alerts/:id', { config: { permission: 'work_warnings' } }, (request) => {
    if (request.headers['x-fail']) throw new Error('broken');
    return {};
  });
});
afterEach(() => app.close());

const patch = (headers: Record<string, string> = {}) =>
  app.inject({ method: 'PATCH', url: '/alerts/a%201?note=secret', headers, payload: { note: 'secret' } });
const send = (status: number) =>
  app.inject({ method: 'POST', url: '/events', headers: { 'x-status': String(status) } });

it('tells who wrote to what and how that ended, and nothing of what was sent', async () => {
  await patch();
  expect(audit.entries).toEqual([
    {
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      action: 'PATCH /alerts/:id',
      actor: 'ana',
      role: 'Admin',
      address: '192.0.2.1',
      target: 'a 1',
      outcome: 'done',
      status: 200,
    },
  ]);
});

it('tells of those who may not, and of what failed', async () => {
  role = 'Viewer';
  await patch();
  role = 'None';
  await patch();
  role = 'Editor';
  await patch({ 'x-fail': '1' });
  expect(audit.entries.map(({ actor, outcome, status }) => [actor, outcome, status])).toEqual([
    ['ana', 'refused', 403],
    ['unknown', 'refused', 401],
    ['ana', 'failed', 500],
  ]);
});

it.each(['resetAndDestroy', 'end'] as const)('tells of those who hang up before the answer (%s)', async (hangUp) => {
  await app.listen({ host: '127.0.0.1', port: 0 });
  const begun = once(app.server, 'slow');
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  socket.write('POST /slow HTTP/1.1\r\nHost: shop\r\nContent-Length: 0\r\n\r\n');
  await begun;
  socket[hangUp]();
  for (let tries = 0; tries < 100 && audit.entries.length === 0; tries++) await sleep(10);
  expect(audit.entries).toMatchObject([{ action: 'POST /slow', actor: 'ana', outcome: 'done', status: 200 }]);
});

it('does not tell of reading, but of files that are handed out', async () => {
  for (const url of ['/read', '/dead-letters', '/nothing', '/export']) await app.inject(url);
  expect(audit.entries.map(({ action }) => action)).toEqual(['export /export']);
});

it('counts events that were taken, and after the first those that were not: no limit of requests holds them back', async () => {
  for (const status of [202, 202, 400, 202, 503, 400, 503, 503]) await send(status);
  expect(audit.entries.map(({ status }) => status)).toEqual([400, 503]);
  await app.close();
  expect(audit.entries.slice(2)).toMatchObject([
    { action: 'events', status: 202, count: 3, actor: 'ana' },
    { action: 'events', status: 400, count: 1 },
    { action: 'events', status: 503, count: 2 },
  ]);
});

it('keeps telling where callers send from, whatever strangers do', async () => {
  role = 'None';
  for (let n = 0; n < 2_000; n++) {
    address = `2001:db8:0:${n.toString(16)}::1`;
    await patch();
  }
  [role, address] = ['Operator', '192.0.2.7'];
  await send(202);
  await app.close();
  const of = (who: string) => audit.entries.filter(({ actor }) => actor === who);
  expect(of('ana')).toMatchObject([{ action: 'events', address: '192.0.2.7', count: 1 }]);
  expect(of('unknown').length).toBeLessThan(50);
  expect(of('unknown').reduce((sum, { count = 1 }) => sum + count, 0)).toBe(2_000);
});

it('counts refusals that anybody can bring about, after the first of a kind', async () => {
  role = 'None';
  for (let n = 0; n < 3; n++) await patch();
  role = 'Viewer';
  for (let n = 0; n < 3; n++) await send(202);
  for (let n = 0; n < 2; n++) await patch();
  // What a stranger names is their own invention.
  const told = () => audit.entries.map(({ actor, status, target, count }) => [actor, status, target, count]);
  const atOnce = [
    ['unknown', 401, undefined, undefined],
    ['ana', 403, undefined, undefined],
    ['ana', 403, 'a 1', undefined],
  ];
  expect(told()).toEqual(atOnce);
  await app.close();
  expect(told()).toEqual([
    ...atOnce,
    ['unknown', 401, undefined, 2],
    ['ana', 403, undefined, 2],
    ['ana', 403, undefined, 1],
  ]);
});

it('counts what befalls those whom nobody can check at the moment', async () => {
  [role, unknown] = ['None', 503];
  for (let n = 0; n < 3; n++) await patch();
  await app.close();
  expect(audit.entries.map(({ actor, status, count }) => [actor, status, count])).toEqual([
    ['unknown', 503, undefined],
    ['unknown', 503, 2],
  ]);
});

describe('the REST API', () => {
  const fake = fakeApp();
  beforeEach(() => fake.reset());
  afterAll(() => fake.app.close());

  it('tells of each administration, of reading the log too', async () => {
    await fake.app.inject({ method: 'POST', url: '/api/backup' });
    await fake.get('/api/audit');
    const csv = { 'content-type': 'text/csv', accept: 'text/csv' };
    const payload = `customer_id\n${IDS[0]}\n`;
    await fake.app.inject({ method: 'POST', url: '/api/churn/predict', headers: csv, payload });
    expect(fake.served.audit.entries.map(({ action }) => action)).toEqual([
      'backup',
      'audit.read',
      'export /api/churn/predict',
    ]);
  });

  it('answers the log by its schema, and refuses places that no page ended at', async () => {
    fake.served.backsUp = true;
    expect((await fake.app.inject({ method: 'POST', url: '/api/backup' })).statusCode).toBe(409);
    const { status, body } = await fake.get<{ entries: object[] }>('/api/audit?limit=1');
    expect(status).toBe(200);
    expect(body.entries).toMatchObject([{ action: 'backup', actor: 'somebody', role: 'Admin', outcome: 'refused' }]);
    expect((await fake.get('/api/audit?before=../../x')).status).toBe(400);
    expect((await fake.get('/api/audit?limit=1001')).status).toBe(400);
  });
});
