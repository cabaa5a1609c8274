import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import type {
  CallResourceResponse,
  CheckHealthResponse,
  CollectMetricsResponse,
  QueryDataResponse,
  StreamResponse,
} from '../../backend/src/grafana/protocol/wire';
import { pluginExecutable } from './executable';
import { startPlugin, type PluginProcess } from './plugin-process';

let plugin: PluginProcess;
const folder = mkdtempSync(join(tmpdir(), 'churnwatch-host-'));

beforeAll(async () => {
  plugin = await startPlugin(pluginExecutable());
  await warehouseReady();
});

afterAll(async () => {
  await plugin.kill();
  rmSync(folder, { recursive: true, force: true });
});

const contextOf = (role: string, jsonData: object = { warehouseFolder: folder }) => ({
  orgId: 1,
  pluginId: 'churnwatch-warehouse-datasource',
  user: { login: role.toLowerCase(), name: '', email: '', role },
  dataSourceInstanceSettings: { uid: 'host', name: 'Churnwatch', jsonData: Buffer.from(JSON.stringify(jsonData)) },
});

const health = (context = contextOf('Admin')) =>
  plugin.call<CheckHealthResponse>('pluginv2.Diagnostics', 'CheckHealth', { pluginContext: context });

/** The sample is built by itself; health waits a little for it each time. */
async function warehouseReady(): Promise<void> {
  for (let tries = 0; tries < 30; tries++) {
    const { message } = await health();
    if (message.startsWith('Generated sample data')) return;
  }
  throw new Error('the sample was not built');
}

const RANGE = { fromEpochMS: Date.UTC(2017, 0, 1), toEpochMS: Date.UTC(2018, 7, 1) };

function ask(models: Record<string, object | string>, context = contextOf('Admin')): Promise<QueryDataResponse> {
  const queries = Object.entries(models).map(([refId, model]) => ({
    refId,
    maxDataPoints: 800,
    intervalMS: 60_000,
    timeRange: RANGE,
    json: Buffer.from(typeof model === 'string' ? model : JSON.stringify(model)),
  }));
  return plugin.call('pluginv2.Data', 'QueryData', { queries, pluginContext: context });
}

const resource = async (path: string, method = 'GET') => {
  const request = { path, url: path, method, pluginContext: contextOf('Viewer') };
  const [part] = await plugin.collect<CallResourceResponse>('pluginv2.Resource', 'CallResource', request);
  return { code: part!.code, body: Buffer.from(part!.body).toString() };
};

it('says in its health check that it shows the sample', async () => {
  const { status, message, jsonDetails } = await health();
  expect(status).toBe(1);
  expect(message).toMatch(/^Generated sample data, not a real shop\. [\d,]+ purchases/);
  expect(JSON.parse(Buffer.from(jsonDetails).toString())).toMatchObject({ state: 'ready' });
});

it('says in its health check what is wrong with the settings', async () => {
  const { status, message } = await health(contextOf('Admin', { churnDays: 'many' }));
  expect(status).toBe(2);
  expect(message).toContain('churnDays');
});

it('answers a query with frames that Arrow can read', async () => {
  const { responses } = await ask({ A: { kind: 'sales', grain: 'month' } });
  expect(responses.A).toMatchObject({ status: 200, error: '' });
  const table = tableFromIPC(responses.A!.frames[0]!);
  expect(table.schema.metadata.get('refId')).toBe('A');
  expect(JSON.parse(table.schema.metadata.get('meta')!)).toMatchObject({
    type: 'timeseries-wide',
    typeVersion: [0, 1],
  });
  expect(String(table.schema.fields[0]!.type)).toBe('Timestamp<NANOSECOND>');
  expect(table.numRows).toBeGreaterThan(10);
});

