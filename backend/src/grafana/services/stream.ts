import type { UntypedServiceImplementation } from '@grpc/grpc-js';
import type { ChannelHandlers, ChannelRequest, ChannelResponse, PluginHandlers } from '../handlers';
import type { Logger } from '../log/logger';
import type { StreamPacket, StreamRequest, StreamResponse } from '../protocol/wire';
import { streaming, unary } from '../rpc/calls';
import { contextOf } from '../rpc/context';
import { ChannelError } from '../rpc/errors';

const STATUS: Record<ChannelResponse['status'], number> = { ok: 0, 'not found': 1, 'permission denied': 2 };

/** What a data source without live channels answers. */
const NO_CHANNELS: ChannelHandlers = {
  subscribe: () => Promise.resolve({ status: 'not found' }),
  publish: () => Promise.resolve({ status: 'not found' }),
  // eslint-disable-next-line require-yield -- it only ever throws
  async *run({ path }) {
    throw new ChannelError(`There is no live channel "${path}".`);
  },
};

export function streamService(
  handlers: Promise<Pick<PluginHandlers, 'channels'>>,
  log: Logger,
): UntypedServiceImplementation {
  const channels = handlers.then((loaded) => loaded.channels ?? NO_CHANNELS);
  // Each call awaits it; without one, a failed start would count as an unhandled rejection.
  channels.catch(() => undefined);
  return {
    SubscribeStream: unary<StreamRequest, StreamResponse>('Subscribing', log, async (request) =>
      toWire(await (await channels).subscribe(readRequest(request))),
    ),
    PublishStream: unary<StreamRequest, StreamResponse>('Publishing', log, async (request) =>
      toWire(await (await channels).publish(readRequest(request))),
    ),
    RunStream: streaming<StreamRequest, StreamPacket>('The live channel', log, (request, signal) =>
      packets(channels, request, signal),
    ),
  };
}

async function* packets(channels: Promise<ChannelHandlers>, request: StreamRequest, signal: AbortSignal) {
  for await (const data of (await channels).run(readRequest(request), signal)) yield { data: toJson(data) };
}

function readRequest(request: StreamRequest): ChannelRequest {
  return { context: contextOf(request), path: request.path, data: request.data };
}

function toWire({ status, data }: ChannelResponse): StreamResponse {
  return { status: STATUS[status], data: data === undefined ? new Uint8Array() : toJson(data) };
}

const toJson = (data: unknown): Uint8Array => Buffer.from(JSON.stringify(data));
