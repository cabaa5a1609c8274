import { setTimeout as sleep } from 'node:timers/promises';
import { tableFromIPC } from 'apache-arrow';
import type { Frame } from '../../contract';
import { numberColumn } from '../../frames';
import type { DataAnswer, DataRequest, PluginHandlers } from '../handlers';
import type { QueryDataResponse } from '../protocol/wire';
import { LoadError } from '../rpc/errors';
import { eventually } from '../testing/eventually';
import { servePart, type TestPlugin } from '../testing/serve';

let plugin: TestPlugin;
afterEach(() => plugin.stop());

const good: Frame = { name: 'good', fields: [{ column: numberColumn('n', [1, 2]) }] };
const ok: DataAnswer = { status: 200, frames: [good] };

const wireQuery = (refId: string, model: unknown = {}) => ({
  refId,
  json: Buffer.from(typeof model === 'string' ? model : JSON.stringify(model)),
  maxDataPoints: 500,
  intervalMS: 60_000,
  timeRange: { fromEpochMS: 1_483_228_800_000, toEpochMS: 1_534_809_600_000 },
});

const ask = (queries: object[], rest: object = {}) =>
  plugin.call<QueryDataResponse>('pluginv2.Data', 'QueryData', { queries, ...rest });

/** Answers each refId with what `answers` holds under it. */
const answering =
  (answers: Record<string, DataAnswer>): PluginHandlers['query'] =>
  () =>
    Promise.resolve(answers);

describe('a query', () => {
  it('arrives whole: range, limits, model, headers, user, data source', async () => {
    let seen: DataRequest | undefined;
    plugin = await servePart({
      query: (request) => {
        seen = request;
        return Promise.resolve({ A: ok });
      },
    });
    await ask([{ ...wireQuery('A', { kind: 'sales', nested: { x: [1] } }), queryType: 'q' }], {
      headers: { FromAlert: 'true' },
      pluginContext: {
        orgId: 7,
        pluginId: 'churnwatch-warehouse-datasource',
        user: { login: 'ana', name: 'Ana', email: 'ana@example.org', role: 'Viewer' },
        dataSourceInstanceSettings: {
          uid: 'u1',
          name: 'Shop',
          jsonData: Buffer.from('{"churnDays":90}'),
          decryptedSecureJsonData: { key: 's' },
          lastUpdatedMS: 1_767_225_600_000,
        },
      },
    });
    expect(seen).toEqual({
      context: {
        orgId: 7,
        pluginId: 'churnwatch-warehouse-datasource',
        user: { login: 'ana', name: 'Ana', email: 'ana@example.org', role: 'Viewer' },
        dataSource: {
          uid: 'u1',
          name: 'Shop',
          jsonData: { churnDays: 90 },
          secureJsonData: { key: 's' },
          updated: 1_767_225_600_000,
        },
      },
      headers: { FromAlert: 'true' },
      queries: [
        {
          refId: 'A',
          queryType: 'q',
          maxDataPoints: 500,
          intervalMs: 60_000,
          from: 1_483_228_800_000,
          to: 1_534_809_600_000,
          model: { kind: 'sales', nested: { x: [1] } },
        },
      ],
    });
  });

  it('of an alert rule has no user', async () => {
    let seen: DataRequest | undefined;
    plugin = await servePart({
      query: (request) => {
        seen = request;
        return Promise.resolve({ A: ok });
      },
    });
    await ask([wireQuery('A')], { pluginContext: { orgId: 1, pluginId: 'x' } });
    expect(seen?.context).toEqual({ orgId: 1, pluginId: 'x', user: undefined, dataSource: undefined });
  });

  it('is answered with frames that carry its refId and an explicit status', async () => {
    plugin = await servePart({ query: answering({ A: ok }) });
    const { A } = (await ask([wireQuery('A')])).responses;
    expect(A).toMatchObject({ status: 200, error: '' });
    expect(tableFromIPC(A!.frames[0]!).schema.metadata.get('refId')).toBe('A');
  });

  it('may be answered with frames that are encoded already', async () => {
    const bytes = Uint8Array.of(1, 2, 3);
    plugin = await servePart({ query: answering({ A: { status: 200, frames: [bytes] } }) });
    expect((await ask([wireQuery('A')])).responses.A?.frames.map((frame) => [...frame])).toEqual([[1, 2, 3]]);
  });

  it('may have a refId that is a name of an object', async () => {
    const answers = Object.fromEntries([['__proto__', ok] as const, ['constructor', ok] as const]);
    plugin = await servePart({ query: answering(answers) });
    const { responses } = await ask([wireQuery('__proto__'), wireQuery('constructor'), wireQuery('toString')]);
    expect(Object.entries(responses).map(([refId, { status }]) => [refId, status])).toEqual([
      ['__proto__', 200],
      ['constructor', 200],
      ['toString', 500],
    ]);
  });
});

