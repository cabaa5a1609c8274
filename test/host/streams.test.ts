import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AlertRow } from '../../backend/src/contract';
import type { CallResourceResponse, StreamPacket, StreamResponse } from '../../backend/src/grafana/protocol/wire';
import { trainedSample } from '../shared/trained-shop';
import { pluginExecutable } from './executable';
import { startPlugin, type PluginProcess } from './plugin-process';

/** A data frame in JSON, as live channels carry it. */
interface LiveFrame {
  schema: { name: string; fields: { name: string }[] };
  data: { values: unknown[][] };
}

const folder = mkdtempSync(join(tmpdir(), 'churnwatch-streams-'));
const OK = 0;
const NOT_FOUND = 1;
const PERMISSION_DENIED = 2;

let plugin: PluginProcess;
let warning: AlertRow;

beforeAll(async () => {
  cpSync(await trainedSample(), folder, { recursive: true });
  plugin = await startPlugin(pluginExecutable());
  warning = await firstWarning();
}, 240_000);

afterAll(async () => {
  await plugin?.kill();
  rmSync(folder, { recursive: true, force: true });
});

const contextOf = (role: string) => ({
  orgId: 1,
  pluginId: 'churnwatch-warehouse-datasource',
  user: { login: role.toLowerCase(), name: '', email: '', role },
  dataSourceInstanceSettings: {
    uid: 'streams',
    name: 'Churnwatch',
    jsonData: Buffer.from(JSON.stringify({ warehouseFolder: folder })),
  },
});

async function resource(role: string, method: string, path: string, body?: object) {
  const request = {
    pluginContext: contextOf(role),
    method,
    path: path.split('?')[0],
    url: path,
    headers: { 'content-type': { values: ['application/json'] } },
    body: body ? Buffer.from(JSON.stringify(body)) : new Uint8Array(),
  };
  const [answer] = await plugin.collect<CallResourceResponse>('pluginv2.Resource', 'CallResource', request);
  return { code: answer!.code, body: JSON.parse(Buffer.from(answer!.body).toString()) as unknown };
}

/** Everyone is compared once the model is read: until then there are no warnings. */
async function firstWarning(): Promise<AlertRow> {
  for (let tries = 0; tries < 400; tries++) {
    const { code, body } = await resource('Admin', 'GET', 'alerts?limit=1');
    const [first] = code === 200 ? (body as { alerts: AlertRow[] }).alerts : [];
    if (first) return first;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('the sample made no early warning');
}

const call = (method: string, path: string, role = 'Viewer') =>
  plugin.call<StreamResponse>('pluginv2.Stream', method, { path, pluginContext: contextOf(role) });
const run = (path: string, count: number, role = 'Viewer') =>
  plugin.collect<StreamPacket>('pluginv2.Stream', 'RunStream', { path, pluginContext: contextOf(role) }, count);

const frameIn = (data: Uint8Array): LiveFrame => JSON.parse(Buffer.from(data).toString()) as LiveFrame;
const column = ({ schema, data }: LiveFrame, name: string): unknown[] =>
  data.values[schema.fields.findIndex((field) => field.name === name)] ?? [];

/** Adds notes to a warning, one after the other, until somebody has heard of one. */
async function noteUntil(heard: Promise<unknown>): Promise<void> {
  let isHeard = false;
  void heard.finally(() => (isHeard = true)).catch(() => undefined);
  for (let count = 1; !isHeard && count < 100; count++) {
    const { code } = await resource('Editor', 'PATCH', `alerts/${warning.id}`, { note: `Note ${count}.` });
    expect(code).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

it.each(['Viewer', 'Admin'])('begins with the latest for a caller of the role %s, with ids shortened', async (role) => {
  const { status, data } = await call('SubscribeStream', 'alerts', role);
  expect(status).toBe(OK);
  const ids = column(frameIn(data), 'customer_id');
  expect(ids.length).toBeGreaterThan(0);
  for (const id of ids) expect(id).toMatch(/^.{8}…$/);
});

it('tells what is done about a warning, after a first packet without rows', async () => {
  const packets = run('alerts', 2);
  await noteUntil(packets);
  const [first, news] = (await packets).map(({ data }) => frameIn(data));
  expect(column(first!, 'id')).toEqual([]);
  expect(column(news!, 'id')).toContain(warning.id);
  expect(column(news!, 'change')).toContain('updated');
  expect(column(news!, 'customer_id')).toContain(`${warning.customer_id?.slice(0, 8)}…`);
});

it('tells nothing of others on a narrowed channel', async () => {
  const [narrowed, all] = [run('alerts/warning_state/false_alarm', 2), run('alerts', 2)];
  await noteUntil(all);
  const { code } = await resource('Editor', 'PATCH', `alerts/${warning.id}`, { state: 'false_alarm' });
  expect(code).toBe(200);
  const [, news] = (await narrowed).map(({ data }) => frameIn(data));
  expect(column(news!, 'warning_state')).toEqual(['false_alarm']);
});

it('has a channel of predictions', async () => {
  expect((await call('SubscribeStream', 'predictions/band/high')).status).toBe(OK);
  expect(column(frameIn((await run('predictions', 1))[0]!.data), 'customer_id')).toEqual([]);
});

it.each(['nothing', 'alerts/city/sp', 'alerts/../predictions'])('has no channel %j, and says so', async (path) => {
  expect((await call('SubscribeStream', path)).status).toBe(NOT_FOUND);
  await expect(run(path, 1)).rejects.toMatchObject({ code: 5, details: expect.stringContaining(path) });
});

it('lets nobody publish, whatever the role', async () => {
  for (const role of ['Viewer', 'Editor', 'Admin']) {
    expect((await call('PublishStream', 'alerts', role)).status).toBe(PERMISSION_DENIED);
  }
});

it('keeps serving others when followers leave in the middle', async () => {
  await Promise.all(Array.from({ length: 20 }, () => run('alerts', 1)));
  const packets = run('alerts', 2);
  await noteUntil(packets);
  expect(await packets).toHaveLength(2);
});

it('goes on after the process was killed and started again, as Grafana does it', async () => {
  const broken = run('alerts', 9);
  await noteUntil(run('alerts', 2));
  const failed = expect(broken).rejects.toMatchObject({ code: 14 });
  plugin.child.kill('SIGKILL');
  await failed;
  await plugin.kill();
  plugin = await startPlugin(pluginExecutable());
  // Asked for before the events are open, as Grafana does.
  const packets = run('alerts', 2);
  await firstWarning();
  await noteUntil(packets);
  expect(column(frameIn((await packets)[1]!.data), 'id')).toContain(warning.id);
}, 60_000);
