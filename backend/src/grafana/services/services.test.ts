import { setTimeout as sleep } from 'node:timers/promises';
import type { ChannelHandlers, ResourceRequest, ResourceResponse } from '../handlers';
import type {
  CallResourceResponse,
  CheckHealthResponse,
  CollectMetricsResponse,
  StreamPacket,
  StreamResponse,
} from '../protocol/wire';
import { RequestError } from '../rpc/errors';
import { eventually } from '../testing/eventually';
import { servePart, type TestPlugin } from '../testing/serve';

let plugin: TestPlugin;
afterEach(() => plugin.stop());

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

describe('the health check', () => {
  const check = () => plugin.call<CheckHealthResponse>('pluginv2.Diagnostics', 'CheckHealth');

  it.each([
    ['ok', 1],
    ['error', 2],
    ['unknown', 0],
  ] as const)('says %s', async (status, wire) => {
    plugin = await servePart({ health: () => Promise.resolve({ status, message: 'm', details: { rows: 1 } }) });
    const answer = await check();
    expect(answer).toMatchObject({ status: wire, message: 'm' });
    expect(text(answer.jsonDetails)).toBe('{"rows":1}');
  });

  it('may have no details', async () => {
    plugin = await servePart({ health: () => Promise.resolve({ status: 'ok', message: 'm' }) });
    expect(text((await check()).jsonDetails)).toBe('');
  });

  it('that fails is a bad state of health, not a failed call', async () => {
    plugin = await servePart({ health: () => Promise.reject(new Error('stack and all')) });
    expect(await check()).toMatchObject({ status: 2, message: expect.stringContaining("Grafana's log") });
  });

  it('passes on a message that is meant for people', async () => {
    plugin = await servePart({ health: () => Promise.reject(new RequestError('Set a data folder.')) });
    expect(await check()).toMatchObject({ status: 2, message: 'Set a data folder.' });
    expect(plugin.logged).toEqual([]);
  });
});

describe('metrics', () => {
  const collect = () => plugin.call<CollectMetricsResponse>('pluginv2.Diagnostics', 'CollectMetrics');

  it('go out as text', async () => {
    plugin = await servePart({ metrics: () => Promise.resolve('up 1\n') });
    expect(text((await collect()).metrics.prometheus)).toBe('up 1\n');
  });

  it('that fail are a failed call', async () => {
    plugin = await servePart({ metrics: () => Promise.reject(new Error('x')) });
    await expect(collect()).rejects.toMatchObject({ code: 13 });
  });
});

describe('a resource call', () => {
  const call = (request: object = {}) =>
    plugin.collect<CallResourceResponse>('pluginv2.Resource', 'CallResource', request);
  const response = (body: string): ResourceResponse => ({
    status: 201,
    headers: { 'Content-Type': ['text/plain'], 'Set-Cookie': ['a', 'b'] },
    body: Buffer.from(body),
  });

  it('carries method, path, headers and body there and back', async () => {
    let seen: ResourceRequest | undefined;
    plugin = await servePart({
      resource: (request) => {
        seen = request;
        return Promise.resolve(response('hello'));
      },
    });
    const [part, ...more] = await call({
      method: 'POST',
      path: 'events',
      url: 'events?x=1',
      headers: { Accept: { values: ['a', 'b'] } },
      body: Buffer.from('{}'),
    });
    expect(seen).toMatchObject({ method: 'POST', path: 'events', url: 'events?x=1', headers: { Accept: ['a', 'b'] } });
    expect(text(seen!.body)).toBe('{}');
    expect(part).toMatchObject({ code: 201, headers: { 'Set-Cookie': { values: ['a', 'b'] } } });
    expect(text(part!.body)).toBe('hello');
    expect(more).toEqual([]);
  });

  it('may be answered in parts', async () => {
    plugin = await servePart({
      async *resource() {
        yield response('1');
        yield response('2');
      },
    });
    expect((await call()).map(({ body }) => text(body))).toEqual(['1', '2']);
  });

  it('that fails is answered with a status and a message in JSON', async () => {
    plugin = await servePart({ resource: () => Promise.reject(new Error('inner')) });
    const [part] = await call();
    expect(part!.code).toBe(500);
    expect(JSON.parse(text(part!.body))).toEqual({
      error: "The resource call failed unexpectedly; Grafana's log says why.",
    });
  });

  it('that is not understood is the fault of the caller', async () => {
    plugin = await servePart({ resource: () => Promise.reject(new RequestError('No such path.')) });
    const [part] = await call();
    expect([part!.code, text(part!.body)]).toEqual([400, '{"error":"No such path."}']);
  });

  it('that fails half-way ends with an error', async () => {
    plugin = await servePart({
      async *resource() {
        yield response('1');
        throw new Error('inner');
      },
    });
    await expect(call()).rejects.toMatchObject({ code: 13 });
  });
});

