import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readColumn } from '../../contract';
import { numberColumn, textColumn, frameToJson } from '../../frames';
import type { Question } from '../../queries/question';
import type { ReportFlags } from './flags';
import { runningServer } from './running-server';

const FLAGS: ReportFlags = {
  dashboard: 'churn-risk',
  out: 'r.html',
  var: { state: ['SP'] },
  lang: 'pt-BR',
  width: 1_000,
  ids: 'masked',
  patience: 5,
};

const GENERATION = { id: 'g1', firstDay: '2017-01-01', lastDay: '2018-08-30' };
const READY = { state: 'ready', generation: GENERATION, model: { state: 'ready' } };
const FRAME = frameToJson({
  name: 'alerts',
  fields: [{ column: textColumn('customer_id', ['abc…']) }, { column: numberColumn('share', [0.5]) }],
});

interface Asked {
  path: string;
  token: string | undefined;
  body: string;
}

type Reply = [status: number, body: unknown];

let server: Server;
let base: string;
let asked: Asked[];
let replies: Record<string, () => Reply>;

beforeEach(async () => {
  asked = [];
  replies = {};
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const path = request.url ?? '';
      asked.push({ path, token: request.headers.authorization, body });
      const [status, json] = replies[path]?.() ?? [404, { error: 'nothing here' }];
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const question = (fullIds: boolean): Question => ({
  model: { kind: 'alerts', language: 'pt-BR' },
  range: { from: 1, to: 2 },
  maxDataPoints: 9,
  fullIds,
});

describe('a server that runs', () => {
  it('answers what the report asks, with ids as the report may have them', async () => {
    replies['/api/status'] = () => [200, READY];
    replies['/api/query'] = () => [200, { results: { A: { status: 200, frames: [FRAME] } } }];
    const { served, headers } = await runningServer(base, { ...FLAGS, token: 'secret' });
    expect(served.status().generation?.id).toBe('g1');
    const answer = await served.answer(question(false));
    expect(answer).toMatchObject({ kind: 'alerts', status: 200, error: undefined });
    expect(answer.frames[0]?.fields.map(({ column }) => readColumn(column))).toEqual([['abc…'], [0.5]]);
    await served.answer(question(true));
    const bodies = asked.filter(({ path }) => path === '/api/query').map(({ body }) => JSON.parse(body) as object);
    const query = { kind: 'alerts', language: 'pt-BR', refId: 'A', maxDataPoints: 9 };
    expect(bodies).toEqual([
      { from: 1, to: 2, ids: 'short', queries: [query] },
      { from: 1, to: 2, queries: [query] },
    ]);
    expect(new Set(asked.map(({ token }) => token))).toEqual(new Set(['Bearer secret']));
    expect(headers).toEqual({ authorization: 'Bearer secret' });
  });

  it('has the page drawn, with the words of the report', async () => {
    replies['/api/status'] = () => [200, READY];
    const whole = await runningServer(base, FLAGS);
    expect(await whole.addressOf('churnwatch-churn-risk')).toBe(
      `${base}/embed/churnwatch-churn-risk?report=1&theme=light&lang=pt-BR&ids=short&var-state=SP`,
    );
    const one = await runningServer(base, { ...FLAGS, panel: 7, ids: 'full', theme: 'dark', var: {} });
    expect(await one.addressOf('x')).toBe(`${base}/embed/x/7?report=1&theme=dark&lang=pt-BR`);
  });

  it('is waited for until it has data, and a model if one is on its way', async () => {
    const states = [{ state: 'building' }, { ...READY, model: { state: 'training' } }, READY];
    replies['/api/status'] = () => [200, states.shift() ?? READY];
    const { served } = await runningServer(base, FLAGS);
    expect(served.status().model?.state).toBe('ready');
    expect(asked).toHaveLength(3);
  });

  it.each<[what: string, reply: Reply | undefined, code: string, message: string]>([
    ['does not let the caller in', [401, { error: 'Sign in.' }], 'usage', 'does not let this caller in: Sign in.'],
    ['is something else', [200, ['hello']], 'io', 'is no Churnwatch'],
    ['knows no such address', undefined, 'io', 'is no Churnwatch'],
    ['could not build its warehouse', [200, { state: 'failed', error: 'No files.' }], 'missing', 'nothing to report'],
  ])('that %s is no base for a report', async (_, reply, code, message) => {
    if (reply) replies['/api/status'] = () => reply;
    await expect(runningServer(base, FLAGS)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });

  it('that is not ready in time is no base for a report either', async () => {
    replies['/api/status'] = () => [200, { state: 'building' }];
    const failure = runningServer(base, { ...FLAGS, patience: 1 });
    await expect(failure).rejects.toMatchObject({ code: 'missing', hint: expect.stringContaining('--patience') });
  });

  it('that is not there is named', async () => {
    await new Promise((resolve) => server.close(resolve));
    await expect(runningServer(base, FLAGS)).rejects.toThrow(`${base} does not answer: `);
    server = createServer().listen();
  });

  it('that refuses a question has its reason in the answer', async () => {
    replies['/api/status'] = () => [200, READY];
    const { served } = await runningServer(base, FLAGS);
    replies['/api/query'] = () => [429, { error: 'Too many questions.' }];
    expect(await served.answer(question(true))).toEqual({
      kind: 'alerts',
      status: 429,
      frames: [],
      error: 'Too many questions.',
    });
    replies['/api/query'] = () => [200, { results: { A: { status: 422, error: 'No forecast.' } } }];
    expect(await served.answer(question(true))).toMatchObject({ status: 422, error: 'No forecast.' });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(await served.answer(question(true))).toMatchObject({ status: 503, frames: [], error: expect.any(String) });
    server = createServer().listen();
  });
});