it('forecasts on threads of its own in the bare environment that Grafana gives it, bands and all', async () => {
  const { responses } = await ask({
    A: { kind: 'sales_forecast', grain: 'day', horizonDays: 30 },
    B: { kind: 'forecast_shortfall', by: 'state', limit: 2 },
    C: { kind: 'forecast_quality', figure: 'mase' },
  });
  expect(Object.values(responses).map(({ status, error }) => [status, error])).toEqual(Array(3).fill([200, '']));
  const table = tableFromIPC(responses.A!.frames[0]!);
  const last = table.get(table.numRows - 1)!.toJSON() as Record<string, number | null>;
  expect(last.actual).toBeNull();
  expect(last.lower_95).toBeLessThanOrEqual(last.lower!);
  expect(last.upper).toBeGreaterThan(last.forecast!);
  const shortfall = tableFromIPC(responses.B!.frames[0]!);
  expect(JSON.parse(shortfall.schema.metadata.get('meta')!)).toMatchObject({ type: 'numeric-long' });
  expect(shortfall.numRows).toBe(3);
});

it('answers each query on its own: wrong ones cost the others nothing', async () => {
  const { responses } = await ask({
    good: { kind: 'kpis' },
    unknown: { kind: 'salez' },
    wrong: { kind: 'sales', limit: -1 },
    absent: {},
    broken: '{"kind":',
    list: '[1]',
    huge: { kind: 'customers', search: 'x'.repeat(200_000) },
  });
  const { good, huge, ...bad } = responses;
  expect(good).toMatchObject({ status: 200, error: '' });
  expect(huge?.status).toBeLessThan(500);
  for (const [refId, { status, error, frames }] of Object.entries(bad)) {
    expect([refId, status, frames]).toEqual([refId, 400, []]);
    expect(error).not.toBe('');
    expect(error).not.toMatch(/\bat .*:\d+:\d+/);
  }
});

it('answers two hundred callers at once', async () => {
  const answers = await Promise.all(Array.from({ length: 200 }, () => ask({ A: { kind: 'rfm_segments' } })));
  expect(answers.map(({ responses }) => responses.A?.status)).toEqual(answers.map(() => 200));
});

it('goes on when callers give up half-way', async () => {
  const query = { refId: 'A', json: Buffer.from('{"kind":"customers"}'), timeRange: RANGE };
  const request = { queries: [query], pluginContext: contextOf('Admin') };
  const calls = Array.from({ length: 20 }, (_, i) =>
    plugin.call('pluginv2.Data', 'QueryData', request, AbortSignal.timeout(i)),
  );
  await Promise.allSettled(calls);
  expect((await ask({ A: { kind: 'kpis' } })).responses.A?.status).toBe(200);
});

it('gives its figures in the form that Prometheus reads', async () => {
  await ask({ A: { kind: 'kpis' }, B: { kind: 'forecast_shortfall' } });
  const { metrics } = await plugin.call<CollectMetricsResponse>('pluginv2.Diagnostics', 'CollectMetrics');
  const lines = Buffer.from(metrics.prometheus).toString().split('\n').filter(Boolean);
  for (const line of lines) expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{.*\})? (NaN|[+-]?(Inf|[\d.e+-]+)))$/);
  expect(lines).toContainEqual(expect.stringMatching(/^churnwatch_queries_total\{kind="kpis",status="200"\} [1-9]/));
  expect(lines).toContainEqual(expect.stringMatching(/^churnwatch_forecast_series_total\{outcome="done"\} [1-9]/));
});

it('answers resource calls, and refuses paths that lead nowhere', async () => {
  const status = await resource('status');
  expect([status.code, JSON.parse(status.body)]).toEqual([200, expect.objectContaining({ state: 'ready' })]);
  for (const path of ['nothing', '../../etc/passwd', '%2e%2e/', '//x', 'status/../../secret']) {
    expect((await resource(path)).code).toBe(404);
  }
});

it('finds no live channel that is not there, and takes nothing into any', async () => {
  const request = { path: 'anything', pluginContext: contextOf('Viewer') };
  const answered = async (method: string): Promise<number | undefined> =>
    (await plugin.call<StreamResponse>('pluginv2.Stream', method, request)).status;
  // Of the protocol: 1 is not found, 2 is permission denied.
  expect(await answered('SubscribeStream')).toBe(1);
  expect(await answered('PublishStream')).toBe(2);
  await expect(plugin.collect('pluginv2.Stream', 'RunStream', request)).rejects.toMatchObject({ code: 5 });
});

it('has written nothing to stdout but its handshake', () => {
  expect(plugin.stdout()).toEqual([plugin.handshake]);
});
