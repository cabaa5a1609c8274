import { writeSync } from 'node:fs';
import type { Socket } from 'node:net';
import type { PluginHandlers } from '../handlers';
import { createLogger, type Logger } from '../log/logger';
import { LoadError } from '../rpc/errors';
import type { PluginServer } from '../server';
import { prepareEnding, type Ending } from './ending';
import { checkProtocol, handshakeLine, isStartedByGrafana, NOT_FOR_PEOPLE, shakeHands } from './handshake';
import { listenPrivately } from './private-socket';
import { keepOutputQuiet } from './quiet-output';
import { removeStaleSockets } from './stale-sockets';
import { StartError } from './start-error';
import { watchParent } from './watch-parent';

/**
 * Serves as a plugin of Grafana until Grafana ends it. Shakes hands first and only then loads what the answers need;
 * calls that come in between wait.
 * @param loadHandlers when it fails, the plugin keeps running and says why in its health check and to every query.
 */
export async function servePlugin(loadHandlers: (log: Logger) => Promise<PluginHandlers>): Promise<void> {
  if (!isStartedByGrafana(process.env)) {
    writeSync(2, NOT_FOR_PEOPLE);
    process.exitCode = 1;
    return;
  }
  const log = createLogger();
  try {
    await start(loadHandlers, log);
  } catch (error) {
    log.error(error instanceof StartError ? error.message : 'The plugin could not start', { error });
    process.exit(1);
  }
}

async function start(loadHandlers: (log: Logger) => Promise<PluginHandlers>, log: Logger): Promise<void> {
  checkProtocol(process.env);
  let ready = (_server: PluginServer): void => undefined;
  const server = new Promise<PluginServer>((resolve) => (ready = resolve));
  const socket = await listenPrivately(process.env, (connection) => handOver(connection, server));

  // Grafana may want the process to end as soon as it has read the handshake.
  const loading: { handlers?: Promise<PluginHandlers> } = {};
  const ending = prepareEnding(log, async () => (await loading.handlers)?.shutdown(), socket.remove);
  endOnSignals(ending, log);
  const lookForParent = watchParent(() => ending.end('Grafana is gone'));

  shakeHands(handshakeLine(socket.path));
  keepOutputQuiet(log);
  const handlers = (loading.handlers = load(loadHandlers, log));
  const { createPluginServer } = await import('../server');
  const events = { onShutdown: () => ending.end('Grafana asks for it'), onConnectionLost: lookForParent };
  ready(createPluginServer(handlers, events, log));
  await removeStaleSockets(socket.path).catch((error: unknown) =>
    log.debug('Folders of earlier runs could not be removed', { error }),
  );
}

function endOnSignals(ending: Ending, log: Logger): void {
  process.on('uncaughtException', (error) => ending.abort('The plugin has met an error that nobody handles', error));
  process.on('SIGTERM', () => ending.end('SIGTERM'));
  process.on('SIGHUP', () => ending.end('SIGHUP'));
  // Ctrl-C in a terminal reaches Grafana and its plugins alike; Grafana says when it is done with them.
  process.on('SIGINT', () => log.debug('SIGINT is left to Grafana'));
}

function handOver(connection: Socket, server: Promise<PluginServer>): void {
  // Until the server takes it over, a connection that breaks off has nobody else to notice.
  connection.on('error', () => undefined);
  void server.then((ready) => ready.serve(connection));
}

function load(loadHandlers: (log: Logger) => Promise<PluginHandlers>, log: Logger): Promise<PluginHandlers> {
  const handlers = loadHandlers(log).catch((error: unknown) => {
    log.error('The plugin could not be loaded', { error });
    throw new LoadError(`The plugin could not be loaded: ${error instanceof Error ? error.message : error}`);
  });
  // Each call awaits it; before the first one, a failure would count as an unhandled rejection.
  handlers.catch(() => undefined);
  return handlers;
}
