import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { AnswerError } from '../ask';
import type { Role } from '../callers';
import { addErrors } from '../errors';
import { enforcePermissions } from './enforce';

let role: Role | undefined;
let app: FastifyInstance;
let done: string[];

const callerOf = (_request: FastifyRequest) => {
  if (role === undefined) throw new AnswerError(401, 'Sign in first.');
  return { role, name: 'somebody' };
};

beforeEach(() => {
  role = 'Admin';
  done = [];
  app = Fastify();
  addErrors(app, () => {});
  enforcePermissions(app, { callerOf, origins: ['https://tool.example'] });
});
afterEach(() => app.close());

const act = (headers: Record<string, string> = {}, payload?: string) =>
  app.inject({ method: 'POST', url: '/act', headers, payload });

const routes = (): void => {
  app.get('/open', { config: { permission: 'open' } }, () => 'open');
  app.get('/read', { config: { permission: 'read' } }, () => 'read');
  app.post('/act', { config: { permission: 'manage' } }, () => {
    done.push('act');
    return 'done';
  });
};

it('does not let an app start that has a route without a permission, also where a plugin adds it', async () => {
  expect(() => app.get('/forgotten', () => 'x')).toThrow('The route GET /forgotten names no permission.');
  await expect(
    app.register(async (inner) => {
      inner.get('/inner', () => 'x');
    }),
  ).rejects.toThrow('The route GET /inner names no permission.');
});

it('asks nobody who they are at an open route, and everybody at all others', async () => {
  routes();
  role = undefined;
  expect((await app.inject('/open')).statusCode).toBe(200);
  expect((await app.inject('/read')).statusCode).toBe(401);
  expect((await app.inject({ method: 'HEAD', url: '/read' })).statusCode).toBe(401);
  expect((await app.inject('/nothing')).statusCode).toBe(404);
});

it('says who may, to somebody who may not, before their body is looked at', async () => {
  routes();
  role = 'Editor';
  const { statusCode, body } = await act({ 'content-type': 'application/json' }, '{"broken');
  expect(statusCode).toBe(403);
  expect(JSON.parse(body)).toEqual({
    error: 'Only operators and administrators can have the warehouse built or a model trained, or look after webhooks.',
  });
  expect(done).toEqual([]);
});

it.each([
  [{ 'sec-fetch-site': 'cross-site' }, 403],
  [{ 'sec-fetch-site': 'same-site' }, 403],
  [{ 'sec-fetch-site': 'cross-site', origin: 'https://tool.example' }, 200],
  [{ 'sec-fetch-site': 'cross-site', origin: 'https://tool.example.evil' }, 403],
  [{ 'sec-fetch-site': 'same-origin' }, 200],
  [{ 'sec-fetch-site': 'none' }, 200],
  [{ host: 'localhost:1', origin: 'http://evil.example' }, 403],
  [{ host: 'localhost:1', origin: 'http://localhost:2' }, 403],
  [{ host: 'localhost:1', origin: 'null' }, 403],
  [{ host: 'localhost:1', origin: 'http://localhost:1' }, 200],
  [{ host: 'localhost:1', origin: 'https://tool.example' }, 200],
  [{}, 200],
])('writes for a request with %j: %d', async (headers, status) => {
  routes();
  const response = await act(headers);
  expect(response.statusCode).toBe(status);
  expect(done).toHaveLength(status === 200 ? 1 : 0);
});

it('leaves it to Grafana whose page it is, where it does not say by which name it was asked', async () => {
  await app.close();
  app = Fastify();
  addErrors(app, () => {});
  enforcePermissions(app, { callerOf });
  routes();
  expect((await act({ origin: 'http://grafana.example' })).statusCode).toBe(200);
  expect((await act({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
});

it.each([
  [{ host: 'localhost:1', upgrade: 'websocket', origin: 'http://evil.example' }, 403],
  [{ host: 'localhost:1', upgrade: 'websocket', origin: 'http://localhost:2' }, 403],
  [{ host: 'localhost:1', upgrade: 'websocket', origin: 'null' }, 403],
  [{ host: 'localhost:1', upgrade: 'websocket', origin: 'http://localhost:1' }, 200],
  [{ host: 'localhost:1', upgrade: 'websocket' }, 200],
  [{ host: 'localhost:1', 'sec-fetch-site': 'cross-site' }, 200],
])('lets pages read for a request with %j: %d', async (headers, status) => {
  routes();
  expect((await app.inject({ url: '/read', headers })).statusCode).toBe(status);
});
