import { DEFAULT_SETTINGS } from '../../contract';
import { standAloneAccess } from '../../http/access/stand-alone';
import { createApp } from '../../http/app';
import { Metrics } from '../../http/metrics';
import { addPages } from '../../http/pages';
import { version } from '../../version';
import { messageOf, WarehouseError } from '../../warehouse';
import { dashboardFolder } from '../dashboards/find';
import { processForecaster } from '../process-forecaster';
import { serveWarehouse, type ServedWarehouse } from '../served-warehouse';
import { builtFrom, findData, fromInvocation, warehouseFolderFor } from '../shop-folder';
import { ensureViewer, viewerFolder } from '../viewer';
import type { ReportFlags } from './command';

/** What a report is made from: the warehouse with its model, and the pages over it on a port of this machine. */
export interface ReportServer {
  served: ServedWarehouse;
  /** Starts to listen. @returns the address of a dashboard's report */
  addressOf(uid: string): Promise<string>;
  close(): Promise<void>;
}

/**
 * Opens the warehouse, building and training what is missing.
 *
 * @throws WarehouseError when there is none and none can be built
 */
export async function reportServer(flags: ReportFlags): Promise<ReportServer> {
  const named = flags.warehouse === undefined ? undefined : fromInvocation(flags.warehouse);
  const known = flags.data === undefined && named !== undefined ? await builtFrom(named) : undefined;
  const data = known ?? findData(flags.data);
  let closing = false;
  const onFault = (message: string, error: unknown): void => {
    // What is asked ahead of need fails when all is closed, and nobody waits for it.
    if (!closing) process.stderr.write(`${message}: ${messageOf(error)}\n`);
  };
  const forecaster = processForecaster();
  const served = serveWarehouse({
    data: () => data,
    out: named ?? warehouseFolderFor(data),
    settings: DEFAULT_SETTINGS,
    forecaster,
    metrics: () => undefined,
    onFault,
  });
  const close = async (): Promise<void> => {
    closing = true;
    await served.close();
    await forecaster.close();
  };
  await served.modelSettled();
  const { generation, error = '' } = served.status();
  if (!generation) {
    await close();
    throw new WarehouseError('bad_input', 'There is nothing to report: the warehouse could not be built.', error);
  }
  const hosts = { own: [], visitors: [], anyAddress: false };
  const access = standAloneAccess({ hosts, secure: false, behindProxy: false, origins: [], onFault });
  const app = createApp({
    served,
    version,
    ...access,
    callerOf: () => ({ role: flags.ids === 'full' ? 'Admin' : 'Viewer', name: 'report' }),
    onFault,
  });
  return {
    served,
    addressOf: async (uid) => {
      await ensureViewer();
      await addPages(app, {
        served,
        dashboardFolder,
        viewerFolder,
        metrics: new Metrics(() => new Map()),
        isUser: () => true,
      });
      return `${await app.listen({ host: '127.0.0.1', port: 0 })}/embed/${encodeURIComponent(uid)}?${searchOf(flags)}`;
    },
    close: async () => {
      closing = true;
      await app.close();
      await close();
    },
  };
}

/** The query string of the report's page, in the words of any dashboard's address. */
export function searchOf({ from, to, var: variables, theme, lang }: ReportFlags): string {
  const search = new URLSearchParams({ report: '1', theme, lang });
  if (from !== undefined) search.set('from', from);
  if (to !== undefined) search.set('to', to);
  for (const [name, values] of Object.entries(variables)) {
    for (const value of values) search.append(`var-${name}`, value);
  }
  return search.toString();
}
