import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { DEFAULT_SETTINGS, type WarehouseStatus } from '../contract';
import { numberColumn } from '../frames';
import type { Question } from '../queries/question';
import { standAloneAccess } from './access/stand-alone';
import { createApp } from './app';
import type { Role } from './callers';
import { Metrics } from './metrics';
import { addPages } from './pages';
import type { Served } from './served';
import { fakeAudit } from './testing/fake-audit';
import { fakeAlerts } from './testing/fake-alerts';
import { fakeEvents } from './testing/fake-events';

const faults: string[] = [];
const questions: Question[] = [];
let folder: string;
let app: FastifyInstance;
let role: Role = 'Admin';

const status: WarehouseStatus = { state: 'building', progress: { step: 'reading', share: 0.5 } };

const served: Served = {
  settings: DEFAULT_SETTINGS,
  alerts: fakeAlerts(),
  events: fakeEvents(),
  webhooks: () => ({ state: 'off', problem: null, waiting: 0, delivered: 0, failed: 0, dead: 0, receivers: [] }),
  status: () => status,
  refresh: () => {},
  predict: () => Promise.reject(new Error('is not asked here')),
  retrain: () => false,
  rebuild: () => false,
  loads: () => Promise.resolve([]),
  models: () => Promise.resolve([]),
  audit: fakeAudit(),
  backup: () => undefined,
  describe: () => Promise.resolve({ tables: [], functions: [], macros: [] }),
  answer: (question) => {
    questions.push(question);
    if (JSON.stringify(question.model).includes('explode')) throw new Error('secret detail');
    const frames = [{ name: 'x', meta: { type: 'table' as const }, fields: [{ column: numberColumn('n', [1]) }] }];
    return Promise.resolve({ kind: 'kpis', status: 200, frames });
  },
};

beforeEach(async () => {
  role = 'Admin';
  faults.length = 0;
  questions.length = 0;
  folder = mkdtempSync(join(tmpdir(), 'churnwatch-http-'));
  for (const name of ['viewer', 'dashboards']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'viewer', 'index.html'), '<title>viewer</title>');
  writeFileSync(
    join(folder, 'dashboards', 'one.json'),
    JSON.stringify({ uid: 'one', title: 'One', tags: ['churnwatch'] }),
  );
  const onFault = (message: string): void => void faults.push(message);
  const hosts = { own: [], visitors: [], anyAddress: false };
  const access = standAloneAccess({ hosts, secure: false, behindProxy: false, origins: [], onFault });
  app = createApp({ served, version: '1.2.3', ...access, callerOf: () => ({ role, name: 'somebody' }), onFault });
  const metrics = new Metrics(() => new Map([['warehouse', { status: () => status }]]));
  await addPages(app, {
    served,
    viewerFolder: join(folder, 'viewer'),
    dashboardFolder: join(folder, 'dashboards'),
    metrics,
    isUser: () => true,
  });
});

afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const post = (payload: unknown) =>
  app.inject({
    method: 'POST',
    url: '/api/query',
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify(payload),
  });

