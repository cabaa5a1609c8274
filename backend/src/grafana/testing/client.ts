import { Client, credentials, type ChannelCredentials, type ServiceError } from '@grpc/grpc-js';
import { serviceDefinitions, type ServiceName } from '../protocol/definitions';

/** A gRPC client of a plugin, as Grafana is one. */
export interface PluginClient {
  call<Response>(service: ServiceName, method: string, request?: object, signal?: AbortSignal): Promise<Response>;
  /** The parts of a streamed answer, up to `count` of them; then the call is given up. */
  collect<Response>(service: ServiceName, method: string, request?: object, count?: number): Promise<Response[]>;
  /** Opens a call that lasts until the connection is closed. */
  hold(service: ServiceName, method: string): void;
  close(): void;
}

const definitions = serviceDefinitions();

/** Connects to the plugin that listens at a Unix socket. */
export function connectPlugin(
  socketPath: string,
  channel: ChannelCredentials = credentials.createInsecure(),
): PluginClient {
  const client = new Client(`unix:${socketPath}`, channel, { 'grpc.max_receive_message_length': -1 });
  const held: { cancel(): void }[] = [];
  const definition = (service: ServiceName, method: string) => {
    const found = definitions[service][method];
    if (!found) throw new Error(`${service} has no method ${method}`);
    return found;
  };
  return {
    call: (service, method, request = {}, signal) =>
      new Promise((resolve, reject) => {
        const { path, requestSerialize, responseDeserialize } = definition(service, method);
        const call = client.makeUnaryRequest(
          path,
          requestSerialize,
          responseDeserialize,
          request,
          (error, response) => {
            if (error) reject(error);
            else resolve(response as never);
          },
        );
        signal?.addEventListener('abort', () => call.cancel());
      }),
    collect: (service, method, request = {}, count = Infinity) =>
      new Promise((resolve, reject) => {
        const { path, requestSerialize, responseDeserialize } = definition(service, method);
        const call = client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, request);
        const parts: never[] = [];
        call.on('data', (part) => {
          parts.push(part as never);
          if (parts.length >= count) call.cancel();
        });
        call.on('error', (error: ServiceError) => (parts.length >= count ? resolve(parts) : reject(error)));
        call.on('end', () => resolve(parts));
      }),
    hold: (service, method) => {
      const { path, requestSerialize, responseDeserialize } = definition(service, method);
      const call = client.makeBidiStreamRequest(path, requestSerialize, responseDeserialize);
      call.write({});
      call.on('error', () => undefined).resume();
      held.push(call);
    },
    close: () => {
      for (const call of held) call.cancel();
      client.close();
    },
  };
}