describe('one query among several', () => {
  const unreadable: Frame = { name: 'bad', fields: [{ column: { ...numberColumn('n', [1]), length: 9 } }] };

  it('fails alone: with a known error, a frame that Grafana could not read, no answer, a model that is not JSON', async () => {
    plugin = await servePart({
      query: answering({
        good: ok,
        refused: { status: 400, frames: [], error: 'There is no query kind "x".', errorSource: 'downstream' },
        unreadable: { status: 200, frames: [unreadable] },
        broken: ok,
      }),
    });
    const ids = ['good', 'refused', 'unreadable', 'forgotten'];
    const { responses } = await ask([...ids.map((id) => wireQuery(id)), wireQuery('broken', '{"kind":')]);
    expect(responses.good).toMatchObject({ status: 200, error: '' });
    expect(responses.refused).toMatchObject({
      status: 400,
      error: 'There is no query kind "x".',
      errorSource: 'downstream',
    });
    expect(responses.unreadable).toMatchObject({ status: 500, frames: [], errorSource: 'plugin' });
    expect(responses.forgotten).toMatchObject({ status: 500, error: 'The query was not answered.' });
    expect(responses.broken).toMatchObject({
      status: 400,
      error: expect.stringMatching(/^Query broken cannot be read as JSON/),
    });
  });

  it('has its fault in the log, not in its answer', async () => {
    plugin = await servePart({ query: answering({ A: { status: 200, frames: [unreadable] } }) });
    const { A } = (await ask([wireQuery('A')])).responses;
    expect(A?.error).not.toContain('for 9 rows');
    expect(plugin.logged).toMatchObject([
      { '@level': 'error', error: expect.stringContaining('has 1 values for 9 rows') },
    ]);
  });
});

describe('a failure', () => {
  it('of the handler as a whole answers every query, without its inner workings', async () => {
    plugin = await servePart({ query: () => Promise.reject(new Error('secret path /var/x')) });
    const { responses } = await ask([wireQuery('A'), wireQuery('B')]);
    for (const id of ['A', 'B']) {
      expect(responses[id]).toMatchObject({ status: 500, error: expect.stringContaining("Grafana's log") });
      expect(responses[id]?.error).not.toContain('/var/x');
    }
    expect(plugin.logged[0]?.error).toContain('secret path /var/x');
  });

  it('to read the settings is said to every query', async () => {
    plugin = await servePart({ query: answering({ A: ok }) });
    const settings = { name: 'Shop', jsonData: Buffer.from('nonsense') };
    const { responses } = await ask([wireQuery('A')], { pluginContext: { dataSourceInstanceSettings: settings } });
    expect(responses.A).toMatchObject({
      status: 400,
      error: expect.stringContaining('settings of data source "Shop"'),
    });
  });

  it("to load what answers need is the plugin's own", async () => {
    plugin = await servePart({
      query: () => Promise.reject(new LoadError('The plugin could not be loaded: no library')),
    });
    expect((await ask([wireQuery('A')])).responses.A).toMatchObject({
      status: 500,
      error: expect.stringContaining('no library'),
    });
    expect(plugin.logged).toEqual([]);
  });

  it('without a message still has one', async () => {
    plugin = await servePart({ query: answering({ A: { status: 404, frames: [] } }) });
    expect((await ask([wireQuery('A')])).responses.A).toMatchObject({
      status: 404,
      error: 'The query failed with status 404.',
    });
  });

  it('never goes out with the status of a success', async () => {
    plugin = await servePart({ query: answering({ A: { status: 200, frames: [], error: 'no' } }) });
    expect((await ask([wireQuery('A')])).responses.A).toMatchObject({ status: 400, error: 'no' });
  });
});

describe('requests', () => {
  it('that are given up abort the work for them', async () => {
    let aborted: unknown;
    let begun = false;
    plugin = await servePart({
      query: async (_request, signal) => {
        begun = true;
        await sleep(60_000, undefined, { signal }).catch(() => undefined);
        aborted = signal.reason;
        return {};
      },
    });
    const giveUp = new AbortController();
    const answer = plugin.call('pluginv2.Data', 'QueryData', { queries: [wireQuery('A')] }, giveUp.signal);
    await eventually(() => begun);
    giveUp.abort();
    await expect(answer).rejects.toMatchObject({ code: 1 });
    await eventually(() => aborted !== undefined);
    expect(aborted).toEqual(new Error('Grafana no longer waits for the answer'));
  });

  it('without queries are answered with nothing', async () => {
    plugin = await servePart({});
    expect(await ask([])).toEqual({ responses: {} });
  });

  it('of more than 16 MiB are refused, and the next is served', async () => {
    plugin = await servePart({ query: answering({ A: ok }) });
    await expect(ask([wireQuery('A', 'x'.repeat(17 * 1024 * 1024))])).rejects.toMatchObject({ code: 8 });
    expect((await ask([wireQuery('A')])).responses.A?.status).toBe(200);
  });

  it('may come two hundred at a time', async () => {
    plugin = await servePart({
      query: async ({ queries }) => {
        await sleep(1);
        return Object.fromEntries(queries.map(({ refId }) => [refId, ok]));
      },
    });
    const answers = await Promise.all(Array.from({ length: 200 }, (_, i) => ask([wireQuery(`q${i}`)])));
    expect(answers.map(({ responses }) => Object.keys(responses))).toEqual(answers.map((_, i) => [`q${i}`]));
  });

  it('may be answered with more than 4 MiB', async () => {
    const large: Frame = { name: 'large', fields: [{ column: numberColumn('n', Array(1_000_000).fill(1)) }] };
    plugin = await servePart({ query: answering({ A: { status: 200, frames: [large] } }) });
    expect((await ask([wireQuery('A')])).responses.A?.frames[0]?.length).toBeGreaterThan(8_000_000);
  });
});
