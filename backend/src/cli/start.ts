import { Command, InvalidArgumentError, Option } from 'commander';
import { DEFAULT_SETTINGS } from '../contract';
import { createApp } from '../http/app';
import { Metrics } from '../http/metrics';
import { addPages, type EmbedOptions } from '../http/pages';
import { version } from '../version';
import { messageOf, WarehouseError } from '../warehouse';
import { dashboardFolder } from './dashboards/find';
import { embedOptions } from './links/embed-options';
import { listenNear } from './listen';
import { processForecaster } from './process-forecaster';
import { progressReport } from './progress';
import { serveWarehouse, type ServedWarehouse } from './served-warehouse';
import { builtFrom, findData, fromInvocation, warehouseFolderFor } from './shop-folder';
import { ensureViewer, viewerFolder } from './viewer';

const DEFAULT_PORT = 4680;

interface StartFlags {
  data?: string;
  out?: string;
  port: number;
  grafana?: string;
  embedOrigin: string[];
  embedHost: string[];
  secretFile?: string;
}

/** `churnwatch start` (and `npm start`): builds what is missing and serves the dashboards on this machine. */
export function startCommand(): Command {
  return new Command('start')
    .description('Build what is missing and show the dashboards in a browser on this machine')
    .option('--data <dir>', 'folder with the shop’s CSV files (default: data/olist, else the generated sample)')
    .option('--out <dir>', 'folder for the warehouse (default: .churnwatch in the checkout)')
    .option('--port <n>', 'port on 127.0.0.1; the next free one is taken when it is busy', portNumber, DEFAULT_PORT)
    .option('--grafana <homepath>', 'run this Grafana installation with Churnwatch in it instead of the viewer')
    .addOption(embedOption('--embed-origin <origin>', 'origin of pages that may embed ours', 'CHURNWATCH_EMBED_ORIGIN'))
    .addOption(embedOption('--embed-host <name>', 'name by which visitors with links come', 'CHURNWATCH_EMBED_HOST'))
    .option('--secret-file <file>', 'file with the secret of signed links (default: .churnwatch/link-secret)')
    .action(runStart);
}

/** An option that may be given several times, or with commas; the environment's variable stands in where it is absent. */
function embedOption(flags: string, help: string, variable: string): Option {
  const fallback = namesIn(process.env[variable] ?? '', []);
  return new Option(flags, `${help}; may be given several times (or ${variable})`).default(fallback).argParser(namesIn);
}

function namesIn(text: string, before: readonly string[]): string[] {
  return [...before, ...text.split(',').filter((one) => one.trim() !== '')];
}

function portNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value < 65_536 && text.trim() !== '') return value;
  throw new InvalidArgumentError('It must be a port number from 0 to 65535.');
}

async function runStart(flags: StartFlags): Promise<void> {
  const named = flags.out === undefined ? undefined : fromInvocation(flags.out);
  // Who names a warehouse alone wants to see what is in it.
  const known = flags.data === undefined && named !== undefined ? await builtFrom(named) : undefined;
  const data = known ?? findData(flags.data);
  const out = named ?? warehouseFolderFor(data);
  if (flags.grafana !== undefined) {
    const { startGrafana } = await import('./start-grafana');
    return startGrafana({
      homepath: fromInvocation(flags.grafana),
      data,
      out,
      port: flags.port,
    });
  }
  await startViewer(flags.port, data, out, embedOptions(flags));
}

async function startViewer(port: number, data: string | undefined, out: string, embed: EmbedOptions): Promise<void> {
  say(data === undefined ? 'No shop data given: showing generated sample data.' : `Shop data: ${data}`);
  const onFault = (message: string, error: unknown): void => complain(`${message}: ${messageOf(error)}`);
  const metrics = new Metrics(() => new Map([['warehouse', served]]));
  const forecaster = processForecaster(() => metrics);
  const served = serveWarehouse({
    data: () => data,
    out,
    settings: DEFAULT_SETTINGS,
    forecaster,
    metrics: () => metrics,
    onFault,
    onEvent: (event, detail) => {
      if (event === 'failed' && served.status().generation) complain(detail);
      if (event === 'training') say('Training the churn model; scores appear when it is done.');
      if (event === 'trained') say('The churn model serves.');
      if (event === 'training failed' || event === 'model refused') complain(detail);
    },
  });
  const app = createApp({
    served,
    version,
    // Whoever reaches the loopback interface has the files themselves.
    roleOf: () => 'Admin',
    onFault,
  });
  await Promise.all([ensureViewer(), showProgress(served)]);
  const { generation, error } = served.status();
  if (!generation) {
    await served.close();
    throw new WarehouseError('bad_input', 'There is nothing to show: the warehouse could not be built.', error ?? '');
  }
  await addPages(app, { served, dashboardFolder, viewerFolder, metrics, embed });
  const address = await listenNear(app, port);
  say(`Churnwatch is at ${address}  (Ctrl+C ends it)`);
  const stop = async (): Promise<void> => {
    await app.close();
    await served.close();
    await forecaster.close();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop()).once('SIGTERM', () => void stop());
}

/** Shows how a build comes along until the warehouse is ready or has failed. */
async function showProgress(served: ServedWarehouse): Promise<void> {
  const { report, end } = progressReport(process.stderr);
  const timer = setInterval(() => {
    const { progress } = served.status();
    if (progress) report(progress);
  }, 100);
  await served.settled();
  clearInterval(timer);
  end();
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const complain = (text: string): void => void process.stderr.write(`${text}\n`);