describe('live channels', () => {
  const subscribe = (path: string) => plugin.call<StreamResponse>('pluginv2.Stream', 'SubscribeStream', { path });

  describe('of a data source that has none', () => {
    beforeEach(async () => (plugin = await servePart({})));

    it('cannot be subscribed or published to', async () => {
      expect((await subscribe('x')).status).toBe(1);
      expect((await plugin.call<StreamResponse>('pluginv2.Stream', 'PublishStream', { path: 'x' })).status).toBe(1);
    });

    it('cannot be run', async () => {
      const run = plugin.collect('pluginv2.Stream', 'RunStream', { path: 'x' });
      await expect(run).rejects.toMatchObject({ code: 5, details: 'There is no live channel "x".' });
      expect(plugin.logged).toEqual([]);
    });
  });

  describe('of one that has some', () => {
    let aborted = false;
    const channels: ChannelHandlers = {
      subscribe: ({ path }) =>
        Promise.resolve(path === 'ticks' ? { status: 'ok', data: { schema: {} } } : { status: 'permission denied' }),
      publish: () => Promise.resolve({ status: 'ok', data: [1] }),
      async *run(_request, signal) {
        signal.addEventListener('abort', () => (aborted = true));
        for (let tick = 0; !signal.aborted; tick++) {
          yield { tick };
          await sleep(1);
        }
      },
    };

    beforeEach(async () => {
      aborted = false;
      plugin = await servePart({ channels });
    });

    it('are subscribed to', async () => {
      const answer = await subscribe('ticks');
      expect([answer.status, text(answer.data)]).toEqual([0, '{"schema":{}}']);
      expect((await subscribe('other')).status).toBe(2);
    });

    it('run until the last subscriber leaves', async () => {
      const packets = await plugin.collect<StreamPacket>('pluginv2.Stream', 'RunStream', { path: 'ticks' }, 3);
      expect(packets.map(({ data }) => text(data))).toEqual(['{"tick":0}', '{"tick":1}', '{"tick":2}']);
      await eventually(() => aborted);
      expect(plugin.logged).toEqual([]);
    });
  });
});

describe('the life of the process', () => {
  beforeEach(async () => (plugin = await servePart({})));

  it.each(['plugin', ''])('is confirmed for service "%s"', async (service) => {
    expect(await plugin.call('grpc.health.v1.Health', 'Check', { service })).toEqual({ status: 1 });
  });

  it('is unknown for another service', async () => {
    await expect(plugin.call('grpc.health.v1.Health', 'Check', { service: 'x' })).rejects.toMatchObject({ code: 5 });
  });

  it('can be watched', async () => {
    expect(await plugin.collect('grpc.health.v1.Health', 'Watch', { service: 'plugin' }, 1)).toEqual([{ status: 1 }]);
    expect(await plugin.collect('grpc.health.v1.Health', 'Watch', { service: 'x' }, 1)).toEqual([{ status: 3 }]);
  });

  it('ends when Grafana asks for it, has the answer and closes the connection', async () => {
    expect(await plugin.call('plugin.GRPCController', 'Shutdown')).toEqual({});
    await sleep(50);
    expect(plugin.shutdowns()).toBe(0);
    plugin.close();
    await eventually(() => plugin.shutdowns() > 0);
    expect(plugin.shutdowns()).toBe(1);
  });

  it('ends although Grafana keeps the connection', async () => {
    expect(await plugin.call('plugin.GRPCController', 'Shutdown')).toEqual({});
    await eventually(() => plugin.shutdowns() > 0);
    plugin.close();
    await sleep(50);
    expect(plugin.shutdowns()).toBe(1);
  });

  it.each(['StreamStdio', 'StartStream'])(
    'is looked after when %s breaks off, which lasts as long as Grafana',
    async (method) => {
      const service = method === 'StreamStdio' ? 'plugin.GRPCStdio' : 'plugin.GRPCBroker';
      plugin.hold(service, method);
      // Asked on the same connection and answered in turn: the stream has arrived by then, however busy the machine is.
      await plugin.call('grpc.health.v1.Health', 'Check', { service: 'plugin' });
      await sleep(50);
      expect(plugin.connectionsLost()).toBe(0);
      plugin.close();
      await eventually(() => plugin.connectionsLost() > 0);
    },
  );
});
