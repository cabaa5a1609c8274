import type { FastifyRequest } from 'fastify';
import { Command, InvalidArgumentError, Option } from 'commander';
import { DEFAULT_SETTINGS, type KafkaSettings } from '../contract';
import { standAloneAccess } from '../http/access/stand-alone';
import { createApp } from '../http/app';
import { Metrics } from '../http/metrics';
import { addPages, type EmbedOptions } from '../http/pages';
import { version } from '../version';
import { messageOf, WarehouseError } from '../warehouse';
import { listOption, withAccessFlags, type AccessFlags } from './access/flags';
import { resolveAccess, type ResolvedAccess } from './access/resolve';
import { httpsFactory } from './access/tls';
import { dashboardFolder } from './dashboards/find';
import { kafkaIn, PASSWORD_VARIABLE, withKafkaFlags, type KafkaFlags } from './kafka/flags';
import { embedOptions } from './links/embed-options';
import { listenNear } from './listen';
import { processForecaster } from './process-forecaster';
import { progressReport } from './progress';
import { serveWarehouse, type ServedWarehouse } from './served-warehouse';
import { builtFrom, findData, fromInvocation, warehouseFolderFor } from './shop-folder';
import { ensureViewer, viewerFolder } from './viewer';

const DEFAULT_PORT = 4680;

interface StartFlags extends AccessFlags, KafkaFlags {
  data?: string;
  out?: string;
  port: number;
  grafana?: string;
  embedOrigin: string[];
  embedHost: string[];
  secretFile?: string;
  webhooksFile?: string;
}

/** `churnwatch start` (and `npm start`): builds what is missing and serves the dashboards on this machine. */
export function startCommand(): Command {
  return withKafkaFlags(withAccessFlags(new Command('start')))
    .description('Build what is missing and show the dashboards in a browser on this machine')
    .option('--data <dir>', 'folder with the shop’s CSV files (default: data/olist, else the generated sample)')
    .option('--out <dir>', 'folder for the warehouse (default: .churnwatch in the checkout)')
    .option('--port <n>', 'port; on 127.0.0.1 the next free one is taken when it is busy', portNumber, DEFAULT_PORT)
    .option('--grafana <homepath>', 'run this Grafana installation with Churnwatch in it instead of the viewer')
    .addOption(listOption('--embed-origin <origin>', 'origin of pages that may embed ours'))
    .addOption(listOption('--embed-host <name>', 'name by which visitors with links come'))
    .option('--secret-file <file>', 'file with the secret of signed links (default: .churnwatch/link-secret)')
    .addOption(
      new Option('--webhooks-file <file>', 'YAML file with the addresses that early warnings are sent to').env(
        'CHURNWATCH_WEBHOOKS_FILE',
      ),
    )
    .action(runStart);
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
  const embed = embedOptions(flags);
  const kafka = kafkaIn(flags, fromInvocation('.'));
  const access = await resolveAccess(flags, embed.hosts, onFault);
  const webhooksFile = flags.webhooksFile ? fromInvocation(flags.webhooksFile) : undefined;
  await startViewer({ port: flags.port, data, out, embed, access, kafka, webhooksFile });
}

interface ViewerOptions {
  port: number;
  data: string | undefined;
  out: string;
  embed: EmbedOptions;
  access: ResolvedAccess;
  kafka: KafkaSettings | undefined;
  webhooksFile: string | undefined;
}

async function startViewer({ port, data, out, embed, access, kafka, webhooksFile }: ViewerOptions): Promise<void> {
  say(data === undefined ? 'No shop data given: showing generated sample data.' : `Shop data: ${data}`);
  const metrics = new Metrics(() => new Map([['warehouse', served]]));
  const forecaster = processForecaster(() => metrics);
  const served = serveWarehouse({
    data: () => data,
    out,
    settings: { ...DEFAULT_SETTINGS, kafka, webhooksFile },
    kafkaPassword: process.env[PASSWORD_VARIABLE],
    forecaster,
    metrics: () => metrics,
    takesEvents: true,
    onFault,
    onEvent: (event, detail) => {
      if (event === 'failed' && served.status().generation) complain(detail);
      if (event === 'training') say('Training the churn model; scores appear when it is done.');
      if (event === 'trained') say('The churn model serves.');
      if (event === 'training failed' || event === 'model refused') complain(detail);
      if (event === 'kafka reading') say(`Reading events from Kafka: ${detail}.`);
      if (event === 'kafka interrupted' || event === 'kafka reset') complain(`Kafka: ${detail}`);
    },
  });
  const guarded = standAloneAccess({ ...access, audit: served.audit, onFault });
  const serverFactory = access.certificate && httpsFactory(access.certificate);
  const live = { source: () => served.live(), settings: served.settings, access: guarded };
  const app = createApp({ served, version, onFault, serverFactory, ...guarded, live });
  metrics.watch(app);
  const settled = showProgress(served);
  await ensureViewer();
  const isUser = (request: FastifyRequest): boolean => guarded.callerIfAny(request) !== undefined;
  await addPages(app, { served, dashboardFolder, viewerFolder, metrics, embed, isUser });
  // Before there is data: a first build takes a while, and the page shows how far it is.
  const address = await listenNear(app, port, access.host);
  const shown = access.certificate ? address.replace(/^http:/, 'https:') : address;
  if (!served.status().generation) say(`Preparing the data: ${shown} shows how far it is, and then the dashboards.`);
  await settled;
  const { generation, error } = served.status();
  if (!generation) {
    await app.close();
    await served.close();
    throw new WarehouseError('bad_input', 'There is nothing to show: the warehouse could not be built.', error ?? '');
  }
  say(`Churnwatch is at ${shown}  (Ctrl+C ends it)`);
  if (access.signIn) say('It asks who you are: sign in with a token.');
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
const onFault = (message: string, error: unknown): void => complain(`${message}: ${messageOf(error)}`);
