import Fastify from 'fastify';
import type { ResourceRequest } from '../../grafana/handlers';
import { callResource } from './resource';

const app = Fastify();
app.get('/api/who', (request) => request.headers);
app.post('/api/echo', (request) => ({ query: request.query, body: request.body }));
app.get('/metrics', () => 'not for Grafana');
afterAll(() => app.close());

const request = (over: Partial<ResourceRequest>): ResourceRequest => ({
  context: { orgId: 1, pluginId: 'x', user: { login: 'v', name: '', email: '', role: 'Viewer' } },
  method: 'GET',
  path: over.url ?? 'who',
  url: 'who',
  headers: {},
  body: new Uint8Array(),
  ...over,
});
const bodyOf = ({ body }: { body: Uint8Array }): unknown => JSON.parse(Buffer.from(body).toString());

describe('callResource', () => {
  it("passes the role of the plugin context, never one that the caller's headers claim", async () => {
    const headers = { 'X-Churnwatch-Role': ['Admin'], Accept: ['a', 'b'] };
    expect(bodyOf(await callResource(app, request({ headers })))).toMatchObject({
      'x-churnwatch-role': 'Viewer',
      accept: 'a, b',
    });
  });

  it('passes query string and body', async () => {
    const response = await callResource(
      app,
      request({
        method: 'POST',
        path: 'echo',
        url: 'echo?a=1',
        headers: { 'Content-Type': ['application/json'] },
        body: Buffer.from('{"b":2}'),
      }),
    );
    expect(bodyOf(response)).toEqual({ query: { a: '1' }, body: { b: 2 } });
    expect(response.headers['content-type']).toEqual(['application/json; charset=utf-8']);
  });

  it.each(['../metrics', 'x/../../metrics', '%2e%2e/metrics', '..\\metrics', '%', './who'])(
    'refuses the path %s',
    async (path) => {
      expect((await callResource(app, request({ path, url: path }))).status).toBe(404);
    },
  );
});
