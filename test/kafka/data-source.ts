import type { WarehouseStatus } from '../../backend/src/contract';
import type {
  CallResourceResponse,
  CheckHealthResponse,
  CollectMetricsResponse,
} from '../../backend/src/grafana/protocol/wire';
import { pluginExecutable } from '../host/executable';
import { startPlugin, type PluginProcess } from '../host/plugin-process';

export interface DataSourceSettings {
  jsonData: object;
  secureJsonData: Readonly<Record<string, string>>;
}

/** The plugin's executable as Grafana starts it, and a data source that Grafana tells it of with each request. */
export class DataSource {
  private constructor(
    private readonly plugin: PluginProcess,
    private readonly settings: DataSourceSettings,
  ) {}

  static async start(settings: DataSourceSettings): Promise<DataSource> {
    return new DataSource(await startPlugin(pluginExecutable()), settings);
  }

  /** What "Save & test" says. */
  health(): Promise<CheckHealthResponse> {
    return this.plugin.call('pluginv2.Diagnostics', 'CheckHealth', { pluginContext: this.context });
  }

  /** Settles once the status is so. */
  async until(isSo: (status: WarehouseStatus) => boolean): Promise<WarehouseStatus> {
    for (;;) {
      const status = await this.status();
      if (isSo(status)) return status;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async metrics(): Promise<string> {
    const { metrics } = await this.plugin.call<CollectMetricsResponse>('pluginv2.Diagnostics', 'CollectMetrics');
    return Buffer.from(metrics.prometheus).toString();
  }

  close(): Promise<void> {
    return this.plugin.kill();
  }

  private async status(): Promise<WarehouseStatus> {
    const asked = { path: 'status', url: 'status', method: 'GET', pluginContext: this.context };
    const [part] = await this.plugin.collect<CallResourceResponse>('pluginv2.Resource', 'CallResource', asked);
    return JSON.parse(Buffer.from(part!.body).toString()) as WarehouseStatus;
  }

  private get context(): object {
    const { jsonData, secureJsonData } = this.settings;
    return {
      orgId: 1,
      pluginId: 'churnwatch-warehouse-datasource',
      user: { login: 'admin', name: '', email: '', role: 'Admin' },
      dataSourceInstanceSettings: {
        uid: 'kafka',
        name: 'Churnwatch',
        jsonData: Buffer.from(JSON.stringify(jsonData)),
        decryptedSecureJsonData: secureJsonData,
      },
    };
  }
}