describe('the API', () => {
  it('tells the status with the version', async () => {
    expect((await app.inject('/api/status')).json()).toEqual({ ...status, version: '1.2.3' });
  });

  it('answers each query under its refId, in the JSON form of a data frame', async () => {
    const response = await post({ from: 1, to: 2, queries: [{ refId: 'A', kind: 'kpis', maxDataPoints: 7 }] });
    const { results } = response.json<{ results: Record<string, { frames: { data: { values: unknown } }[] }> }>();
    expect(results.A?.frames[0]?.data.values).toEqual([[1]]);
    expect(questions[0]).toEqual({
      model: { kind: 'kpis' },
      range: { from: 1, to: 2 },
      maxDataPoints: 7,
      fullIds: true,
      trusted: true,
      user: 'somebody',
    });
  });

  it('shows viewers no whole ids', async () => {
    role = 'Viewer';
    await post({ from: 1, to: 2, queries: [{ refId: 'A', kind: 'customers' }] });
    expect(questions[0]).toMatchObject({ fullIds: false, trusted: false });
  });

  it('shortens ids for whoever wants them short, and gives nobody whole ones by that', async () => {
    await post({ from: 1, to: 2, ids: 'short', queries: [{ refId: 'A', kind: 'customers' }] });
    expect(questions[0]).toMatchObject({ fullIds: false, trusted: true });
    const response = await post({ from: 1, to: 2, ids: 'full', queries: [] });
    expect(response.statusCode).toBe(400);
  });

  it.each([
    [{}, "must have required property 'from'"],
    [{ from: 'x', to: 2, queries: [] }, 'from must be number'],
    [{ from: 1, to: 2, queries: {} }, 'queries must be array'],
    [{ from: 1, to: 2, queries: [{ kind: 'kpis' }] }, "must have required property 'refId'"],
    [{ from: 1, to: 2, queries: Array(101).fill({ refId: 'A' }) }, 'more than 100 items'],
  ])('refuses the body %j and says why', async (body, message) => {
    const response = await post(body);
    expect(response.statusCode).toBe(400);
    expect(response.json<{ error: string }>().error).toContain(message);
  });

  it('refuses what is no JSON, and bodies that are too large', async () => {
    const headers = { 'content-type': 'application/json' };
    expect((await app.inject({ method: 'POST', url: '/api/query', headers, payload: '{' })).statusCode).toBe(400);
    const large = { from: 1, to: 2, queries: [{ refId: 'A', text: 'x'.repeat(1_100_000) }] };
    expect((await post(large)).statusCode).toBe(413);
  });

  it('says what is wrong with a body that is nested deeper than can be written', async () => {
    const headers = { 'content-type': 'application/json' };
    const payload = '['.repeat(50_000) + ']'.repeat(50_000);
    const response = await app.inject({ method: 'POST', url: '/api/query', headers, payload });
    expect(response.statusCode).toBe(400);
    expect(response.json<{ error: string }>().error).toContain('must be object, not a list');
    expect(faults).toEqual([]);
  });

  it('waits for a body for five minutes, not for good', () => {
    expect(app.server.requestTimeout).toBe(300_000);
  });

  it('waits for a client to go on with taking an answer, but not for good', async () => {
    app.get('/large', { config: { permission: 'open' } }, () => Buffer.alloc(32 * 1024 * 1024));
    const connections: Socket[] = [];
    app.server.on('connection', (connection) => connections.push(connection));
    await app.listen({ host: '127.0.0.1', port: 0 });
    const client = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
    client.write('GET /large HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
    await once(client, 'readable');
    expect(connections.map(({ timeout }) => timeout)).toEqual([60_000]);
    client.destroy();
  });

  it('keeps what went wrong inside to the log', async () => {
    const response = await post({ from: 1, to: 2, queries: [{ refId: 'A', kind: 'explode' }] });
    expect(response.statusCode).toBe(500);
    expect(response.body).not.toContain('secret detail');
    expect(faults).toEqual(['POST /api/query failed']);
  });

  it('says why an address cannot be read', async () => {
    const answer = await app.inject('/api/alerts/%ED%A0%80');
    expect([answer.statusCode, answer.json()]).toEqual([
      400,
      { error: 'The address is not valid: it holds a % that encodes no character.' },
    ]);
  });

  it('says that a route does not exist', async () => {
    const response = await app.inject('/api/nothing?token=abc');
    expect(response.statusCode).toBe(404);
    expect(response.json()).toEqual({ error: 'There is nothing at GET /api/nothing.' });
  });
});

describe('the pages', () => {
  it('serve the viewer at the root and at every dashboard', async () => {
    for (const url of ['/', '/d/one', '/d/one?from=1&var-state=SP', '/d/one/with-a-slug']) {
      const response = await app.inject(url);
      expect(response.statusCode).toBe(200);
      expect(response.body).toContain('<title>viewer</title>');
    }
  });

  it('list and serve the dashboards of the folder', async () => {
    expect((await app.inject('/api/dashboards')).json()).toEqual([
      { uid: 'one', title: 'One', description: '', tags: ['churnwatch'] },
    ]);
    expect((await app.inject('/api/dashboards/one')).json()).toMatchObject({ uid: 'one' });
    expect((await app.inject('/api/dashboards/two')).statusCode).toBe(404);
  });

  it.each(['/../app.ts', '/..%2f..%2fetc%2fpasswd', '/assets/..%5c..%5cx'])(
    'never leave their folder: %s',
    async (url) => {
      const response = await app.inject(url);
      expect(response.statusCode).toBeGreaterThanOrEqual(400);
    },
  );

  it('answer only to a loopback name, whatever page asks', async () => {
    for (const host of ['evil.example', '192.168.1.5:4680', 'localhost.evil.example']) {
      expect((await app.inject({ url: '/api/status', headers: { host } })).statusCode).toBe(403);
    }
    for (const host of ['127.0.0.1:4680', 'localhost', '[::1]:80']) {
      expect((await app.inject({ url: '/api/status', headers: { host } })).statusCode).toBe(200);
    }
  });

  it('say that nobody is signed in where nobody needs to be', async () => {
    expect((await app.inject('/sign-in/caller')).json()).toEqual({ name: null, role: null });
    expect((await app.inject('/sign-in')).statusCode).toBe(404);
  });

  it('set the headers that protect a browser, and grant no other origin access', async () => {
    const { headers } = await app.inject({ url: '/', headers: { origin: 'http://evil.example' } });
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('are no part of the described API', async () => {
    const { paths } = (await app.inject('/api/openapi.json')).json<{ paths: object }>();
    expect(Object.keys(paths).filter((path) => !path.startsWith('/api/') || path.includes('dashboards'))).toEqual([]);
  });

  it('give Prometheus the figures', async () => {
    const response = await app.inject('/metrics');
    expect(response.headers['content-type']).toContain('text/plain');
    expect(response.body).toContain('churnwatch_warehouse_ready{warehouse="warehouse"} 0');
    expect(response.body).toMatch(/churnwatch_process_resident_memory_bytes \d+/);
  });
});
