import type { FastifyInstance } from 'fastify';
import { resolveSettings } from '../../contract';
import type { DataSourceInstance, PluginContext } from '../../grafana/handlers';
import { RequestError } from '../../grafana/rpc/errors';
import type { Forecaster } from '../../forecast/forecast';
import { createApp } from '../../http/app';
import type { Metrics } from '../../http/metrics';
import { version } from '../../version';
import { serveWarehouse, type ServedWarehouse } from '../served-warehouse';
import { callerIn } from './caller-headers';
import { dataFolder, warehouseFolder } from './folders';

export interface Log {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** What serves one data source with one state of its settings. */
export interface Instance {
  served: ServedWarehouse;
  app: FastifyInstance;
}

/** The instances of all data sources, made when first asked for and made anew when their settings change. */
export class Instances {
  private readonly known = new Map<string, { settings: string; instance: Instance }>();

  constructor(
    private readonly log: Log,
    private readonly metrics: () => Metrics | undefined,
    private readonly forecaster: Forecaster,
  ) {}

  /** @throws SettingsError when the data source's settings cannot be used */
  of({ orgId, dataSource }: PluginContext): Instance {
    if (!dataSource) throw new RequestError('The request names no data source.');
    const key = `${orgId}/${dataSource.uid}`;
    const settings = JSON.stringify([dataSource.jsonData ?? {}, dataSource.secureJsonData]);
    const known = this.known.get(key);
    if (known?.settings === settings) return known.instance;
    const instance = this.create(dataSource);
    this.known.set(key, { settings, instance });
    if (known) void close(known.instance);
    return instance;
  }

  /** What each data source serves, by organization and data source. */
  served(): Map<string, ServedWarehouse> {
    return new Map([...this.known].map(([key, { instance }]) => [key, instance.served]));
  }

  async close(): Promise<void> {
    await Promise.all([...this.known.values()].map(({ instance }) => close(instance)));
    this.known.clear();
  }

  private create(dataSource: DataSourceInstance): Instance {
    const { uid, jsonData } = dataSource;
    const settings = resolveSettings(jsonData);
    const onFault = (message: string, error: unknown): void =>
      this.log.error(message, {
        datasource: uid,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    const served = serveWarehouse({
      data: () => dataFolder(settings),
      out: warehouseFolder(settings, uid),
      settings,
      forecaster: this.forecaster,
      metrics: this.metrics,
      takesEvents: true,
      kafkaPassword: passwordOf(dataSource),
      secureSettings: dataSource.secureJsonData,
      onFault,
      onEvent: (event, detail) => tell(this.log, event, { datasource: uid, detail }),
    });
    const app = createApp({
      served,
      version,
      callerOf: ({ headers }) => callerIn(headers),
      onFault,
    });
    this.metrics()?.watch(app);
    return { served, app };
  }
}

async function close({ served, app }: Instance): Promise<void> {
  await app.close();
  await served.close();
}

/** Present once it was saved; Grafana sends it along with each request. */
const passwordOf = ({ secureJsonData }: DataSourceInstance): string | undefined => secureJsonData['kafkaPassword'];

function tell(log: Log, event: string, fields: Readonly<Record<string, string>>): void {
  if (event === 'failed') log.error('warehouse build failed', fields);
  else if (event.startsWith('kafka ')) log[KAFKA_TROUBLES.includes(event) ? 'error' : 'info'](event, fields);
  else log.info(`warehouse ${event}`, fields);
}

const KAFKA_TROUBLES = ['kafka interrupted', 'kafka reset'];
