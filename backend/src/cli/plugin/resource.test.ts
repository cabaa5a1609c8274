import Fastify from 'fastify';
import type { ResourceRequest } from '../../grafana/handlers';
import { fakeApp } from '../../http/testing/fake-app';
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
  it("passes role and login of the plugin context, never those that the caller's headers claim", async () => {
    const headers = { 'X-Churnwatch-Role': ['Admin'], 'x-churnwatch-login': ['root'], Accept: ['a', 'b'] };
    expect(bodyOf(await callResource(app, request({ headers })))).toMatchObject({
      'x-churnwatch-role': 'Viewer',
      'x-churnwatch-login': 'v',
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

describe('the REST API as resource calls', () => {
  const fake = fakeApp();
  afterAll(() => fake.app.close());

  it('takes an uploaded file and answers one', async () => {
    const { status, headers, body } = await callResource(
      fake.app,
      request({
        method: 'POST',
        path: 'churn/predict',
        url: 'churn/predict?asOf=2018-06-30',
        headers: { 'Content-Type': ['text/csv'], Accept: ['text/csv'] },
        body: Buffer.from('\uFEFFcustomer_id\r\nbbbbbbbb33\r\n'),
      }),
    );
    expect(status).toBe(200);
    expect(headers['content-type']).toEqual(['text/csv; charset=utf-8']);
    expect(Buffer.from(body).toString()).toContain('\r\n2,bbbbbbbb33,');
  });

  it('leaves the length of answers to Grafana, whose callers else hang up before it knows the end', async () => {
    const { headers, body } = await callResource(app, request({}));
    expect(body.length).toBeGreaterThan(0);
    expect(Object.keys(headers)).toContain('content-type');
    expect(Object.keys(headers)).not.toContain('content-length');
    expect(Object.keys(headers)).not.toContain('connection');
  });

  it('passes lists in the query string, and errors with their status', async () => {
    await callResource(fake.app, request({ path: 'customers', url: 'customers?state=SP&state=RJ' }));
    expect(fake.served.questions.at(-1)?.model.filters).toEqual({ state: ['SP', 'RJ'] });
    const refused = await callResource(fake.app, request({ path: 'customers', url: 'customers?limit=0' }));
    expect(refused.status).toBe(400);
    expect(bodyOf(refused)).toEqual({ error: 'limit must be >= 1, not 0.' });
  });
});
