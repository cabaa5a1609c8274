import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import type { CheckHealthResponse, QueryDataResponse } from '../../backend/src/grafana/protocol/wire';
import { filesIn, readJson } from '../files/repository';
import { trainedSample } from '../shared/trained-shop';
import { pluginExecutable } from './executable';
import { startPlugin, type PluginProcess } from './plugin-process';

interface Target {
  refId: string;
  kind: string;
  filters?: Record<string, string[]>;
}

interface Property {
  id: string;
  value: unknown;
}

interface Panel {
  id: number;
  title: string;
  targets?: Target[];
  fieldConfig?: { overrides: { matcher: { id: string; options: unknown }; properties: Property[] }[] };
  transformations?: { id: string; options: Record<string, Record<string, unknown>> }[];
  options: { sortBy?: { displayName: string }[]; xField?: string };
}

interface Dashboard {
  panels: Panel[];
}

const dashboards = filesIn('dashboards', '.json').map((path) => [path, readJson<Dashboard>(path)] as const);
const folder = mkdtempSync(join(tmpdir(), 'churnwatch-fields-'));
const pluginContext = {
  orgId: 1,
  pluginId: 'churnwatch-warehouse-datasource',
  user: { login: 'ann', name: '', email: '', role: 'Editor' },
  dataSourceInstanceSettings: {
    uid: 'fields',
    name: 'Churnwatch',
    jsonData: Buffer.from(JSON.stringify({ warehouseFolder: folder })),
  },
};

let plugin: PluginProcess;
let customer: string;

beforeAll(async () => {
  cpSync(await trainedSample(), folder, { recursive: true });
  plugin = await startPlugin(pluginExecutable());
  await scored();
  await warned();
  const { responses } = await ask([{ refId: 'A', kind: 'churn_scores' }]);
  customer = String(tableFromIPC(responses.A!.frames[0]!).get(0)!.toJSON().customer_id);
}, 240_000);

afterAll(async () => {
  await plugin.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** Everyone is compared with where they stood once the model is read: only then are there early warnings. */
async function warned(): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const { responses } = await ask([{ refId: 'A', kind: 'alerts', limit: 1 }]);
    if (tableFromIPC(responses.A!.frames[0]!).numRows > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('the sample made no early warning');
}

/** The model is read; health waits a little for it each time. */
async function scored(): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const { message } = await plugin.call<CheckHealthResponse>('pluginv2.Diagnostics', 'CheckHealth', {
      pluginContext,
    });
    if (/^(?!.*being trained).*Churn model churn-/.test(message)) return;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  throw new Error('no churn model was trained on the sample');
}

function ask(models: readonly object[]): Promise<QueryDataResponse> {
  const queries = models.map((model) => ({
    refId: (model as Target).refId,
    maxDataPoints: 800,
    intervalMS: 60_000,
    timeRange: { fromEpochMS: Date.UTC(2016, 8, 1), toEpochMS: Date.UTC(2018, 8, 5) },
    json: Buffer.from(JSON.stringify(model)),
  }));
  return plugin.call('pluginv2.Data', 'QueryData', { queries, pluginContext });
}

/** A query as the browser sends it where every variable stands for all. */
function sent({ filters, ...query }: Target): object {
  const kept = Object.entries(filters ?? {}).filter(([, values]) => !values.some((value) => value.startsWith('$')));
  const own = Object.entries(query).map(([key, value]) => [key, value === '$customer' ? customer : value]);
  return { ...Object.fromEntries(own), ...(filters ? { filters: Object.fromEntries(kept) } : {}) };
}

interface FieldConfig {
  displayName?: string;
  displayNameFromDS?: string;
}

/** Every name by which a field of the answers can be called. */
async function namesIn(targets: readonly Target[]): Promise<Set<string>> {
  const { responses } = await ask(targets.map(sent));
  const names = new Set<string>();
  for (const [refId, { status, error, frames }] of Object.entries(responses)) {
    expect([refId, status, error]).toEqual([refId, 200, '']);
    for (const frame of frames) {
      for (const field of tableFromIPC(frame).schema.fields) {
        const config = JSON.parse(field.metadata.get('config') ?? '{}') as FieldConfig;
        for (const name of [field.name, config.displayName, config.displayNameFromDS]) if (name) names.add(name);
      }
    }
  }
  return names;
}

/** The names of fields that a panel speaks of; those that its own overrides or renames give are known to it. */
function spokenOf({ fieldConfig, transformations = [], options }: Panel): { asked: string[]; given: string[] } {
  const overrides = fieldConfig?.overrides ?? [];
  const organized = transformations.filter(({ id }) => id === 'organize').map((one) => one.options);
  const keys = (part: string): string[] => organized.flatMap((one) => Object.keys(one[part] ?? {}));
  return {
    asked: [
      ...overrides.filter(({ matcher }) => matcher.id === 'byName').map(({ matcher }) => String(matcher.options)),
      ...['excludeByName', 'indexByName', 'renameByName'].flatMap(keys),
      ...(options.sortBy ?? []).map(({ displayName }) => displayName),
      ...(options.xField ? [options.xField] : []),
    ],
    given: [
      ...overrides.flatMap(({ properties }) =>
        properties.filter(({ id }) => id === 'displayName').map(({ value }) => String(value)),
      ),
      ...organized.flatMap((one) => Object.values(one.renameByName ?? {}).map(String)),
    ],
  };
}

describe.each(dashboards)('%s', (_path, { panels }) => {
  const asking = panels.filter(({ targets }) => targets && targets.length > 0);
  it.each(asking.map((panel) => [panel.title, panel] as const))(
    '%s: speaks of fields that there are',
    async (_title, panel) => {
      const names = await namesIn(panel.targets ?? []);
      expect(names.size).toBeGreaterThan(0);
      const { asked, given } = spokenOf(panel);
      expect(asked.filter((name) => !names.has(name) && !given.includes(name))).toEqual([]);
    },
  );
});
