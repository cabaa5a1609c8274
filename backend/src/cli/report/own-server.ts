import { DEFAULT_SETTINGS, languageNamedIn } from '../../contract';
import { standAloneAccess } from '../../http/access/stand-alone';
import { createApp } from '../../http/app';
import { Metrics } from '../../http/metrics';
import { addPages } from '../../http/pages';
import { version } from '../../version';
import { messageOf, WarehouseError } from '../../warehouse';
import { dashboardFolder } from '../dashboards/find';
import { processForecaster } from '../process-forecaster';
import type { Served } from '../../http/served';
import { serveWarehouse } from '../served-warehouse';
import { builtFrom, findData, fromInvocation, warehouseFolderFor } from '../shop-folder';
import { ensureViewer, viewerFolder } from '../viewer';
import type { ReportFlags } from './flags';
import { keptWarnings, type KeptWarnings } from './kept-warnings';
import { patientForecaster } from './patience';
import { kindIn, noAnswer, pageOf, type ReportServer } from './server';

/**
 * Opens the warehouse, building and training what is missing.
 *
 * @throws WarehouseError when there is none and none can be built
 */
export async function ownServer(flags: ReportFlags): Promise<ReportServer> {
  const named = flags.warehouse === undefined ? undefined : fromInvocation(flags.warehouse);
  const known = flags.data === undefined && named !== undefined ? await builtFrom(named) : undefined;
  const data = known ?? findData(flags.data);
  let closing = false;
  const onFault = (message: string, error: unknown): void => {
    // What is asked ahead of need fails when all is closed, and nobody waits for it.
    if (!closing) process.stderr.write(`${message}: ${messageOf(error)}\n`);
  };
  const out = named ?? warehouseFolderFor(data);
  const forecaster = patientForecaster(processForecaster(), flags.patience * 1_000);
  const warnings = await keptWarnings(out);
  const warehouse = serveWarehouse({
    data: () => data,
    out,
    settings: DEFAULT_SETTINGS,
    forecaster,
    metrics: () => undefined,
    preparesAhead: false,
    warnings: () => warnings.access,
    onFault,
  });
  const close = async (): Promise<void> => {
    closing = true;
    await warehouse.close();
    await forecaster.close();
    await warnings.close();
  };
  await warehouse.modelSettled();
  const { generation, error = '' } = warehouse.status();
  if (!generation) {
    await close();
    throw new WarehouseError('bad_input', 'There is nothing to report: the warehouse could not be built.', error);
  }
  const served = withoutUnread(warehouse, warnings);
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
      return pageOf(await app.listen({ host: '127.0.0.1', port: 0 }), uid, flags);
    },
    headers: {},
    close: async () => {
      closing = true;
      await app.close();
      await close();
    },
  };
}

/** Kinds of query that answer from early warnings. */
const OF_WARNINGS: readonly string[] = ['alerts', 'alert_stats'];

/** Says of early warnings that there are, but cannot be read, that they are missing: none and unknown are not the same. */
function withoutUnread<T extends Served>(served: T, { trouble }: KeptWarnings): T {
  if (trouble === undefined) return served;
  const answer: Served['answer'] = async (question, signal) =>
    OF_WARNINGS.includes(kindIn(question.model))
      ? noAnswer(question.model, 503, trouble[languageNamedIn(question.model)])
      : served.answer(question, signal);
  return { ...served, answer };
}
