import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RecordBatchReader, Type, type Field } from 'apache-arrow';
import type {
  CheckHealthResponse,
  CollectMetricsResponse,
  QueryDataResponse,
} from '../../backend/src/grafana/protocol/wire';
import { pluginExecutable } from '../host/executable';
import { startPlugin, type PluginProcess } from '../host/plugin-process';
import { trainedSample } from '../shared/trained-shop';
import type { Labels, Value } from './expressions/values';
import { isQuery, type Rule } from './rules';

/** What Grafana sends with a rule's queries unless they say otherwise. */
const RULE_DEFAULTS = { maxDataPoints: 43_200, intervalMS: 1_000 };

/** A receiver that is never told anything, for what is said of receivers. */
const WEBHOOKS = `version: 1
receivers:
  - { name: crm, url: 'http://127.0.0.1:9/', allowPrivate: true, secretKey: crm, events: [warning.updated] }
`;

/** The real executable over the generated sample, asked as Grafana asks for an alert rule: about now. */
export class AlertBackend {
  private readonly folder = mkdtempSync(join(tmpdir(), 'churnwatch-alerting-'));

  private constructor(private readonly plugin: PluginProcess) {}

  /** Started over a copy of the sample, which is scored already. */
  static async start(): Promise<AlertBackend> {
    const sample = await trainedSample();
    const backend = new AlertBackend(await startPlugin(pluginExecutable()));
    cpSync(sample, backend.folder, { recursive: true });
    writeFileSync(backend.webhooksFile, WEBHOOKS);
    await backend.scored();
    return backend;
  }

  async stop(): Promise<void> {
    await this.plugin.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The answers to the queries of a rule, by refId. @throws Error for what Grafana would call an error */
  async answers({ data }: Rule): Promise<Map<string, Value[]>> {
    const now = Date.now();
    const queries = data.filter(isQuery).map(({ refId, relativeTimeRange = { from: 0, to: 0 }, model }) => ({
      refId,
      ...RULE_DEFAULTS,
      timeRange: {
        fromEpochMS: now - relativeTimeRange.from * 1_000,
        toEpochMS: now - relativeTimeRange.to * 1_000,
      },
      json: Buffer.from(JSON.stringify(model)),
    }));
    const { responses } = await this.plugin.call<QueryDataResponse>('pluginv2.Data', 'QueryData', {
      queries,
      pluginContext: this.context(),
    });
    return new Map(
      Object.entries(responses).map(([refId, { error, frames }]) => {
        if (error) throw new Error(`${refId}: ${error}`);
        return [refId, frames.flatMap((frame) => valuesIn(frame))];
      }),
    );
  }

  /** What Prometheus would scrape. */
  async metrics(): Promise<string> {
    const { metrics } = await this.plugin.call<CollectMetricsResponse>('pluginv2.Diagnostics', 'CollectMetrics', {
      pluginContext: this.context(),
    });
    return Buffer.from(metrics?.prometheus ?? []).toString();
  }

  /** The model is read; health waits a little for it each time. */
  private async scored(): Promise<void> {
    for (let tries = 0; tries < 200; tries++) {
      const { message } = await this.plugin.call<CheckHealthResponse>('pluginv2.Diagnostics', 'CheckHealth', {
        pluginContext: this.context(),
      });
      if (/^(?!.*being trained).*Churn model churn-/.test(message)) return;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    throw new Error('no churn model was trained on the sample');
  }

  private get webhooksFile(): string {
    return join(this.folder, 'webhooks.yaml');
  }

  private context(): object {
    const jsonData = { warehouseFolder: this.folder, webhooksFile: this.webhooksFile };
    return {
      orgId: 1,
      pluginId: 'churnwatch-warehouse-datasource',
      user: { login: 'grafana_scheduler', name: '', email: '', role: 'Admin' },
      dataSourceInstanceSettings: {
        uid: 'churnwatch',
        name: 'Churnwatch',
        jsonData: Buffer.from(JSON.stringify(jsonData)),
        decryptedSecureJsonData: { crm: 'a secret that nobody needs' },
      },
    };
  }
}

/**
 * The numbers or series of a frame, as Grafana's expressions read its data-plane type (grafana.com/developers/dataplane).
 *
 * @throws Error for a frame of another type, and for two numbers that no label tells apart
 */
function valuesIn(bytes: Uint8Array): Value[] {
  const reader = RecordBatchReader.from(bytes).open();
  const { type } = JSON.parse(reader.schema.metadata.get('meta') ?? '{}') as { type?: string };
  const { fields } = reader.schema;
  if (fields.length === 0) return [];
  const [batch] = [...reader];
  const cells = (field: Field): unknown[] => {
    const column = batch?.getChildAt(fields.indexOf(field));
    return Array.from({ length: column?.length ?? 0 }, (_, row): unknown => column?.get(row));
  };
  const measures = fields.filter(({ type: { typeId } }) => typeId === Type.Float);
  if (type === 'numeric-long') return longNumbers(fields, cells);
  if (type === 'timeseries-wide') {
    return unique(measures.map((field) => ({ labels: labelsOf(field), points: cells(field).map(numberOrNull) })));
  }
  if (type !== 'numeric-wide') throw new Error(`expressions cannot read a frame of type ${type ?? 'unknown'}`);
  return unique(measures.map((field) => ({ labels: labelsOf(field), value: numberOrNull(cells(field)[0]) })));
}

function longNumbers(fields: readonly Field[], cells: (field: Field) => unknown[]): Value[] {
  const texts = fields
    .filter(({ type }) => type.typeId === Type.Utf8)
    .map((field) => [field.name, cells(field)] as const);
  const [measure, ...more] = fields.filter(({ type }) => type.typeId === Type.Float);
  if (!measure || more.length > 0) throw new Error('expressions take one column of numbers');
  return unique(
    cells(measure).map((value, row) => ({
      labels: Object.fromEntries(texts.map(([name, column]) => [name, String(column[row] ?? '')])),
      value: numberOrNull(value),
    })),
  );
}

function unique(values: Value[]): Value[] {
  const names = values.map(({ labels }) => JSON.stringify(Object.entries(labels).sort()));
  if (new Set(names).size < names.length) throw new Error('two numbers have the same labels');
  return values;
}

const labelsOf = (field: Field): Labels => JSON.parse(field.metadata.get('labels') ?? '{}') as Labels;
const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);
