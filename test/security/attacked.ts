import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import type {
  CallResourceResponse,
  CheckHealthResponse,
  QueryDataResponse,
} from '../../backend/src/grafana/protocol/wire';
import { pluginExecutable } from '../host/executable';
import { startPlugin, type PluginProcess } from '../host/plugin-process';
import { trainedSample } from '../shared/trained-shop';

/** Who asks: a role of Grafana's, or nobody, as for alert rules. */
export type Caller = 'Viewer' | 'Editor' | 'Admin' | 'None' | 'alert';

export interface Settings {
  sqlMode?: 'off' | 'editors' | 'everybody';
  sqlLimits?: object;
  maskCustomerIds?: string;
}

export interface AskedAs {
  caller?: Caller;
  login?: string;
  settings?: Settings;
  range?: { fromEpochMS: number; toEpochMS: number };
  intervalMS?: number;
  signal?: AbortSignal;
}

export interface Answered {
  status: number;
  error: string;
  /** A row object per row of the first frame; times as bigint or number, whatever Arrow gives. */
  rows: Record<string, unknown>[];
}

export interface ResourceCall {
  path: string;
  url?: string;
  method?: string;
  body?: string;
  headers?: Record<string, { values: string[] }>;
  caller?: Caller;
  settings?: Settings;
}

/** For `beforeAll`: the first to start builds the sample and trains its model, which takes long where others compute. */
export const START_MS = 300_000;

const RANGE = { fromEpochMS: Date.UTC(2017, 0, 1), toEpochMS: Date.UTC(2018, 7, 1) };
const EVERYBODY: Settings = { sqlMode: 'everybody' };

/** The plugin as Grafana starts it, over a warehouse of the sample. */
export class Attacked {
  private constructor(
    readonly plugin: PluginProcess,
    readonly folder: string,
  ) {}

  /** The model is waited for, so that opening it keeps no test from its time. */
  static async start(): Promise<Attacked> {
    const trained = await trainedSample();
    const folder = mkdtempSync(join(tmpdir(), 'churnwatch-security-'));
    cpSync(trained, folder, { recursive: true, preserveTimestamps: true });
    const shop = new Attacked(await startPlugin(pluginExecutable()), folder);
    await shop.served();
    return shop;
  }

  /** Settles once the warehouse and its model are served with these settings, which have an instance of their own. */
  async served(settings?: Settings): Promise<void> {
    for (let tries = 0; tries < 280; tries++) {
      const { message } = await this.health(settings);
      if (/Generated sample data.*Churn model \S+ for/.test(message)) return;
    }
    throw new Error('the sample was not built');
  }

  async stop(): Promise<void> {
    await this.plugin.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  health(settings?: Settings): Promise<CheckHealthResponse> {
    const pluginContext = this.contextOf('Admin', settings);
    return this.plugin.call('pluginv2.Diagnostics', 'CheckHealth', { pluginContext });
  }

  /** Each query's answer, by the position of its model; texts go as they are. */
  async ask(models: readonly (object | string)[], asked: AskedAs = {}): Promise<Answered[]> {
    const { caller = 'Viewer', login, settings, range = RANGE, intervalMS = 86_400_000, signal } = asked;
    const queries = models.map((model, index) => ({
      refId: `Q${index}`,
      maxDataPoints: 800,
      intervalMS,
      timeRange: range,
      json: Buffer.from(typeof model === 'string' ? model : JSON.stringify(model)),
    }));
    const request = { queries, pluginContext: this.contextOf(caller, settings, login) };
    const { responses } = await this.plugin.call<QueryDataResponse>('pluginv2.Data', 'QueryData', request, signal);
    return models.map((_, index) => {
      const { status, error, frames } = responses[`Q${index}`]!;
      return { status, error, rows: frames.length > 0 ? rowsOf(frames[0]!) : [] };
    });
  }

  async sql(rawSql: string, asked: AskedAs = {}): Promise<Answered> {
    return (await this.ask([{ kind: 'sql', rawSql }], asked))[0]!;
  }

  async resource(call: ResourceCall) {
    const { caller = 'Viewer', settings, body = '', ...request } = call;
    const pluginContext = this.contextOf(caller, settings);
    const asked = { url: call.path, method: 'GET', ...request, body: Buffer.from(body), pluginContext };
    const [part] = await this.plugin.collect<CallResourceResponse>('pluginv2.Resource', 'CallResource', asked);
    return { code: part!.code, body: Buffer.from(part!.body).toString() };
  }

  /**
   * Digests of all files of the warehouse, by their names. Spilled ones come and go; the service itself notes refused
   * writes in the audit log, and where everyone's risk stands in the store of events.
   */
  digests(): Record<string, string> {
    const names = readdirSync(this.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(this.folder, join(entry.parentPath, entry.name)))
      .filter((name) => !/^(tmp|audit|events|scores)[\\/]/.test(name));
    return Object.fromEntries(
      names.sort().map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(this.folder, name)))
          .digest('hex'),
      ]),
    );
  }

  private contextOf(caller: Caller, settings: Settings = EVERYBODY, login = caller.toLowerCase()) {
    const jsonData = { warehouseFolder: this.folder, ...settings };
    const uid = createHash('sha256').update(JSON.stringify(jsonData)).digest('hex').slice(0, 8);
    return {
      orgId: 1,
      pluginId: 'churnwatch-warehouse-datasource',
      ...(caller === 'alert' ? {} : { user: { login, name: '', email: '', role: caller === 'None' ? '' : caller } }),
      dataSourceInstanceSettings: { uid, name: 'Churnwatch', jsonData: Buffer.from(JSON.stringify(jsonData)) },
    };
  }
}

const rowsOf = (frame: Uint8Array): Record<string, unknown>[] =>
  tableFromIPC(frame)
    .toArray()
    .map((row) => (row as { toJSON(): Record<string, unknown> }).toJSON());

/** What no answer may hold: a line of a stack, a path of the server, a whole id of a customer. */
export function leaksOf(text: string, folder: string): string[] {
  const leaks = [/\n\s*at \S/, /\(\S+:\d+:\d+\)/, /node_modules/, /\/(?:tmp|root|home|usr|var)\//, /\b[0-9a-f]{32}\b/];
  return [...leaks.flatMap((leak) => leak.exec(text)?.[0] ?? []), ...(text.includes(folder) ? [folder] : [])];
}
