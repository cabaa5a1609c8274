import { once } from 'node:events';
import type { Socket } from 'node:net';
import { Server, ServerCredentials, type UntypedServiceImplementation } from '@grpc/grpc-js';
import type { PluginHandlers } from './handlers';
import type { Logger } from './log/logger';
import { SERVICE_NAMES, serviceDefinitions, type ServiceName } from './protocol/definitions';
import { dataService } from './services/data';
import { diagnosticsService } from './services/diagnostics';
import { lifecycleServices, type LifecycleEvents } from './services/lifecycle';
import { resourceService } from './services/resource';
import { streamService } from './services/stream';

/** Like the Go SDK: no query or resource call is larger. */
const LARGEST_REQUEST = 16 * 1024 * 1024;

export interface PluginServer {
  /** Serves a connection that Grafana has made. */
  serve(connection: Socket): void;
  /** Breaks off all calls and connections. */
  stop(): void;
}

/** A gRPC server for connections that somebody else accepts. */
export function createPluginServer(
  handlers: Promise<PluginHandlers>,
  events: LifecycleEvents,
  log: Logger,
): PluginServer {
  const server = new Server({
    'grpc.max_receive_message_length': LARGEST_REQUEST,
    'grpc.max_send_message_length': -1,
    'grpc.enable_channelz': 0,
  });
  const open = new Set<Socket>();
  const closed = (connection: Socket): Promise<unknown> => once(connection, 'close').catch(() => undefined);
  const services: Record<ServiceName, UntypedServiceImplementation> = {
    ...lifecycleServices(events, () => Promise.all([...open].map(closed))),
    'pluginv2.Diagnostics': diagnosticsService(handlers, log),
    'pluginv2.Data': dataService(handlers, log),
    'pluginv2.Resource': resourceService(handlers, log),
    'pluginv2.Stream': streamService(handlers, log),
  };
  const definitions = serviceDefinitions();
  for (const name of SERVICE_NAMES) server.addService(definitions[name], services[name]);
  const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
  return {
    serve: (connection) => {
      open.add(connection.once('close', () => open.delete(connection)));
      injector.injectConnection(connection);
    },
    stop: () => server.forceShutdown(),
  };
}
